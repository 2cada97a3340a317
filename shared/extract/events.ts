// Dated events of a text: each expression of time that stands for days of the calendar, in its sentence.
import type { DateContext } from '../dates/calendar-date.ts'
import { monthNames, weekdayNames } from '../dates/calendar-words.ts'
import { countWords, dayOrdinals } from '../dates/date-words.ts'
import { dayFrom } from '../dates/edtf-days.ts'
import { fiscalEndOf } from '../dates/fiscal-years.ts'
import { holidayPattern } from '../dates/holidays.ts'
import { isEdtf } from '../dates/is-edtf.ts'
import { type DateReading, readDateAt } from '../dates/read-date.ts'
import { statusOf } from './event-status.ts'
import type { Quotation } from './quotations.ts'
import { type Range, within } from './sentences.ts'
import type { SuggestedEvent } from './suggestions.ts'
import { tenseOf } from './tenses.ts'
import { titleOf } from './titles.ts'

const fullNames = [...monthNames, ...weekdayNames].join('|')
/** Words and digits that an expression of time may begin with. */
const starts = new RegExp(
  `(?<![\\p{L}\\p{N}’'.,/@#_=$£€¥%-]|\\p{L}-)(?:${[
    "\\d{1,4}(?!\\d)(?:st|nd|rd|th)?|for(?= the quarter)|[’'](?=\\d0s)",
    'by|no|not|on|up|through(?:out)?|until|till|since|ever|between|from|within|in|at',
    'early|mid|late|earlier|later|the|end|start|beginning|middle|close|around|about|circa',
    'last|this|next|past|coming|upcoming|previous|following|same|that',
    'today|yesterday|tomorrow|tonight|an?|spring|summer|autumn|fall|winter',
    'year|month|quarter|week|fiscal|financial|FY|[QH][1-4]|nineteen(?=[ -])|eighteen(?=[ -])|two(?= thousand)',
    countWords,
    dayOrdinals.join('|'),
    `${fullNames}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?!\\p{L})|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?=[,.]| \\d)`,
    holidayPattern,
  ].join('|')})(?![\\p{Ll}])`,
  'giu',
)

/** Names of months that are other words too where they stand in small letters, alone or shortened. */
const lowerCaseName =
  /(?<!\p{L})(?:may|march|august|(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|sat|sun|mon|wed|fri|tue|thu)(?!\p{L}))/u

const quarterOfSomething = /^(?:first|second|third|fourth)-quarter\s\p{Ll}/iu

/** "OSLO, Norway, " before a date that says where and when a report was sent. */
const dateline = /^[\s*_]{0,4}\p{Lu}[\p{Lu} .’'-]{2,40},\s(?:\p{Lu}[\p{L}. ]{1,20},\s)?\(?$/u

/** Finds the dated events of a text, given its sentences in order and its own date. */
export function findEvents(
  text: string,
  sentences: Range[],
  date: string | null,
  quotedAt: (at: number) => Quotation | null,
): SuggestedEvent[] {
  const reference = dayFrom(date)
  const isSound = remembered(isEdtf)
  const fiscalEnd = fiscalEndOf(text)
  const events: SuggestedEvent[] = []
  let previous: string | null = null
  let index = 0
  starts.lastIndex = 0
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    while ((sentences[index]?.end ?? Number.POSITIVE_INFINITY) <= match.index) index++
    const sentence = sentences[index]
    if (sentence === undefined) break
    if (match.index < sentence.start) continue
    // Most words that might begin a date do not: the sentence is read for its tense only where one does.
    if (readDateAt(text, match.index, { reference, tense: null, previous }) === null) continue
    // What is reported as "first-quarter profit" is of a quarter that is over.
    // Within quotation marks the speaker's own tense counts, not that of "said".
    const quoted = quotedAt(match.index)
    const clause = quoted ? within(sentence, quoted) : sentence
    const tense = tenseAt(text, clause, match.index)
    const context: DateContext = { reference, tense, previous, fiscalEnd }
    const reading = readInText(text, match.index, sentence, context)
    if (reading === null) continue
    const span = withoutDuration(text, match.index, reading, sentence, context)
    starts.lastIndex = reading.end
    const rule = reading.rules.at(-1) ?? ''
    if (rule === 'day word' && (quoted !== null || /^\p{Lu}{4}/u.test(match[0]))) continue
    if (span.when !== null && !isSound(span.when)) continue
    if (span.when !== null && !span.when.includes('..')) previous = span.when
    const range = { start: span.start, end: reading.end }
    events.push({
      ...{ ...range, text: text.slice(range.start, range.end) },
      sentence: { start: sentence.start, end: sentence.end },
      when: span.when,
      status: statusOf(span.when, reference, tense ?? 'past'),
      ...told(text, sentence, clause, range, certaintyOf(reading.rules)),
      rule: reading.rules.join(', '),
    })
  }
  return events
}

