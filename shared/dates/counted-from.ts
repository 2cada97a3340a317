// Dates counted from another that stands beside them: "two days after 3 May", "the week of 10 April".
import type { DateContext } from './calendar-date.ts'
import { countOf, countPattern, dayNumber, gap, weekdayNumber, weekdayPattern } from './date-words.ts'
import { type Day, firstDay, lastDay, monthOf } from './edtf-days.ts'
import { monday, shifted, type Unit } from './relative-units.ts'

type Groups = Record<string, string | undefined>

type CountedRule = {
  rule: string
  /** What stands before the other date. */
  expression: RegExp
  read: (groups: Groups, other: string, reference: Day) => string | null
}

const unit = '(?<unit>day|week|month|quarter|year)'
const ordinal = '(?<ordinal>first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)'

const table: [rule: string, pattern: string, read: CountedRule['read']][] = [
  [
    'units from a date',
    `(?:(?<count>${countPattern})|the)${gap}${unit}s?${gap}(?<way>before|prior${gap}to|after|from|following)${gap}`,
    ({ count = 'a', unit, way = '' }, other) => {
      const isBefore = /^(?:before|prior)/i.test(way)
      const day = isBefore ? firstDay(other) : lastDay(other)
      const steps = countOf(count) * (isBefore ? -1 : 1)
      // "Two weeks before 13 May" is a day, "two weeks before the end of the year" is about one.
      if (unit === 'week') return day?.add({ days: 7 * steps }).toString() ?? null
      return day && shifted(day, unit as Unit, steps)
    },
  ],
  [
    'week of a date',
    `(?:the${gap})?week${gap}(?:of|beginning|commencing|starting|ending|ended)(?:${gap}on)?${gap}`,
    (_, other) => {
      const day = /^\d{4}-\d{2}-\d{2}$/.test(other) ? firstDay(other) : null
      return day && `${monday(day)}/${monday(day).add({ days: 6 })}`
    },
  ],
  [
    'week of a month or year',
    `(?:the${gap})?${ordinal}${gap}week${gap}(?:of|in)${gap}`,
    ({ ordinal = '' }, other) => weekIn(other, ordinal),
  ],
  [
    'weekday of a month',
    `(?:the${gap})?${ordinal}${gap}(?<weekday>${weekdayPattern})${gap}(?:of|in)${gap}`,
    ({ ordinal = '', weekday = '' }, other) => weekdayIn(other, ordinal, weekdayNumber(weekday)),
  ],
  [
    'day of a month',
    `(?:the${gap})?(?<day>last|\\d{1,2}(?:st|nd|rd|th))${gap}day${gap}of${gap}`,
    ({ day = '' }, other) => {
      const first = /^\d{4}(?:-\d{2})?$/.test(other) ? firstDay(other) : null
      if (first === null || day === 'last') return lastDay(other)?.toString() ?? null
      return first.daysInMonth < dayNumber(day) ? null : first.with({ day: dayNumber(day) }).toString()
    },
  ],
]

const rules: CountedRule[] = table.map(([rule, pattern, read]) => ({
  rule,
  read,
  expression: new RegExp(pattern, 'iuy'),
}))

export type CountedFrom = {
  rule: string
  /** Where the other date has to stand. */
  end: number
  resolve: (other: string, context: DateContext) => string | null
}

/** What counts from a date that stands after it, exactly at an index of the text. */
export function matchCountedFrom(text: string, index: number): CountedFrom | null {
  for (const { rule, expression, read } of rules) {
    expression.lastIndex = index
    const match = expression.exec(text)
    if (match === null) continue
    const groups: Groups = match.groups ?? {}
    return {
      rule,
      end: expression.lastIndex,
      resolve: (other, { reference }) => (reference === null ? null : read(groups, other, reference)),
    }
  }
  return null
}

const places = ['first', 'second', 'third', 'fourth', 'fifth']

function placeOf(ordinal: string): number {
  const word = places.indexOf(ordinal.toLowerCase())
  return word >= 0 ? word : Number.parseInt(ordinal, 10) - 1
}

/** Weeks belong, as in ISO 8601, where their Thursday lies. */
function weekIn(other: string, ordinal: string): string | null {
  const [first, last] = [firstDay(other), lastDay(other)]
  if (first === null || last === null || !/^\d{4}(?:-\d{2})?$/.test(other)) return null
  const isLast = ordinal.toLowerCase() === 'last'
  const week = isLast
    ? monday(last.subtract({ days: 3 }))
    : monday(first.add({ days: 3 })).add({ days: 7 * placeOf(ordinal) })
  return `${week}/${week.add({ days: 6 })}`
}

function weekdayIn(other: string, ordinal: string, weekday: number): string | null {
  const [first, last] = [firstDay(other), lastDay(other)]
  if (first === null || last === null || !/^\d{4}-\d{2}$/.test(other)) return null
  if (ordinal.toLowerCase() === 'last')
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 }).toString()
  const day = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * placeOf(ordinal) })
  return monthOf(day) === monthOf(first) ? day.toString() : null
}
