// The words that are looked for, painted over the reading view, and the keys that go from one place to the next.
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { isTyping } from '../state/is-typing.ts'
import { findInSource, findWordsInSource } from './find-in-source.ts'
import {
  closeFind,
  findQuery,
  findWords,
  foundAt,
  foundPlaces,
  foundToShow,
  openFind,
  walkFound,
  wordsToFind,
} from './find-state.ts'
import { rangeOf, type ShownWords, shownWords } from './selected-range.ts'

const [everywhere, here] = ['found', 'found-current']
/** One letter stands a hundred thousand times in a long text: all are counted, and walked to. */
const mostPainted = 5000
const blocks = 'p, li, td, th, h1, h2, h3, h4, h5, h6, pre, blockquote'

/** Marks what is looked for in a source; `redrawn` are values whose change draws its text anew. */
export function useFoundWords(
  view: RefObject<HTMLElement | null>,
  source: string,
  redrawn: readonly unknown[],
): void {
  const words = useRef<ShownWords | null>(null)
  /** Where the first place to go to is looked for. */
  const from = useRef(0)
  const asked = wordsToFind.value

  useEffect(() => {
    if (asked?.source !== source) return
    wordsToFind.value = null
    from.current = asked.from
    findWords.value = { typed: asked.typed, words: asked.words }
    findQuery.value = asked.typed
  }, [asked, source])

  const query = findQuery.value
  const several = findWords.value?.typed === query ? findWords.value?.words : undefined

  useEffect(() => {
    words.current = null
    if (!view.current || query === null) {
      foundPlaces.value = []
      return
    }
    const shown = shownWords(view.current)
    words.current = shown
    const pieces = shown.map(({ node, start }) => ({
      start,
      text: node.textContent ?? '',
      block: node.parentElement?.closest(blocks),
    }))
    const found = several ? findWordsInSource(pieces, several) : findInSource(pieces, query)
    foundPlaces.value = found
    const painted = new Highlight()
    for (const place of found.slice(0, mostPainted)) {
      const range = rangeOf(shown, place)
      if (range) painted.add(range)
    }
    CSS.highlights.set(everywhere, painted)
    return () => void CSS.highlights.delete(everywhere)
  }, [query, several, ...redrawn])

  useEffect(() => {
    if (query === null) return
    const start = from.current
    from.current = 0
    foundAt.value = Math.max(
      0,
      foundPlaces.peek().findIndex(({ end }) => end > start),
    )
    if (query) foundToShow.value = {}
  }, [query, several])

  const place = foundPlaces.value[foundAt.value]
  useEffect(() => {
    const range = place && words.current && rangeOf(words.current, place)
    if (!range) return
    const highlight = new Highlight(range)
    highlight.priority = 1
    CSS.highlights.set(here, highlight)
    return () => void CSS.highlights.delete(here)
  }, [place])

  useEffect(() => {
    const range = place && words.current && rangeOf(words.current, place)
    const scroller = view.current?.closest('.reading-scroller')
    if (!range || !scroller || !foundToShow.value) return
    const [box, page] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()]
    if (box.top >= page.top + 48 && box.bottom <= page.bottom - 48) return
    scroller.scrollTop += box.top - page.top - page.height / 3
  }, [foundToShow.value, place])

  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector('dialog[open]')) return
      // What a search has marked goes from the text itself, where the focus is.
      if (event.key === 'Escape' && findWords.peek() && !isTyping(event)) {
        event.preventDefault()
        return closeFind()
      }
      const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f'
      if (event.key !== 'F3' && !isFind) return
      // A text that is typed has a search of its own.
      if (isFind && isTyping(event) && !(event.target as Element).closest('.find-bar')) return
      event.preventDefault()
      if (isFind || findQuery.value === null) openFind()
      else walkFound(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', pressed)
    return () => {
      document.removeEventListener('keydown', pressed)
      closeFind()
    }
  }, [])
}
