// What the clause that ends in an amount says of it: who did what, or what stood at it.
import { type Clause, clauseOf, lowered, opensPhrase, phraseBefore } from './clauses.ts'
import { countOf, lastWords, mostWords } from './label-words.ts'
import { isBase } from './verb-forms.ts'
import { type Word, wordsWithClasses } from './word-classes.ts'

/** The words before an amount that say what it is: with what was done, where something stood, or neither. */
export type Doing = { words: string; isSure: boolean; amount: 'object' | 'level' | 'beside' }

const qualifier =
  /\s(?:about|around|roughly|nearly|almost|some|over|under|above|below|(?:more|less|fewer)\sthan|at\s(?:least|most)|up\sto|as\s(?:much|many|little|few)\sas|between|approximately|only|just|further|on\saverage|in\stotal|(?:a|an|the|another|its|their|his|her)(?:\s\p{Ll}[\p{L}-]+)?)$/iu
const preposition = /\s(?<link>to|at|by|of|from|past|in|for|on|with)$/i

/** Reads the words of a sentence that stand before an amount; null where none of them is a clause the amount ends. */
export function doingBefore(before: string): Doing | null {
  // "Sales were 20 million, up 8 percent": of sales too.
  const bare = withoutQualifiers(before.trimEnd().replace(/,\s(?:up|down)$/i, ''))
  const link = preposition.exec(bare)?.groups?.link?.toLowerCase() ?? null
  const text = bare.replace(preposition, '')
  const words = wordsWithClasses(text)
  // The amount stands in brackets, after a dash or in a list of its own.
  if (words.length === 0 || words.at(-1)?.kind === 'mark') return null
  const named = link === 'of' || link === null ? phraseBefore(text) : null
  if (named !== null && link === 'of')
    return { words: named, isSure: countOf(named) <= mostWords, amount: 'beside' }
  const starts = startsIn(words)
  // "One had 42 percent, the other 38": without a verb of its own.
  if (named !== null && named.length >= text.length - (words[starts[0] ?? 0]?.start ?? 0))
    return { words: named, isSure: false, amount: 'beside' }
  for (const start of starts) {
    const own = text.slice(words[start]?.start)
    const [first, second] = words.slice(start)
    // "Explaining the cuts came to": the clause is what was explained.
    const from = first?.kind === 'non-finite' && second && opensPhrase(second) ? second.start : first?.start
    const clause = goesOnFrom(words[start - 1], own) ? null : innermost(text.slice(from))
    if (clause !== null) return said(clause, link, start === 0)
    const told = relative(text, words, start)
    if (told !== null) return { words: lastWords(told), isSure: countOf(told) <= mostWords, amount: 'beside' }
  }
  return null
}

function withoutQualifiers(text: string): string {
  let bare = text
  for (let longer = ''; longer !== bare; ) {
    longer = bare
    bare = ` ${bare}`.replace(qualifier, '').trimStart()
  }
  return bare
}

const joins = new Set(['mark', 'conjunction', 'subordinator', 'relative'])
const isVerb = ({ kind }: Word) => kind === 'verb' || kind === 'auxiliary'

/** Where a clause may begin, the last first: not within a list, nor after words between commas. */
function startsIn(words: readonly Word[]): number[] {
  const starts = [0]
  let from = 0
  for (const [index, { kind }] of words.entries()) {
    if (!joins.has(kind)) continue
    const part = words.slice(from, index)
    from = index + 1
    const [first] = part
    const isItem = first !== undefined && opensPhrase(first) && !part.some(isVerb)
    if (!isItem || kind === 'relative' || kind === 'subordinator') starts.push(from)
  }
  return starts.toReversed()
}

/** The clause that a text ends in: of "officials said the two raised", "the two raised"; of "it rose and hit", "it hit". */
function innermost(text: string): (Clause & { text: string }) | null {
  const clause = clauseOf(text)
  if (clause === null) return null
  const after = clause.words.findIndex(({ kind }, index) => index > clause.verb && kind !== 'adverb')
  const next = clause.words[after]
  const inner = next !== undefined && opensPhrase(next) ? innermost(text.slice(next.start)) : null
  if (inner !== null && inner.subject.at(-1)?.kind !== 'conjunction') return inner
  const joined = clause.words.findLastIndex(
    ({ kind }, index) => index > clause.verb && kind === 'conjunction',
  )
  const second = clause.words[joined + 1]
  const isSecond = joined > 0 && second !== undefined && beginsWithVerb(text.slice(second.start))
  return { ...clause, text, verb: isSecond ? joined + 1 : clause.verb }
}

/** Whether words go on with a verb after a subject that stands before them. */
export function beginsWithVerb(words: string): boolean {
  const first = wordsWithClasses(`they ${words}`)[1]
  return first !== undefined && isVerb(first)
}

