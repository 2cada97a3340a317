// Suggestions marked in the reading view: painted over its text, so that neither words nor selection are touched.
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Suggestion } from '../../shared/extract/pending.ts'
import { rangeOf, type ShownWords, shownWords } from '../sources/selected-range.ts'
import { current, isPanelShown, pending, revealed } from '../state/suggestions.ts'

const kinds = ['quote', 'figure', 'event'] as const
const currentName = 'suggested-current'

/** Marks what waits, by kind, and the current one; `redrawn` are values whose change draws the text anew. */
export function useSuggestionMarks(view: RefObject<HTMLElement | null>, redrawn: readonly unknown[]): void {
  const waiting = pending.value
  const at = isPanelShown.value ? current.value : null
  /** What the view shows, read once for as long as it stands. */
  const words = useRef<ShownWords | null>(null)
  const placeOf = ({ found }: Suggestion) => {
    if (view.current) words.current ??= shownWords(view.current)
    return words.current && rangeOf(words.current, found)
  }

  useEffect(() => {
    words.current = null
  }, redrawn)

  useEffect(() => {
    // After the text is on the screen: reading does not wait for marks.
    const frame = requestAnimationFrame(() => {
      for (const kind of kinds) {
        const ranges = waiting.flatMap(each => (each.kind === kind ? (placeOf(each) ?? []) : []))
        CSS.highlights.set(nameOf(kind), new Highlight(...ranges))
      }
    })
    return () => cancelAnimationFrame(frame)
  }, [waiting, ...redrawn])

  useEffect(() => {
    const range = at && placeOf(at)
    if (!range) return
    CSS.highlights.set(currentName, new Highlight(range))
    return () => void CSS.highlights.delete(currentName)
  }, [at, ...redrawn])

  useEffect(() => {
    const range = revealed.value && placeOf(revealed.value.suggestion)
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

function nameOf(kind: Suggestion['kind']): string {
  return `suggested-${kind}`
}