/** How sure a date is that was read by these rules. */
function certaintyOf(rules: readonly string[]): number {
  if (rules.at(-1) === 'year') return 0.8
  return rules.includes('about') ? 0.7 : 0.85
}

/** A date of the text itself: least sure of all, and with no words but its own where the line says nothing else. */
const ofTheText = 0.4

/** What happens at a date, and how sure that is: no surer than the date, nor than the words for it. */
function told(
  text: string,
  sentence: Range,
  clause: Range,
  date: Range,
  certainty: number,
): Pick<SuggestedEvent, 'title' | 'confidence'> {
  const { title, confidence } = titleOf(text, clause, date)
  if (isDateline(text, sentence, date)) return { title, confidence: ofTheText }
  if (isDateLine(text, sentence, date))
    return { title: text.slice(date.start, date.end), confidence: ofTheText }
  return { title, confidence: Math.min(certainty, confidence) }
}

const weekdayFirst = new RegExp(
  `^(?:on\\s)?(?:${weekdayNames.join('|')})(?:[’'](?<owner>s))?(?!\\p{L})`,
  'iu',
)
const aheadOf = /\b(?:ahead\sof|before|for|until|at|in)\s(?:\S+\s)?$/i

/** Where a date looks: as its clause does, but for quarters reported and days of the week that no verb places. */
function tenseAt(text: string, clause: Range, at: number): DateContext['tense'] {
  if (quarterOfSomething.test(text.slice(at, at + 20))) return 'past'
  const before = text.slice(clause.start, at).slice(-200)
  const tense = tenseOf(before, text.slice(at, Math.min(clause.end, at + 160)))
  const weekday = weekdayFirst.exec(text.slice(at, at + 16))
  if (weekday === null) return tense
  // "Wednesday's ruling" was given, whatever will come of it; "ahead of Monday's debate" it is still to come.
  if (weekday.groups?.owner !== undefined && !aheadOf.test(before)) return 'past'
  return tense ?? 'past'
}

const longestLine = 200

/** "OSLO, 3 May (Reuters) — " says where and when a report was sent. */
function isDateline(text: string, sentence: Range, date: Range): boolean {
  return (
    dateline.test(text.slice(sentence.start, date.start)) &&
    /^,?(?:\s\([^()]{1,30}\))?\s?[—–-]/.test(text.slice(date.end, date.end + 40))
  )
}

