// Quotes of a text: quoted runs of five words or more that somebody is said to speak or write.
import { genderOf } from './genders.ts'
import type { People } from './people.ts'
import { countWords, looksLikeTitle, type Quotation, runAround } from './quotations.ts'
import type { Range } from './sentences.ts'
import {
  type Attribution,
  attribute,
  firstSentence,
  lastSentence,
  resolveSpeaker,
  type Surroundings,
} from './speakers.ts'
import type { SuggestedQuote } from './suggestions.ts'

const fewestWords = 5

/** Who spoke last, in which run. */
type LastSpoken = { attribution: Attribution; run: Quotation }

/** Finds the quotes of a text, given its paragraphs, its quoted runs and its people. */
export function findQuotes(
  text: string,
  paragraphs: Range[],
  runs: Quotation[],
  people: People,
): SuggestedQuote[] {
  const quotedAt = runAround(runs)
  const isQuoted = (at: number) => quotedAt(at) !== null
  const quotes: SuggestedQuote[] = []
  let last: LastSpoken | null = null
  for (const [index, run] of runs.entries()) {
    const paragraph = paragraphs[run.paragraph]
    if (paragraph === undefined) continue
    const words = text.slice(run.start, run.end)
    const beforeStart = bound(runs[index - 1], run, paragraph.start, 'close')
    const afterEnd = bound(runs[index + 1], run, paragraph.end, 'open')
    const around = {
      before: text.slice(beforeStart, run.open),
      after: text.slice(run.close, afterEnd),
      beforeStart,
      afterStart: run.close,
    }
    const candidate = attribute(run, words, around)
    const attribution: Attribution | null =
      (candidate &&
        resolveSpeaker(candidate, people, {
          at: candidate.at,
          paragraph: paragraph.start,
          notBefore: paragraphs[Math.max(0, run.paragraph - 3)]?.start ?? 0,
          isQuoted,
          lastSpeaker: lastSpeaker(last, run),
        })) ??
      continued(run, words, around, last)
    if (attribution !== null) last = { attribution, run }
    if (attribution === null || countWords(words, fewestWords) < fewestWords || looksLikeTitle(words))
      continue
    quotes.push({ start: run.start, end: run.end, text: words, ...attribution })
  }
  return quotes
}

/** The edge of a run's surroundings: its neighbour in the same paragraph, or the paragraph's own edge. */
function bound(
  neighbour: Quotation | undefined,
  run: Quotation,
  edge: number,
  side: 'open' | 'close',
): number {
  return neighbour?.paragraph === run.paragraph ? neighbour[side] : edge
}

/** Whoever spoke in this paragraph or the two before it. */
function lastSpeaker(last: LastSpoken | null, run: Quotation) {
  if (last === null || last.run.paragraph < run.paragraph - 2) return null
  const { speaker, role, organisation, confidence } = last.attribution
  const gender = genderOf((role ?? '').split(' '), speaker.split(' '))
  return {
    person: { name: speaker, role, organisation, gender },
    at: last.run.close,
    isSure: confidence > 0.75,
  }
}

/** A run without a verb of its own goes on with the speaker before it. */
function continued(
  run: Quotation,
  words: string,
  around: Surroundings,
  last: LastSpoken | null,
): Attribution | null {
  if (last === null) return null
  // "A placard read “…”" has a speaker of its own, whom nobody here can name.
  const isAlone = !hasWords(lastSentence(around.before)) && !hasWords(firstSentence(around.after))
  const isSentence = /^[\p{Lu}\p{N}‘'(….[]/u.test(words)
  const inherited = (rule: string, confidence: number) => ({
    ...last.attribution,
    rule,
    confidence: Math.min(confidence, last.attribution.confidence),
  })
  if (last.run.paragraph === run.paragraph) {
    return inherited('same paragraph', !isAlone ? 0.6 : isSentence ? 0.9 : 0.75)
  }
  const opensParagraph = !hasWords(around.before)
  if (last.run.paragraph !== run.paragraph - 1 || !opensParagraph || !isSentence) return null
  // A mark left open at the end of a paragraph says that the same person goes on in the next.
  return { ...inherited('next paragraph', last.run.isClosed ? 0.75 : 0.9), cue: null }
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text)
}
