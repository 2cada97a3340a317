import { useLayoutEffect, useRef } from 'preact/hooks'
import { keysOf } from '../app/commands.ts'
import { isByKey, showMenu } from '../context-menu/menu-state.ts'
import { isReadOnly } from '../state/desk.ts'
import { Icon } from '../ui/icon.tsx'
import { isMod } from '../ui/is-mod.ts'
import { strings } from '../ui/strings.ts'
import { menuOfHit, openHit } from './open-hit.ts'
import { isSaved, toggleSaved } from './search-actions.ts'
import { focusFirstQuery } from './search-home.tsx'
import { optionId, resultsId } from './search-results.tsx'
import {
  chooseHit,
  chosenAt,
  fieldToTakeUp,
  isChosen,
  searchAnswer,
  searchQuery,
  typeQuery,
  whenAnswered,
} from './search-state.ts'

/** Rows that a page of keys goes over. */
const pageLength = 5
const longestQuery = 300

/** The field, which keeps the focus: the arrows go through what was found, and Enter opens it. */
export function SearchBox() {
  const field = useRef<HTMLInputElement>(null)
  const texts = strings.search
  const query = searchQuery.value
  const hits = searchAnswer.value?.hits ?? []
  const isKept = isSaved(query)

  useLayoutEffect(() => {
    field.current?.focus()
    if (fieldToTakeUp.value.isToTypeOver) field.current?.select()
  }, [fieldToTakeUp.value])

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter of an input method ends a word.
    if (event.isComposing) return
    const at = chosenAt.value
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + pageLength,
      PageUp: at - pageLength,
      // Until somebody goes to a row they are the field's own.
      ...((isChosen.value || isMod(event)) && { Home: 0, End: hits.length - 1 }),
    }[event.key]
    if (to !== undefined && !event.altKey && !event.shiftKey) {
      if (hits.length > 0) chooseHit(to)
      else if (event.key !== 'ArrowDown' || !focusFirstQuery()) return
    } else if (event.key === 'Enter') {
      const where = event.altKey ? 'beside' : isMod(event) ? 'tab' : 'here'
      whenAnswered(() => {
        const hit = searchAnswer.peek()?.hits[chosenAt.peek()]
        if (hit) openHit(hit, where)
      })
    } else if (event.key.toLowerCase() === 'd' && isMod(event) && !event.shiftKey && !event.altKey)
      toggleSaved()
    else if (event.key === 'Escape' && query !== '') typeQuery('')
    else return
    event.preventDefault()
  }
  const onContextMenu = (event: globalThis.MouseEvent) => {
    const hit = hits[chosenAt.value]
    const menu = hit && isByKey(event) ? menuOfHit(hit) : null
    if (menu) showMenu(event, menu, document.getElementById(optionId(chosenAt.value)))
  }
  return (
    <div class="search-box">
      <Icon name="find" />
      <input
        ref={field}
        type="text"
        class="plain-control"
        role="combobox"
        aria-label={texts.field}
        placeholder={texts.placeholder}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        maxLength={longestQuery}
        aria-autocomplete="list"
        aria-expanded={hits.length > 0}
        aria-controls={hits.length > 0 ? resultsId : undefined}
        aria-activedescendant={hits.length > 0 ? optionId(chosenAt.value) : undefined}
        value={query}
        onInput={event => typeQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      />
      {query.trim() !== '' && !isReadOnly.value && (
        <button
          type="button"
          class="button button-quiet button-icon search-star"
          aria-label={texts.keep}
          aria-pressed={isKept}
          title={`${isKept ? texts.keepNoMore : texts.keep}  ${keysOf('save-search')}`}
          onClick={toggleSaved}
        >
          <Icon name="star" />
        </button>
      )}
    </div>
  )
}
