// Making an anchor, and finding its words again.
import type { Anchor, Source } from './records.ts'

const contextLength = 32

/** The anchor of the words between two offsets (UTF-16 code units, end exclusive) of a source's text. */
export function anchorAt(source: Pick<Source, 'id' | 'text'>, start: number, end: number): Anchor {
  if (
    !(
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      0 <= start &&
      start < end &&
      end <= source.text.length
    )
  ) {
    throw new RangeError(
      `${start} to ${end} is not a range of the text, which has ${source.text.length} characters`,
    )
  }
  return {
    source: source.id,
    quote: {
      exact: source.text.slice(start, end),
      prefix: source.text.slice(Math.max(0, start - contextLength), start),
      suffix: source.text.slice(end, end + contextLength),
    },
    position: { start, end },
  }
}

/** The offsets of every place where the words stand in a text, in order; overlapping places count. */
export function occurrencesOf(words: string, text: string): number[] {
  const found: number[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

/** Whether the anchor's exact words still stand at its offsets. */
export function isAnchored(anchor: Anchor, source: Pick<Source, 'text'>): boolean {
  return source.text.slice(anchor.position.start, anchor.position.end) === anchor.quote.exact
}
