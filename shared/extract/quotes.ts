// Quotes of a text: quoted runs of five words or more that somebody is said to speak or write.
import { attribute } from './attributions.ts'
import type { Candidate, Surroundings } from './candidates.ts'
import { genderOf } from './genders.ts'
import { mainSubject } from './main-subject.ts'
import type { People } from './people.ts'
import { countWords, looksLikeTitle, type Quotation, runAround } from './quotations.ts'
import { type Attribution, resolveSpeaker } from './resolve-speaker.ts'
import { firstSentence, lastSentence } from './sentence-parts.ts'
import { cueBetween } from './sentence-verbs.ts'
import type { Range } from './sentences.ts'
import { subject as subjectOf } from './subject.ts'
import type { SuggestedQuote } from './suggestions.ts'

const fewestWords = 5
/** How many paragraphs before a pronoun the person it means may stand. */
const paragraphsBack = 5

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
    const beforeStart = bound(spokenBeside(text, runs, index, -1), run, paragraph.start, 'close')
    const afterEnd = bound(spokenBeside(text, runs, index, 1), run, paragraph.end, 'open')
    // "“…,” Bell said last week. “…”": the sentence before it is the other run's.
    const isFirst = runs[index - 1]?.paragraph !== run.paragraph
    const before = text.slice(beforeStart, run.open)
    const isOthers = !isFirst && /[.!?…][*_)]*\s*$/.test(before)
    const around = {
      before: isOthers ? '' : before,
      after: text.slice(run.close, afterEnd),
      beforeStart,
      afterStart: run.close,
    }
    const resolved = (candidate: Candidate | null, known: LastSpoken | null) =>
      candidate &&
      resolveSpeaker(candidate, people, {
        at: candidate.at,
        paragraph: paragraph.start,
        before: paragraphs
          .slice(Math.max(0, run.paragraph - paragraphsBack), run.paragraph)
          .map(({ start }) => start)
          .reverse(),
        isQuoted,
        lastSpeaker: lastSpeaker(known, run),
      })
    const own = attribute(run, words, around, people)
    // Words that go on in the sentence of the run before them are the same speaker's, sooner than somebody's named there.
    const goesOn = !isFirst && isSameSentence(before)
    const isWeak = own === null || own.confidence <= (goesOn ? 0.6 : 0.5)
    const attribution: Attribution | null =
      (isWeak ? null : resolved(own, last)) ??
      continued(run, words, around, last) ??
      resolved(introduced(text, paragraphs, run, around, people), last) ??
      resolved(own, last) ??
      resolved(nearest(run, paragraphs, people, isQuoted), last)
    if (attribution !== null) last = { attribution, run }
    if (attribution === null || countWords(words, fewestWords) < fewestWords) continue
    // A stop inside the marks ends a sentence that somebody speaks; where no verb says so, it may end a title.
    if (looksLikeTitle(attribution.cue === null ? words.replace(/[.,]$/, '') : words)) continue
    quotes.push({ start: run.start, end: run.end, text: words, ...attribution })
  }
  return quotes
}

/** The run before or after one, past a term of one or two words in marks, which stands in the sentence around it. */
function spokenBeside(text: string, runs: Quotation[], index: number, step: 1 | -1): Quotation | undefined {
  const beside = runs[index + step]
  const isTerm = beside !== undefined && countWords(text.slice(beside.start, beside.end), 3) < 3
  return isTerm && /[\p{L},]\s$/u.test(text.slice(beside.open - 2, beside.open))
    ? runs[index + 2 * step]
    : beside
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
    const found = inherited('same paragraph', !isAlone ? 0.6 : isSentence ? 0.9 : 0.75)
    return { ...found, cue: cueBetween(lastSentence(around.before)) ?? found.cue }
  }
  const opensParagraph = !hasWords(around.before)
  if (last.run.paragraph !== run.paragraph - 1 || !opensParagraph || !isSentence) return null
  // A mark left open at the end of a paragraph says that the same person goes on in the next.
  return { ...inherited('next paragraph', last.run.isClosed ? 0.75 : 0.9), cue: null }
}

/** Words that open a paragraph and have nobody in it are those of whom the paragraph before ends with. */
function introduced(
  text: string,
  paragraphs: Range[],
  run: Quotation,
  around: Surroundings,
  people: People,
): Candidate | null {
  const before = paragraphs[run.paragraph - 1]
  if (before === undefined || hasWords(around.before)) return null
  const lead = text.slice(before.start, before.end)
  const isAnnounced = /:[\s*_]*$/.test(lead)
  const beforeStart = before.start
  if (isAnnounced) {
    const found = attribute(run, ':', { before: lead, after: '', beforeStart, afterStart: run.close }, people)
    if (found !== null) return { ...found, rule: 'announced', confidence: Math.min(found.confidence, 0.85) }
  }
  const sentence = lastSentence(lead)
  const at = before.end - sentence.length
  const subject = mainSubject(sentence, at, people)
  return subject && { subject, cue: null, at: before.end, rule: 'paragraph before', confidence: 0.55 }
}

/** Where nothing else tells, the person whom the text named last before the words, not far from them. */
function nearest(
  run: Quotation,
  paragraphs: Range[],
  people: People,
  isQuoted: (at: number) => boolean,
): Candidate | null {
  const from = paragraphs[Math.max(0, run.paragraph - 2)]?.start ?? 0
  const mentions = people.mentionsBefore(run.open, from, isQuoted)
  const person = (mentions.find(({ isOwner }) => !isOwner) ?? mentions[0])?.person
  if (person === undefined) return null
  return {
    subject: subjectOf('name', person.name),
    cue: null,
    at: run.open,
    rule: 'nearest name',
    confidence: 0.35,
  }
}

function isSameSentence(between: string): boolean {
  return lastSentence(between) === between && !/^[\s*_]*\p{Lu}/u.test(between)
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text)
}