/** Whether a relative clause has no subject but what stands before it; after "which" more words are verbs than after a noun. */
function goesOnFrom(link: Word | undefined, words: string): boolean {
  if (link?.kind !== 'relative') return false
  const isSubject = /^(?:which|who)$/i.test(link?.text ?? '')
  return beginsWithVerb(words) || (isSubject && isBase(/^\p{Ll}+/u.exec(words)?.[0] ?? ''))
}

/** "Groups that have raised": whom a relative clause without a subject of its own is about, and the clause. */
function relative(text: string, words: readonly Word[], start: number): string | null {
  const link = words[start - 1]
  const first = words[start]
  if (link?.kind !== 'relative' || first === undefined) return null
  if (!goesOnFrom(link, text.slice(first.start)) || words.slice(start).some(({ kind }) => kind === 'mark'))
    return null
  const whom = phraseBefore(text.slice(0, link.start).replace(/[\s,]+$/, ''))
  if (whom === null) return null
  const told = `${whom} ${text.slice(link.start)}`
  // Of a long phrase what stands nearest is enough: "an analysis of groups that have raised".
  return countOf(told) > mostWords ? told.replace(/^.*?\sof\s/, '') : told
}

/** Verbs that only say that a thing stood at an amount, so that the thing alone is what is measured. */
const standing =
  /^(?:hits?|reach(?:es|ed)?|total(?:s|led|ed)?|st(?:ands|ood)|exceed(?:s|ed)?|surpass(?:es|ed)?|top(?:s|ped)?|pass(?:es|ed)|amount(?:s|ed)?|equal(?:s|led|ed)?|averaged?|remain(?:s|ed)?)$/i
const isBeing = /^(?:is|are|was|were|be|been|being|will|would|has|have|had|may|might|could|can|should)$/i

/** What a clause says of the amount that ends it; `isFirst` where it opens the sentence, so that a capital tells nothing. */
function said(clause: Clause & { text: string }, link: string | null, isFirst: boolean): Doing {
  const { words, verb, text } = clause
  const after = words.findIndex((word, index) => index > verb && !isVerbal(word))
  const [group, rest] = after < 0 ? [words.slice(verb), []] : [words.slice(verb, after), words.slice(after)]
  const isUnnamed = clause.subject.every(({ kind }) => kind !== 'noun' && kind !== 'number')
  const subject = coreOf(clause)
  const verbs = text.slice(words[verb]?.start)
  const whole = `${lowered(subject)} ${verbs}`
  const isWhole = !isUnnamed && countOf(whole) <= mostWords && !rest.some(({ kind }) => kind === 'mark')
  const object = rest.find(word => opensPhrase(word) && word.kind !== 'number' && word.kind !== 'pronoun')
  if (object === undefined) {
    const last = group.findLast(({ kind }) => kind !== 'adverb')?.text ?? ''
    const isAt = group.every(word => isBeing.test(word.text)) || standing.test(last)
    if (isAt || link === 'to' || link === 'at' || link === 'past')
      return { words: subject, isSure: !isUnnamed && countOf(subject) <= mostWords, amount: 'level' }
    const isObject = isWhole && link === null && !(isFirst && /^\p{Lu}/u.test(whole))
    return { words: whole, isSure: isWhole, amount: isObject ? 'object' : 'beside' }
  }
  const lastMark = words.findLast(({ kind }) => kind === 'mark')?.end ?? 0
  const what = withoutOwner(text.slice(Math.max(object.start, lastMark)).trim())
  // "It raised its forecast by": the forecast, where nobody is named.
  const isShort = lastMark === 0 && countOf(what) <= mostWords
  // "The bank raised its forecast to": what was moved there.
  if (link === 'to' || link === 'at') return { words: lastWords(what), isSure: isShort, amount: 'level' }
  if (isWhole) return { words: whole, isSure: true, amount: 'beside' }
  return { words: lastWords(what), isSure: isShort && isUnnamed && link !== null, amount: 'beside' }
}

function isVerbal({ kind }: Word): boolean {
  return ['verb', 'auxiliary', 'non-finite', 'adverb'].includes(kind)
}

/** The words of a subject without what only says more of it: "states — which include both — will grow". */
function coreOf({ subject, text }: Clause & { text: string }): string {
  const last = subject.at(-1)
  // Commas within it are those of a list.
  const end = last?.kind === 'mark' ? subject.findIndex(({ kind }) => kind === 'mark') : -1
  const aside = subject.findIndex(({ kind }) => kind === 'relative')
  const kept = end > 0 ? subject.slice(0, end) : aside > 0 ? subject.slice(0, aside) : subject
  return text.slice(kept[0]?.start ?? 0, kept.at(-1)?.end ?? 0)
}

function withoutOwner(words: string): string {
  return words.replace(/^(?:its|their|his|her|our|my|your)\s/i, '')
}
