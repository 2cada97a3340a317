import { type Quotation, quotationsOf } from '../extract/quotations.ts'
import type { Range } from '../extract/sentences.ts'
import { type BriefText, inEachParagraph } from './brief-text.ts'

/** A run between quotation marks: the range has the marks, `words` are between them. */
export type QuotedRun = Range & Pick<Quotation, 'isClosed'> & { words: string }

/** The runs between quotation marks in the prose of a brief, in order. */
export function quotedRuns(text: BriefText): QuotedRun[] {
  return inEachParagraph(text, runsIn)
}

/** The places that lie in none of the runs; both stand in order. */
export function outsideOf<T extends Range>(places: readonly T[], runs: readonly QuotedRun[]): T[] {
  let at = 0
  return places.filter(({ start }) => {
    while ((runs[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    return start < (runs[at]?.start ?? Number.POSITIVE_INFINITY)
  })
}

function runsIn(paragraph: string): QuotedRun[] {
  return quotationsOf(paragraph, [{ start: 0, end: paragraph.length }]).map(
    ({ open, close, start, end, isClosed }) => ({
      start: open,
      end: close,
      isClosed,
      words: paragraph.slice(start, end),
    }),
  )
}
