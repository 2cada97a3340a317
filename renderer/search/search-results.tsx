import { useLayoutEffect, useRef } from 'preact/hooks'
import { showMenu } from '../context-menu/menu-state.ts'
import { isMod } from '../ui/is-mod.ts'
import { strings } from '../ui/strings.ts'
import { useVirtualRows } from '../ui/virtual-rows.ts'
import { menuOfHit, openHit } from './open-hit.ts'
import { SearchRow } from './search-row.tsx'
import {
  askForMore,
  chooseHit,
  chosenAt,
  isChosen,
  keyOf,
  searchAnswer,
  searchQuery,
} from './search-state.ts'

export const resultsId = 'search-results'
export const optionId = (at: number) => `search-hit-${at}`

/** CSS px of a row with an excerpt of two lines. */
const usualHeight = 104
/** How near to its end the list asks for more. */
const nearEnd = 12

/** What was found, the best first: a listbox whose keys are the field's. Only the rows in sight are drawn, and the chosen one: the field names it. */
export function SearchResults() {
  const list = useRef<HTMLDivElement>(null)
  const hits = searchAnswer.value?.hits ?? []
  const at = chosenAt.value
  const { shown, before, after, reveal, measure } = useVirtualRows(list, hits.length, usualHeight, 0, at)
  const last = shown.at(-1)?.index ?? 0

  useLayoutEffect(() => {
    if (at === 0) list.current?.scrollTo({ top: 0 })
    else if (isChosen.peek()) reveal(at)
  }, [at, searchQuery.value])
  useLayoutEffect(() => {
    if (hits.length > 0 && last >= hits.length - nearEnd) askForMore()
  }, [last, hits.length])

  return (
    <div
      ref={list}
      id={resultsId}
      class="search-results"
      role="listbox"
      aria-label={strings.search.results}
      tabIndex={-1}
    >
      <div aria-hidden="true" style={{ height: `${before}px` }} />
      {shown.map(({ index, start }, nth) => {
        const hit = hits[index]
        if (!hit) return null
        const openIn = (event: globalThis.MouseEvent) =>
          openHit(hit, event.altKey ? 'beside' : isMod(event) || event.button === 1 ? 'tab' : 'here')
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
          <div
            key={keyOf(hit)}
            ref={measure}
            id={optionId(index)}
            data-index={index}
            // Rows between the chosen one and those in sight are not drawn.
            style={{ marginTop: `${start - (shown[nth - 1]?.end ?? start)}px` }}
            class="hit"
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            aria-setsize={hits.length}
            aria-posinset={index + 1}
            // The field keeps the focus.
            onMouseDown={event => event.preventDefault()}
            onClick={openIn}
            onAuxClick={event => event.button === 1 && openIn(event)}
            onContextMenu={event => {
              chooseHit(index)
              const menu = menuOfHit(hit)
              if (menu) showMenu(event, menu)
            }}
          >
            <SearchRow hit={hit} />
          </div>
        )
      })}
      <div aria-hidden="true" style={{ height: `${after}px` }} />
    </div>
  )
}
