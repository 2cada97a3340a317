// Which places of the prose a reader is led to the source of.
import type { Range } from '../extract/sentences.ts'
import type { Linked } from '../references/resolve-reference.ts'
import { sentenceAround } from './brief-text.ts'
import type { VerifiedBrief } from './rule.ts'

/** The sentence around a place, what is linked in it, and whether it names where all of it is from. */
export type CitedSentence = Range & { linked: readonly Linked[]; isCited: boolean }

/** A reference to a source or a footnote stands for its whole sentence; evidence only for its own words. */
export function citedSentence({ text, references, resolve }: VerifiedBrief, place: Range): CitedSentence {
  const { start, end } = sentenceAround(text, place)
  const inside = references.filter(each => start <= each.start && each.end <= end)
  const words = text.prose.slice(start, end)
  return {
    start,
    end,
    linked: inside.flatMap(reference => resolve(reference) ?? []),
    isCited: inside.some(({ kind }) => kind === 'source') || /\[\^[^\]\s]+\]/.test(words),
  }
}
