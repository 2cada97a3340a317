import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../ui/button.tsx'
import { strings } from '../ui/strings.ts'
import { closeFind, findQuery, findWords, foundAt, foundPlaces, walkFound } from './find-state.ts'

/** Looks for words in the open source: Enter and F3 go on, with Shift back, Escape closes. */
export function FindBar() {
  const field = useRef<HTMLInputElement>(null)
  const texts = strings.reading
  const query = findQuery.value ?? ''
  const count = foundPlaces.value.length
  useLayoutEffect(() => {
    // What a search has found is read on; the keys are the text's.
    if (findWords.peek() === null) field.current?.focus()
  }, [])
  const close = () => {
    closeFind()
    document.querySelector<HTMLElement>('.reading-text')?.focus({ preventScroll: true })
  }
  return (
    <search class="find-bar">
      <input
        ref={field}
        type="search"
        class="control"
        aria-label={texts.find}
        placeholder={texts.find}
        value={query}
        spellcheck={false}
        onInput={event => {
          findQuery.value = event.currentTarget.value
        }}
        onKeyDown={event => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
          event.preventDefault()
          if (event.key === 'Escape') close()
          else walkFound(event.shiftKey ? -1 : 1)
        }}
      />
      <p class="find-count number" role="status">
        {query.trim() === '' ? '' : count === 0 ? texts.notFound : texts.foundAt(foundAt.value + 1, count)}
      </p>
      <Button
        label={texts.findPrevious}
        icon="up"
        look="quiet"
        isIconOnly
        isDisabled={count === 0}
        onPress={() => walkFound(-1)}
      />
      <Button
        label={texts.findNext}
        icon="down"
        look="quiet"
        isIconOnly
        isDisabled={count === 0}
        onPress={() => walkFound(1)}
      />
      <Button label={texts.findClose} icon="close" look="quiet" isIconOnly onPress={close} />
    </search>
  )
}
