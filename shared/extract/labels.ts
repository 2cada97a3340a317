// What a figure measures, in the words of its sentence: what is counted, what it is an amount of, or who did what with it.
import { monthNames, weekdayNames } from '../dates/calendar-words.ts'
import { phraseBefore } from './clauses.ts'
import { beginsWithVerb, type Doing, doingBefore } from './doing.ts'
import {
  countOf,
  firstWords,
  lastWords,
  mostWords,
  plain,
  trimmedEnd,
  withoutArticle,
} from './label-words.ts'
import type { Range } from './sentences.ts'
import { wordsWithClasses } from './word-classes.ts'

/** What an amount measures, and whether the sentence says that of it or the words only stand beside it. */
export type Label = { label: string; isSure: boolean }

type Labelled = Range & { unit: string; isOfThings: boolean }

/** "Its forecast by 0.1 points to": what another amount says is not what this one measures. */
const anotherAmount =
  /\s(?:(?:by|to|at|from|than)\s(?:\p{Ll}+\s){0,2}[$£€¥]?\d|(?<!(?:top|bottom)\s)[$£€¥]?\d[\d.,]*\s?(?:%|percent|per\scent|million|billion|trillion)).*$/u

/** A label of at most eight words; the amount itself where its sentence has no others. */
export function labelOf(text: string, sentence: Range, amount: Labelled): Label {
  const before = plain(text.slice(Math.max(sentence.start, amount.start - 300), amount.start))
  const after = plain(text.slice(amount.end, Math.min(sentence.end, amount.end + 200)))
  const doing = doingBefore(before)
  const isShare = amount.unit === '%' && doing?.amount === 'level' && doing.isSure
  const found = isShare
    ? doing
    : (thingOf(text, amount, after, doing) ?? relativeAfter(after) ?? doing ?? predicateAfter(before, after))
  const whole = withoutArticle(trimmedEnd(firstWords(found?.words ?? wordsAround(before, after))))
  const own = trimmedEnd(whole.replace(anotherAmount, ''))
  const label = /\p{L}{4}/u.test(own) ? own : whole
  const isSure = found?.isSure === true && label === whole && label !== ''
  return { label: label || text.slice(amount.start, amount.end), isSure }
}

/** What was counted, or what the amount is of, with who did it where that is said. */
function thingOf(text: string, amount: Labelled, after: string, doing: Doing | null): Doing | null {
  if (amount.isOfThings) {
    const counted = things(text.slice(amount.start, amount.end), after)
    return counted === null ? null : withDoer(counted, doing)
  }
  const lead = /^\s(?<link>worth\sof|of|in|for|on)\s(?<rest>.*)$/isu.exec(after)?.groups
  // "Of whom" says whom only in the words before.
  const isNoThing =
    lead?.rest === undefined || isTime(lead.rest) || /^(?:whom|which|it|them|us|what)\b/.test(lead.rest)
  const phrase = isNoThing ? '' : phraseOf(lead?.rest ?? '')
  // A share is not of what it grew in, and a sum not in a place.
  const isPlace = lead?.link === 'in' && (amount.unit === '%' || /\p{Lu}\S*$/u.test(phrase))
  if (phrase === '' || isPlace) {
    const noun = nounAfter(after)
    return noun === null ? null : withDoer(noun, doing)
  }
  // "The board spent on dredging": the words between belong to what was done.
  const isSpent =
    lead?.link === 'on' || lead?.link === 'for' || /\b(?:invest|put|pour|sink)\w*$/.test(doing?.words ?? '')
  const spent = doing?.isSure && isSpent ? `${doing.words} ${lead?.link} ${phrase}` : ''
  return spent !== '' && countOf(spent) <= mostWords
    ? { words: spent, isSure: true, amount: 'beside' }
    : withDoer(phrase, doing)
}

/** "A $185 million fine": the noun that follows the amount at once. */
function nounAfter(after: string): string | null {
  const first = /^[\s-](?<word>\p{Ll}[\p{L}-]*)/u.exec(after)?.groups?.word
  if (
    first === undefined ||
    isTime(after.trimStart()) ||
    /^(?:apiece|each|more|less|higher|lower|ago|mark|long|wide|high|tall|deep|thick|away|apart|old|ahead|behind|off|wrong|right|sure)$/.test(
      first,
    )
  )
    return null
  const rest = after.slice(1)
  return wordsWithClasses(`the ${rest}`)[1]?.kind === 'noun' &&
    wordsWithClasses(`it ${rest}`)[1]?.kind !== 'verb'
    ? phraseOf(rest)
    : null
}

