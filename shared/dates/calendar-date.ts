// A date as words give it: parts of the calendar, the year perhaps left out.
import { Temporal } from 'temporal-polyfill'
import { type Day, firstDay, lastDay } from './edtf-days.ts'
import { fiscalYear } from './fiscal-years.ts'
import { holidayIn } from './holidays.ts'

/** What a date is read against. */
export type DateContext = {
  /** The day the words were written on; null where it is not known. */
  reference: Day | null
  /** Where the sentence looks; null takes the nearest date. */
  tense: 'past' | 'future' | null
  /** The date last spoken of (EDTF), which "two days later" counts from. */
  previous: string | null
  /** The last month of the fiscal years that are spoken of, where that is known. */
  fiscalEnd?: number | null
}

/** The parts that stand in the words; what is absent was not said. */
export type CalendarDate = {
  year?: number
  /** -1 for "last year", 0 for "this year", 1 for "next year". */
  yearFromReference?: number
  month?: number
  day?: number
  /** 1 to 7, Monday to Sunday, where it stands with the day. */
  weekday?: number
  /** The last day of "3–31 May". */
  untilDay?: number
  /** The last year of "2015-16". */
  untilYear?: number
  /** 1 to 4, spring to winter. */
  season?: number
  /** 1 to 4. */
  quarter?: number
  /** 1 or 2. */
  half?: number
  /** `199X`, or `18XX` for a century. */
  decade?: string
  /** The name of a day: "Easter", "Labor Day". */
  holiday?: string
  /** Whether the year is a fiscal one. */
  isFiscal?: boolean
  /** Where "last 23 October" and "next Easter" look. */
  direction?: 'past' | 'future'
}

/** Whether the words leave the year to be found. */
export function lacksYear(date: CalendarDate): boolean {
  return date.year === undefined && date.yearFromReference === undefined && date.decade === undefined
}

/** The date as EDTF; null where it needs a reference that is not there, or no such day exists. */
export function resolveCalendarDate(date: CalendarDate, context: DateContext): string | null {
  if (date.decade !== undefined) return date.decade
  if (date.isFiscal && date.year !== undefined) return fiscalYear(date.year, context.fiscalEnd ?? null)
  if (date.year !== undefined) return inYear(date, date.year)
  const { reference } = context
  if (reference === null) return null
  if (date.direction !== undefined) {
    const today = reference.toString()
    const others = [-1, 0, 1].map(step => inYear(date, reference.year + step)).filter(edtf => edtf !== today)
    return nearest(others, reference, date.direction)
  }
  if (date.yearFromReference !== undefined) return inYear(date, reference.year + date.yearFromReference)
  const candidates = [-1, 0, 1].map(step => inYear(date, reference.year + step))
  // "Friday 9 May" is of a year in which that day was a Friday, whatever the sentence seems to say.
  const fitting = candidates.filter(edtf => firstDay(edtf ?? '')?.dayOfWeek === date.weekday)
  if (date.weekday !== undefined && fitting.length > 0) return nearest(fitting, reference, null)
  // What is expected of the third quarter in October is of the one that just ended.
  const tense = date.quarter !== undefined && context.tense === 'future' ? null : context.tense
  return nearest(candidates, reference, tense)
}

/** Of candidates in order of time: the last begun, the first not yet over, or the one with the fewest days between. */
export function nearest(
  candidates: (string | null)[],
  reference: Day,
  tense: DateContext['tense'],
): string | null {
  let best: { edtf: string; distance: number } | null = null
  for (const edtf of candidates) {
    const [first, last] = edtf === null ? [null, null] : [firstDay(edtf), lastDay(edtf)]
    if (edtf === null || first === null || last === null) continue
    const ahead = reference.until(first).days
    const behind = last.until(reference).days
    if ((tense === 'past' && ahead > 0) || (tense === 'future' && behind > 0)) continue
    const distance = Math.max(ahead, behind, 0)
    if (best === null || distance < best.distance) best = { edtf, distance }
  }
  return best?.edtf ?? null
}

function inYear(date: CalendarDate, year: number): string | null {
  const { month, day, season, quarter, half } = date
  const name = String(year).padStart(4, '0')
  if (date.holiday !== undefined) return holidayIn(date.holiday, year)?.toString() ?? null
  if (season !== undefined) return `${name}-${20 + season}`
  if (quarter !== undefined) return months(name, 3 * quarter - 2, 3 * quarter)
  if (half !== undefined) return months(name, 6 * half - 5, 6 * half)
  if (month === undefined) return date.untilYear === undefined ? name : `${name}/${date.untilYear}`
  if (day === undefined) return `${name}-${twoDigits(month)}`
  const first = calendarDay(year, month, day)
  if (first === null || date.untilDay === undefined) return first
  const last = calendarDay(year, month, date.untilDay)
  return last === null || date.untilDay <= day ? null : `${first}/${last}`
}

function months(year: string, first: number, last: number): string {
  return `${year}-${twoDigits(first)}/${year}-${twoDigits(last)}`
}

function calendarDay(year: number, month: number, day: number): string | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
