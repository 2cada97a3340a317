// What happens at a date, in the words of its sentence: a clause with a subject and a verb where there is one.
import { type Clause, clauseOf, lowered, opensPhrase, phraseBefore, shortened } from './clauses.ts'
import { cuePattern } from './cue-verbs.ts'
import { withoutDate } from './cut-date.ts'
import type { Range } from './sentences.ts'
import { wordsWithClasses } from './word-classes.ts'

/** What happens, and how sure it can be at most that these words say it. */
export type Title = { title: string; confidence: number }

const mostWords = 14
/** A clause that names its subject; one that only has "they"; one of the sentence that the date is not of; no clause. */
const [named, unnamed, unowned, verbless] = [1, 0.7, 0.7, 0.5]

/** What happens at a date, in its sentence's words without the date; the date's own words where it says nothing else. */
export function titleOf(text: string, sentence: Range, date: Range): Title {
  const cut = withoutDate(text, sentence, date)
  const unit = unitAround(withoutDateline(cut))
  const parts = partsOf(unit.words)
  const at = Math.max(
    0,
    parts.findIndex(({ end }) => end >= unit.at),
  )
  const short = wordCount(unit.words) <= mostWords ? withoutOpener(unit.words) : null
  const own = parts[at]?.words ?? ''
  const isWholeTold = short !== null && clauseOf(short) !== null
  const isAside = relative.test(own) || isAttribution(withoutOpener(own))
  const whole = isWholeTold ? { words: short, isOwn: true } : null
  const chosen = (isAside ? null : whole) ??
    clauseAround(parts, at) ??
    whole ?? { words: fragment(unit.words, own), isOwn: true }
  const words = trimmed(shortened(chosen.words, mostWords))
  if (!/\p{L}{2}/u.test(words)) return { title: text.slice(date.start, date.end), confidence: verbless }
  const certainty = certaintyOf(words)
  return { title: capitalised(words), confidence: chosen.isOwn ? certainty : Math.min(certainty, unowned) }
}

function certaintyOf(words: string): number {
  const clause = clauseOf(words)
  if (clause === null) return verbless
  const isPronoun = clause.subject.every(({ kind }) => kind !== 'noun' && kind !== 'number')
  return isPronoun ? unnamed : named
}

const relative = /^(?:which|who)\s/i

type Part = { words: string; end: number }

const hardBoundary = /[;:()]|\s[—–-]\s|—/gu

