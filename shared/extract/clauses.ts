// Subjects and verbs of a clause, and where its phrases end.
import { type Word, wordsWithClasses } from './word-classes.ts'

/** A clause: its words, and which of them is the finite verb and which the last before it that is of the subject. */
export type Clause = { words: Word[]; subject: Word[]; verb: number }

/** Reads a text as a clause that begins with its subject; null where it has none or no finite verb. */
export function clauseOf(text: string): Clause | null {
  const words = wordsWithClasses(text)
  const verb = mainVerb(words)
  if (verb <= 0) return null
  const subject = subjectOf(words.slice(0, verb))
  return subject.length === 0 ? null : { words, subject, verb }
}

/** The first finite verb past those of the relative clauses before it: "the wall that engineers built fell". */
function mainVerb(words: readonly Word[]): number {
  let verb = finiteVerb(words, 0)
  let owed = relativesIn(words.slice(0, Math.max(verb, 0)))
  for (; verb >= 0 && owed > 0; owed--) {
    const next = finiteVerb(words, verb + 1)
    owed += next < 0 ? 0 : relativesIn(words.slice(verb, next))
    verb = next
  }
  return verb
}

function relativesIn(words: readonly Word[]): number {
  return words.filter(({ kind }) => kind === 'relative').length
}

/** The index of the first finite verb from a place on; -1 where there is none. One that may be a noun gives way to one that cannot. */
function finiteVerb(words: readonly Word[], from: number): number {
  let weak = -1
  for (let index = from; index < words.length; index++) {
    const word = words[index]
    if (word === undefined) break
    const isBoundary = ['mark', 'relative', 'subordinator', 'conjunction'].includes(word.kind)
    if (weak >= 0 && isBoundary) return weak
    if (word.kind !== 'verb' && word.kind !== 'auxiliary') continue
    if (!word.isWeak) return weak >= 0 && index > weak + 1 && !isAdjacent(words, weak, index) ? weak : index
    if (weak < 0) weak = index
  }
  return weak
}

/** "The costs of the wall rose": only a preposition's words stand between a noun that looks like a verb and the verb. */
function isAdjacent(words: readonly Word[], weak: number, verb: number): boolean {
  return (
    words[weak + 1]?.kind === 'preposition' &&
    !words.slice(weak + 1, verb).some(({ kind }) => kind === 'non-finite')
  )
}

/** The words of a subject before its verb; none where they begin with anything but a noun's phrase. */
function subjectOf(words: readonly Word[]): Word[] {
  const first = words[0]
  if (first === undefined || !opensPhrase(first)) return []
  const end = words.findLastIndex(({ kind }) => kind !== 'adverb')
  const subject = words.slice(0, end + 1)
  return subject.some(
    ({ kind }) => kind === 'noun' || kind === 'pronoun' || kind === 'number' || kind === 'determiner',
  )
    ? subject
    : []
}

/** Whether a word may begin a noun's phrase. */
export function opensPhrase({ kind }: Word): boolean {
  return ['determiner', 'possessive', 'pronoun', 'number', 'noun'].includes(kind)
}

/** The noun's phrase that ends a text; null where it ends in none. */
export function phraseBefore(text: string): string | null {
  const words = wordsWithClasses(text)
  let start = words.length
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index]
    if (word === undefined || !(opensPhrase(word) || /^(?:of|&)$/.test(word.text)) || word.kind === 'pronoun')
      break
    start = index
    if (word.kind === 'determiner' && words[index - 1]?.text !== 'of') break
  }
  const first = words[start]
  return first === undefined || !opensPhrase(first) ? null : text.slice(first.start)
}

/** A determiner or pronoun that opened a sentence has a small letter within one. */
export function lowered(words: string): string {
  return words.replace(
    /^(?:The|An?|This|These|Its|His|Her|Their|Our|My|It|He|She|They|We|There|In|No|Some|Many|Most|All)(?=\s)/,
    word => word.toLowerCase(),
  )
}

const loose = new Set([
  'possessive',
  'preposition',
  'conjunction',
  'subordinator',
  'relative',
  'auxiliary',
  'mark',
])

/** Whether nothing may end in a word: "of", "the", but not "for all". */
function isLoose(word: Word | undefined): boolean {
  if (word?.kind === 'determiner')
    return /^(?:the|an?|its|their|his|her|our|my|your|every|no)$/i.test(word.text)
  return word !== undefined && loose.has(word.kind)
}

/** The first words of a text, at most so many but for the end of a phrase, and none left hanging at the end. */
export function shortened(text: string, most: number): string {
  const words = wordsWithClasses(text)
  const real = words.filter(({ kind }) => kind !== 'mark')
  const last = real[most - 1]
  let kept = words
  if (last !== undefined && real.length > most) {
    let end = words.indexOf(last)
    for (let more = 0; more < 3 && isOnePhrase(words[end], words[end + 1]); more++) end++
    if (isOnePhrase(words[end], words[end + 1])) end = words.indexOf(last)
    kept = words.slice(0, end + 1)
  }
  while (kept.length > 1 && isLoose(kept.at(-1))) kept = kept.slice(0, -1)
  const end = kept.length === words.length ? text.length : (kept.at(-1)?.end ?? text.length)
  return text.slice(0, end)
}

function isOnePhrase(word: Word | undefined, next: Word | undefined): boolean {
  return (
    word !== undefined &&
    next !== undefined &&
    (next.kind === 'noun' || next.kind === 'number') &&
    (opensPhrase(word) || word.kind === 'preposition')
  )
}
