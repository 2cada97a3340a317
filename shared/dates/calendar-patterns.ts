// How dates of the calendar are written. Each pattern's groups are the parts that it states.

import type { CalendarDate } from './calendar-date.ts'
import {
  dayNumber,
  dayPattern,
  gap,
  monthNumber,
  monthPattern,
  ordinals,
  seasonNumber,
  seasonPattern,
  spokenYear,
  spokenYearPattern,
  weekdayNumber,
  weekdayPattern,
  wordEnd,
  yearPattern,
} from './date-words.ts'
import { holidayPattern } from './holidays.ts'
import { lazily } from './lazily.ts'

const month = `(?<month>${monthPattern})`
const day = `(?<day>${dayPattern})`
const until = `(?:${gap})?(?:–|—|-|to|and|through)(?:${gap})?(?:the${gap})?(?<until>${dayPattern})`
const year = `(?<year>${yearPattern})`
const ofYear = `(?:,?${gap}(?:of${gap}|in${gap})?(?:${year}|[’'](?<shortYear>\\d\\d)|(?<spokenYear>${spokenYearPattern})|(?<yearWord>last|this|next)${gap}year))`
const direction = `(?:(?<direction>last|next|this${gap}past|this${gap}coming)${gap})?`
const mark = '(?<mark>[-/])'
const weekday = `(?:(?<weekday>${weekdayPattern}|(?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)\\.?),?${gap}(?:the${gap})?)?`
const quarter = `(?:Q(?<quarter>[1-4])|(?:the${gap})?(?<ordinal>${ordinals.join('|')})(?:${gap}|-)quarter)`
const half = `(?:H(?<half>[12])|(?:the${gap})?(?<ordinalHalf>first|second)(?:${gap}|-)half)`

const centuryWords = 'sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first'

// The longest match wins, so the order is for the reader only.
const patterns: [rule: string, pattern: string][] = [
  ['iso date', `${year}-(?<isoMonth>\\d{2})(?:-(?<day>\\d{2}))?`],
  ['joined date', `(?<day>\\d{1,2})${mark}${month}\\k<mark>${year}`],
  ['joined date', `${month}${mark}(?<day>\\d{1,2})\\k<mark>${year}`],
  ['joined date', `${year}${mark}${month}\\k<mark>(?<day>\\d{1,2})`],
  ['joined date', `${month}[-/]${year}`],
  ['short numeric date', `(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<shortYear>\\d\\d)`],
  ['numeric date', `(?<first>\\d{1,2})(?<mark>[/.])(?<second>\\d{1,2})\\k<mark>${year}`],
  ['day and month', `${direction}${weekday}(?:the${gap})?${day}${gap}(?:of${gap})?${month}${ofYear}?`],
  ['days and month', `${day}${until}${gap}(?:of${gap})?${month}${ofYear}?`],
  ['month and day', `${direction}${weekday}${month}${gap}(?:the${gap})?${day}${wordEnd}${ofYear}?`],
  ['month and days', `${month}${gap}${day}${until}${wordEnd}${ofYear}?`],
  ['month', `${month}${ofYear}?`],
  ['quarter', `${quarter}${ofYear}?`],
  ['year and quarter', `${year}(?:${gap}|-)?Q(?<quarter>[1-4])`],
  ['year and half', `${year}(?:${gap}|-)?H(?<half>[12])`],
  ['named year', `(?:the${gap})?year${gap}${year}`],
  ['spoken year', `(?<spokenYear>${spokenYearPattern})`],
  [
    'fiscal year',
    `(?:the${gap})?(?:fiscal(?:${gap}year)?|financial${gap}year)${gap}(?<fiscal>${yearPattern})|FY[’' ]?(?<fiscal2>20\\d\\d|\\d\\d)`,
  ],
  [
    'century',
    `(?:the${gap})?(?<century>\\d{1,2}(?:st|nd|rd|th)|${centuryWords})(?:${gap}|-)century(?:${gap}(?<era>B\\.?C|BC))?`,
  ],
  [
    'holiday',
    `${direction}(?<holiday>${holidayPattern})(?:,?${gap}(?:of${gap}|in${gap})?${year}|${gap}(?<yearWord>last|this|next)${gap}year)?`,
  ],
  ['half of a year', `${half}${ofYear}`],
  ['season', `(?:the${gap})?(?<season>${seasonPattern})${ofYear}`],
  ['decade', `(?:the${gap})?(?<decade>(?:1[5-9]|20)[0-9]0|[’'‘]?[2-9]0)[’']?s`],
  ['years', `${year}[-–](?<untilYear>\\d{2})(?![-–\\d])`],
  ['year', year],
]