/** The part of a sentence between semicolons, colons, dashes or brackets in which the date stood. */
function unitAround({ words, at }: { words: string; at: number }): { words: string; at: number } {
  let start = 0
  let end = words.length
  for (const { 0: mark, index } of words.matchAll(hardBoundary)) {
    if (index + mark.length <= at) start = index + mark.length
    else if (index >= at) {
      end = index
      break
    }
  }
  const unit = words.slice(start, end)
  // "The wall (finished in 2019)": what was finished stands before the bracket.
  const owner = startsWithVerb(unit.trim())
    ? phraseBefore(words.slice(0, start).replace(/[\s(;:—–-]+$/, ''))
    : null
  if (owner !== null) return { words: `${owner} ${unit.trim()}`, at: owner.length + 1 + at - start }
  // What stood alone between brackets or after a dash says nothing of what happened.
  if (clauseOf(withoutOpener(unit.trim())) !== null || start === 0) return { words: unit, at: at - start }
  const main = words.split(hardBoundary)[0] ?? ''
  return clauseOf(withoutOpener(main.trim())) === null && wordCount(unit) >= 4
    ? { words: unit, at: at - start }
    : { words: main, at: main.length }
}

/** "OSLO (NPA) — " before what a report tells. */
function withoutDateline({ words, at }: { words: string; at: number }): { words: string; at: number } {
  const line =
    /^\p{Lu}[\p{Lu} .’'-]{2,40}(?:,\s[^—–(]{0,24})?,?\s?(?:\([^()]{1,30}\))?\s?[—–-]\s?(?=\S)/u.exec(words)
  if (line === null || at > line[0].length) return { words, at }
  return { words: words.slice(line[0].length), at: 0 }
}

function partsOf(words: string): Part[] {
  let end = 0
  return words.split(/,(?!\d)/).map(part => {
    end += part.length + 1
    return { words: part.trim(), end: end - 1 }
  })
}

const opener =
  /^(?:(?:and|but|or|so|that|when|while|because|after|before|since|as|although|though|whereas|then|also|however|meanwhile|in\saddition)(?:,\s|\s))+/i

/** A clause without the conjunction that joins it to another; as it was where none follows. */
function withoutOpener(words: string): string {
  const rest = words.replace(opener, '')
  return rest !== words && clauseOf(rest) === null ? words : rest
}

/** A clause of the sentence, and whether the date is of it. */
type Chosen = { words: string; isOwn: boolean }

/** The clause of which the part with the date is: itself, or with its subject, what it is said of, or the main clause. */
function clauseAround(parts: readonly Part[], at: number): Chosen | null {
  const own = parts[at]?.words ?? ''
  const core = withoutOpener(own)
  if (clauseOf(core) !== null) {
    const words = isAttribution(core) ? withSaid(parts, at, core) : core
    return words === null ? null : { words, isOwn: true }
  }
  const predicate = own.replace(/^(?:and|but|or)\s(?:then\s|also\s)?/i, '').replace(relative, '')
  const isPredicate = startsWithVerb(predicate)
  const isRelative = relative.test(own)
  if (isPredicate) {
    const subject = isRelative ? phraseBefore(parts[at - 1]?.words ?? '') : subjectBefore(parts, at)
    if (subject !== null) return { words: `${subject} ${predicate}`, isOwn: true }
  }
  for (let index = at - 1; index >= 0; index--) {
    const main = withoutOpener(parts[index]?.words ?? '')
    if (clauseOf(main) === null || isAttribution(main)) continue
    const both = `${main}, ${own}`
    const isJoined = own !== '' && index === at - 1 && wordCount(both) <= mostWords
    return { words: isJoined ? both : main, isOwn: isJoined || own === '' }
  }
  for (const part of parts.slice(at + 1)) {
    const main = withoutOpener(part.words)
    if (clauseOf(main) !== null) return { words: main, isOwn: at === 0 && isAdverbial(own) }
  }
  return null
}

/** "At the town hall" before a clause, or nothing, is of it. */
function isAdverbial(words: string): boolean {
  const all = wordsWithClasses(words)
  return all.length === 0 || (all[0]?.kind === 'preposition' && all.every(({ kind }) => kind !== 'verb'))
}

const reported = new RegExp(
  `^(?:has\\s|had\\s|have\\s)?${cuePattern}(?:\\s(?:that|reporters|so|journalists))?$`,
  'iu',
)

/** "Its chairman said": a clause that only says who spoke. */
function isAttribution(words: string): boolean {
  const clause = clauseOf(words)
  const verb = clause?.words[clause.verb]
  return verb !== undefined && reported.test(words.slice(verb.start).trim())
}

/** What was said on the day, after who said it. */
function withSaid(parts: readonly Part[], at: number, attribution: string): string | null {
  const said = parts.find(({ words }, index) => index !== at && clauseOf(withoutOpener(words)) !== null)
  return said === undefined ? null : `${attribution} ${lowered(withoutOpener(said.words))}`
}

function startsWithVerb(words: string): boolean {
  const [first, second] = wordsWithClasses(`it ${words}`).slice(1)
  if (first === undefined) return false
  const next = first.kind === 'adverb' ? second : first
  return next?.kind === 'verb' || next?.kind === 'auxiliary'
}

/** The subject of a verb that stands apart from it: of the clause before, or the words before what lies between commas. */
function subjectBefore(parts: readonly Part[], at: number): string | null {
  for (let index = at - 1; index >= 0; index--) {
    const words = withoutOpener(parts[index]?.words ?? '')
    if (/^(?:which|who|whose|where)\s/i.test(words)) continue
    const clause = clauseOf(words)
    if (clause !== null) return isAttribution(words) ? null : subjectWords(words, clause)
    const all = wordsWithClasses(words)
    const isPhrase = all[0] !== undefined && opensPhrase(all[0]) && all.length <= 10
    if (isPhrase && (index === 0 || relative.test(parts[index + 1]?.words ?? ''))) return words
  }
  return null
}

function subjectWords(words: string, { subject }: Clause): string {
  return words.slice(subject[0]?.start ?? 0, subject.at(-1)?.end ?? 0)
}

/** Where no clause is found: the sentence if it is short, or else the part that held the date. */
function fragment(unit: string, part: string): string {
  return wordCount(unit) <= mostWords || wordCount(part) < 4 ? unit : part
}

function trimmed(words: string): string {
  return words.replace(/^[\s,.;:—–)-]+|[\s,.;:—–(-]+$/g, '')
}

function capitalised(words: string): string {
  return words.replace(/^\p{Ll}(?!\p{Lu})/u, letter => letter.toUpperCase())
}

function wordCount(words: string): number {
  return words.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word)).length
}
