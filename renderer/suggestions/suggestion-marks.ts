// Suggestions marked in the reading view: painted over its text, so that neither words nor selection are touched.
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Suggestion } from '../../shared/extract/pending.ts'
import { rangeOf, shownWords } from '../sources/selected-range.ts'
import { current, isPanelShown, pending, revealed } from '../state/suggestions.ts'

const kinds = ['quote', 'figure', 'event'] as const
const currentName = 'suggested-current'

/** Marks what waits, by kind, and the current one; `redrawn` are values whose change draws the text anew. */
export function useSuggestionMarks(view: RefObject<HTMLElement | null>, redrawn: readonly unknown[]): void {
  const waiting = pending.value
  const at = isPanelShown.value ? current.value : null

  useEffect(() => {
    if (!view.current) return
    // After the text is on the screen: reading does not wait for marks.
    const frame = requestAnimationFrame(() => {
      if (view.current) mark(view.current, waiting)
    })
    return () => cancelAnimationFrame(frame)
  }, [waiting, ...redrawn])

  useEffect(() => {
    if (!view.current || !at) return
    const range = rangeOf(shownWords(view.current), at.found)
    if (!range) return
    CSS.highlights.set(currentName, new Highlight(range))
    return () => void CSS.highlights.delete(currentName)
  }, [at, ...redrawn])

  useEffect(() => {
    const range =
      view.current && revealed.value && rangeOf(shownWords(view.current), revealed.value.suggestion.found)
    const scroller = view.current?.closest('.reading-scroller')
    if (!range || !scroller) return
    const [words, page] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()]
    if (words.top >= page.top + 48 && words.bottom <= page.bottom - 48) return
    scroller.scrollTop += words.top - page.top - page.height / 3
  }, [revealed.value])

  useEffect(() => {
    return () => {
      for (const kind of kinds) CSS.highlights.delete(nameOf(kind))
    }
  }, [])
}

function mark(view: HTMLElement, waiting: readonly Suggestion[]): void {
  const words = shownWords(view)
  for (const kind of kinds) {
    const ranges = waiting.flatMap(each => (each.kind === kind ? (rangeOf(words, each.found) ?? []) : []))
    CSS.highlights.set(nameOf(kind), new Highlight(...ranges))
  }
}

function nameOf(kind: Suggestion['kind']): string {
  return `suggested-${kind}`
}