const rules = lazily(() =>
  patterns.map(([rule, pattern]) => ({
    rule,
    expression: new RegExp(`${pattern}${wordEnd}`, 'iuy'),
  })),
)

export type CalendarMatch = { rule: string; end: number; date: CalendarDate }

/** The longest calendar date that starts exactly at an index of the text. */
export function matchCalendarDate(text: string, index: number): CalendarMatch | null {
  let best: CalendarMatch | null = null
  for (const { rule, expression } of rules()) {
    expression.lastIndex = index
    const match = expression.exec(text)
    if (!match || (best !== null && expression.lastIndex <= best.end)) continue
    const date = dateFrom(match.groups ?? {})
    if (date !== null) best = { rule, end: expression.lastIndex, date }
  }
  return best
}

type Groups = Record<string, string | undefined>

function dateFrom(groups: Groups): CalendarDate | null {
  if (groups.decade !== undefined) return decadeFrom(groups.decade)
  if (groups.century !== undefined)
    return groups.era === undefined ? { decade: `${dayNumber(groups.century) - 1}XX` } : null
  const date: CalendarDate = {}
  if (groups.year !== undefined) date.year = Number(groups.year)
  if (groups.shortYear !== undefined) date.year = nearCentury(Number(groups.shortYear))
  if (groups.spokenYear !== undefined) date.year = spokenYear(groups.spokenYear)
  const fiscal = groups.fiscal ?? groups.fiscal2
  if (fiscal !== undefined) date.isFiscal = true
  if (fiscal !== undefined) date.year = fiscal.length === 2 ? 2000 + Number(fiscal) : Number(fiscal)
  if (groups.holiday !== undefined) date.holiday = groups.holiday
  if (groups.direction !== undefined)
    date.direction = /next|coming/i.test(groups.direction) ? 'future' : 'past'
  if (groups.yearWord !== undefined) date.yearFromReference = yearSteps[groups.yearWord.toLowerCase()] ?? 0
  if (groups.day !== undefined) date.day = dayNumber(groups.day)
  if (groups.weekday !== undefined) date.weekday = weekdayNumber(groups.weekday)
  if (groups.until !== undefined) date.untilDay = dayNumber(groups.until)
  if (groups.isoMonth !== undefined) date.month = Number(groups.isoMonth)
  const named = groups.month === undefined ? undefined : monthNumber(groups.month)
  if (named !== undefined) date.month = named
  if (groups.season !== undefined) date.season = seasonNumber(groups.season)
  if (groups.quarter !== undefined) date.quarter = Number(groups.quarter)
  if (groups.ordinal !== undefined) date.quarter = ordinals.indexOf(groups.ordinal.toLowerCase()) + 1
  if (groups.half !== undefined) date.half = Number(groups.half)
  if (groups.ordinalHalf !== undefined) date.half = ordinals.indexOf(groups.ordinalHalf.toLowerCase()) + 1
  if (groups.untilYear !== undefined) {
    date.untilYear = Number(`${groups.year?.slice(0, 2)}${groups.untilYear}`)
    if (date.untilYear <= Number(groups.year)) return null
  }
  if (groups.first !== undefined) return numericDate(date, groups)
  return (date.month ?? 1) >= 1 && (date.month ?? 1) <= 12 && date.day !== 0 && (date.day ?? 1) <= 31
    ? date
    : null
}

/** "’87" is 1987 and "’24" is 2024: two digits reach some years ahead of those that a text may be read in. */
function nearCentury(digits: number): number {
  return digits < 45 ? 2000 + digits : 1900 + digits
}

const yearSteps: Record<string, number> = { last: -1, this: 0, next: 1 }

/** With dots the day stands first; with slashes it may stand second, so both readings must agree or one be impossible. */
function numericDate(date: CalendarDate, groups: Groups): CalendarDate | null {
  const [first, second] = [Number(groups.first), Number(groups.second)]
  const dayFirst = second >= 1 && second <= 12 && first >= 1 && first <= 31
  const monthFirst = first >= 1 && first <= 12 && second >= 1 && second <= 31
  if (dayFirst && (groups.mark === '.' || !monthFirst || first === second)) {
    return { ...date, day: first, month: second }
  }
  return monthFirst && !dayFirst ? { ...date, day: second, month: first } : null
}

/** "the 1800s" and "the 2000s" may be a century, so they are left alone. */
function decadeFrom(words: string): CalendarDate | null {
  const digits = words.replace(/\D/g, '')
  const year = digits.length === 2 ? `19${digits}` : digits
  return year.endsWith('00') ? null : { decade: `${year.slice(0, 3)}X` }
}