/** What a count counts, and the words that say which of them. */
function things(counted: string, after: string): string | null {
  const words = wordsWithClasses(counted)
  const last = words.findLastIndex(({ kind }) => kind === 'number')
  const noun = words[last + 1]
  if (noun === undefined) return null
  const which = isTime(after.trimStart()) || !/^\s/.test(after) ? '' : predicateOf(after)
  return firstWords(`${counted.slice(noun.start)} ${which}`)
}

/** "Taxes" is more with "the top tenth paid", where that is what was done with the amount. */
function withDoer(thing: string, doing: Doing | null): Doing {
  const doer = doing?.amount === 'object' ? ` ${doing.words}` : ''
  const both = `${trimmedEnd(thing)}${doer}`
  return { words: countOf(both) <= mostWords ? both : thing, isSure: true, amount: 'beside' }
}

/** "$45 million that went to the other side". */
function relativeAfter(after: string): Doing | null {
  const lead = /^\s(?:that|which)\s/.exec(after)
  if (lead === null) return null
  const rest = after.slice(lead[0].length)
  if (!beginsWithVerb(rest)) return null
  return { words: predicateOf(rest), isSure: true, amount: 'beside' }
}

/** "Another 19 percent said they would choose neither": what the amount itself did, which opens its clause. */
function predicateAfter(before: string, after: string): Doing | null {
  const own = phraseBefore(before)
  if (own !== null && countOf(own) > 1 && !/\d/.test(own) && !/^another$/i.test(own))
    return { words: lastWords(own), isSure: /\sof\s*$/i.test(before), amount: 'beside' }
  if (!beginsWithVerb(after)) return null
  return { words: predicateOf(after), isSure: true, amount: 'beside' }
}

const phraseEnds =
  /\.(?!\d)|,(?!\d)|[;:—–()“”"]|\s(?:that|which|who|whom|including|from|by|to|at|and|but|or|if|when|after|before|while|because|since|as|is|are|was|were|has|have|had|will|would|said|says|compared|rather)\s/iu
const predicateEnds = /\.(?!\d)|,(?!\d)|[;:—–()“”"]|\s(?:and|but|if|when|while|because|although|compared)\s/iu

function phraseOf(text: string): string {
  return firstWords(untilEnd(text, phraseEnds))
}

function predicateOf(text: string): string {
  return firstWords(untilEnd(text, predicateEnds))
}

function untilEnd(text: string, ends: RegExp): string {
  const words = text.slice(0, ends.exec(`${text} `)?.index ?? text.length)
  return words.slice(0, timeWithin.exec(words)?.index ?? words.length)
}

const timeWord = `(?:(?:last|this|next|past|early|late|mid|first|second|third|fourth|\\S+)[\\s-])?(?:(?:second|minute|hour|day|week|month|quarter|year|decade)s?|${[...monthNames, ...weekdayNames].join('|')}|today|yesterday|\\d{4})(?!\\p{L})`
/** "4% in March", "£2m in three months", "$12 an hour" say when or how often, not what. */
const time = new RegExp(`^(?:an?\\s|per\\s|every\\s|the\\s)?${timeWord}`, 'iu')
const timeWithin = new RegExp(
  `\\s(?:(?:in|on|at|during|over|for|since|until|through|by)\\s(?:the\\s)?|every\\s|each\\s|a\\s|last\\s|this\\s)${timeWord}`,
  'iu',
)

function isTime(words: string): boolean {
  return time.test(words)
}

function wordsAround(before: string, after: string): string {
  const parts = [...before.split(/[;:—()“”"]|,\s/).toReversed(), ...after.split(/[;:—()“”"]|,\s/)]
  const said = parts.map(part => trimmedEnd(part)).filter(part => /\p{L}{4}/u.test(part))
  return withoutArticle(lastWords(said.find(part => countOf(part) >= 2) ?? said[0] ?? ''))
}
