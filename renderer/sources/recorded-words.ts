// The words that a form is being filled in for, marked in the text although the form has taken the selection.
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { evidenceForm } from '../state/desk.ts'
import { rangeOf, shownWords } from './selected-range.ts'

const name = 'being-recorded'

/** Marks the words of new evidence in its source for as long as its form is open, and keeps them in view. */
export function useRecordedWords(
  view: RefObject<HTMLElement | null>,
  source: string,
  evidence: unknown,
): void {
  const form = evidenceForm.value
  const place = form?.id === null && form.place?.source === source ? form.place : null

  useEffect(() => {
    if (!view.current || !place) return
    const range = rangeOf(shownWords(view.current), place)
    if (!range) return
    CSS.highlights.set(name, new Highlight(range))
    return () => void CSS.highlights.delete(name)
  }, [source, place?.start, place?.end, evidence])

  useEffect(() => {
    if (!place) return
    // The form makes the column narrower, and the words move down.
    const waiting = requestAnimationFrame(() => {
      const scroller = view.current?.closest('.reading-scroller')
      const words = view.current && rangeOf(shownWords(view.current), place)?.getBoundingClientRect()
      if (!scroller || !words) return
      const page = scroller.getBoundingClientRect()
      if (words.top >= page.top && words.bottom <= page.bottom) return
      scroller.scrollTop += words.top - page.top - Math.max(0, (page.height - words.height) / 2)
    })
    return () => cancelAnimationFrame(waiting)
  }, [source, place?.start, place?.end])
}
