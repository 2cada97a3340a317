// Which places of the prose a reader is led to the source of.
import type { Range } from '../extract/sentences.ts'
import type { Reference } from '../references/reference.ts'
import type { Linked } from '../references/resolve-reference.ts'
import { sentenceAround } from './brief-text.ts'
import type { VerifiedBrief } from './rule.ts'

/** The sentence around a place, what is linked in it, and whether it names where all of it is from. */
export type CitedSentence = Range & { linked: readonly Linked[]; isCited: boolean }

/** A reference to a source or a footnote stands for its whole sentence; evidence only for its own words. */
export function citedSentence({ text, references, resolve }: VerifiedBrief, place: Range): CitedSentence {
  const { start, end } = sentenceAround(text, place)
  const inside = referencesBetween(references, start, end)
  const words = text.prose.slice(start, end)
  return {
    start,
    end,
    linked: inside.flatMap(reference => resolve(reference) ?? []),
    isCited: inside.some(({ kind }) => kind === 'source') || /\[\^[^\]\s]+\]/.test(words),
  }
}

/** References stand in their order, and a long brief has thousands. */
function referencesBetween(references: readonly Reference[], start: number, end: number): Reference[] {
  let [low, high] = [0, references.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((references[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: Reference[] = []
  for (let at = low; at < references.length; at++) {
    const each = references[at]
    if (each === undefined || each.end > end) break
    found.push(each)
  }
  return found
}