/** A line that dates the text itself: nothing but a date, or one after "Published", "Updated" or the author's name. */
function isDateLine(text: string, sentence: Range, date: Range): boolean {
  if (date.start - sentence.start > longestLine || sentence.end - date.end > longestLine) return false
  const before = text
    .slice(sentence.start, date.start)
    .replace(/[*_#>|]/g, ' ')
    .trim()
  const after = text.slice(date.end, sentence.end).split(/[\s,.*_|]+/)
  if (!after.every(word => /^(?:|at?|\d{1,2}:\d{2}(?:[ap]m)?|[ap]m|[A-Z]{2,4})$/.test(word))) return false
  return /^(?:(?:first\s)?(?:published|posted|updated|created|issued|dated?)(?:\s(?:on|at))?\s*:?|By\s\p{Lu}[^.!?]*)?$/iu.test(
    before,
  )
}

/** A long text says the same dates again and again, and EDTF is slow to parse. */
function remembered(test: (edtf: string) => boolean): (edtf: string) => boolean {
  const known = new Map<string, boolean>()
  return edtf => {
    const answer = known.get(edtf) ?? test(edtf)
    known.set(edtf, answer)
    return answer
  }
}

/** Reads a date where it is one in running text, not a name, a number of something or a part of an address. */
function readInText(text: string, index: number, sentence: Range, context: DateContext): DateReading | null {
  const reading = readDateAt(text, index, context)
  if (reading === null || reading.end > sentence.end) return null
  const words = text.slice(index, reading.end)
  if (
    (lowerCaseName.test(words) && !/\d/.test(words)) ||
    (reading.when === null && context.reference !== null)
  )
    return null
  const before = text.slice(Math.max(sentence.start, index - 30), index)
  const after = text.slice(reading.end, reading.end + 40)
  const rule = reading.rules.at(-1) ?? ''
  if (/^[/@#_=%]|^-\d/.test(after)) return null
  if (rule === 'in units' && context.tense === 'past') return null
  // "More than a year ago" and "in the last week" name no day, week or year of the calendar.
  if (rule === 'units ago' && /\b(?:(?:more|less|longer)\sthan|over|under|at\sleast)\s$/i.test(before))
    return null
  if (
    rule === 'day of the month' &&
    !(
      /\b(?:on|by|until|till|from)\s$/i.test(
        before + (reading.frame === null ? '' : words.split(/the\s/i)[0]),
      ) && /^(?:[.,;:!?)]|$|\s(?:and|at|to|for|with|but|or|when|because)\s)/.test(after)
    )
  )
    return null
  if (
    rule === 'unit' &&
    !/quarter$/i.test(words) &&
    /\bthe\s(?:last|past|next|coming)\s\S+$/i.test(before + words)
  )
    return null
  if (rule === 'past or next units' && /^\S*\s*an?\s/i.test(words)) return null
  if (rule === 'year' && reading.frame === null && isCount(before, after)) return null
  if (rule === 'the unit' && !/\b(?:end|start|beginning|middle|close|early|late|mid)\b/i.test(words))
    return null
  if (rule === 'month' && !isMonth(words, before, after)) return null
  if (/decade/.test(words) && rule !== 'decade') return null
  if (rule === 'the unit' && /\bday\b/i.test(words)) return null
  if (reading.rules.includes('about') && /^[’']s\s/.test(after)) return null
  return reading
}

/** A number of people or pages, a fiscal year, or part of a name is not a year. */
function isCount(before: string, after: string): boolean {
  return (
    /(?:[#№$£€¥]|\bfiscal(?:\syear)?|\bFY|\b(?:page|room|section|article|chapter|number|no\.|route|flight))\s?$/i.test(
      before,
    ) ||
    /^\s(?:people|dollars|euros|percent|million|billion|employees|workers|jobs|votes|voters|miles|km|kilometres|points|feet|homes|pages|students|residents|soldiers|troops)\b/i.test(
      after,
    )
  )
}

/** "May" and "March" are months only after a word that leads to one; other months not before a surname. */
function isMonth(words: string, before: string, after: string): boolean {
  if (/\s/.test(words.trim())) return true
  const isLed =
    /(?:^|\s)(?:in|by|of|since|until|till|through|throughout|from|to|between|and|or|during|before|after|for|early|late|mid|last|next|this|around|about|next|every|at)\s(?:\p{Ll}+-)?$/iu.test(
      before,
    )
  if (/^(?:May|March|Mar|Dec|Jan|Jun|Sun|Sat)\.?$/.test(words)) return isLed && !/^\s\p{Lu}/u.test(after)
  return isLed || !/^\s\p{Lu}\p{Ll}/u.test(after)
}

/** "the largest since February" names a month; "raised since February" lasts from it. */
function withoutDuration(
  text: string,
  start: number,
  reading: DateReading,
  sentence: Range,
  context: DateContext,
): { start: number; when: string | null } {
  if (reading.frame !== 'since') return { start, when: reading.when }
  const before = text.slice(Math.max(sentence.start, start - 80), start)
  const isCompared =
    /(?:(?<!\p{L})(?:most|least|best|worst|first|only|\p{Ll}{2,}est)(?!\p{L})(?:[^,.;:]{0,50}))$/u.test(
      before,
    )
  // "since Monday's debate" names the day of the debate.
  const isOwner = /^[’']s?\s/.test(text.slice(reading.end, reading.end + 3))
  if (!isCompared && !isOwner) return { start, when: reading.when }
  const inner = /^\S+(?:\s+since)?\s+/i.exec(text.slice(start, reading.end))?.[0].length ?? 0
  const point = readDateAt(text, start + inner, { ...context, tense: 'past' })
  return point === null ? { start, when: reading.when } : { start: start + inner, when: point.when }
}
