// Days of the calendar that have a name of their own.
import { Temporal } from 'temporal-polyfill'
import type { Day } from './edtf-days.ts'

/** A day of a month, a weekday counted within a month (-1 is the last, `plus` days on), or days from Easter Sunday. */
type Fall =
  | { month: number; day: number }
  | { month: number; weekday: number; nth: number; plus?: number }
  | { easter: number }

const table: [pattern: string, fall: Fall][] = [
  ["New Year[’']?s Day", { month: 1, day: 1 }],
  ["New Year[’']?s Eve", { month: 12, day: 31 }],
  ['Martin Luther King(?:,? Jr\\.?,?)? Day|MLK Day', { month: 1, weekday: 1, nth: 3 }],
  ['Groundhog Day', { month: 2, day: 2 }],
  ["Valentine[’']?s Day", { month: 2, day: 14 }],
  ["Presidents[’']? Day", { month: 2, weekday: 1, nth: 3 }],
  ["(?:St\\.? )Patrick[’']?s Day", { month: 3, day: 17 }],
  ["April Fools?[’']?s? Day", { month: 4, day: 1 }],
  ['Ash Wednesday', { easter: -46 }],
  ['Palm Sunday', { easter: -7 }],
  ['Good Friday', { easter: -2 }],
  ['Easter Monday', { easter: 1 }],
  ['Easter(?: Sunday)?(?! (?:egg|bunny|island|week|break|holiday))', { easter: 0 }],
  ['Pentecost|Whit Sunday', { easter: 49 }],
  ['May Day', { month: 5, day: 1 }],
  ['Memorial Day', { month: 5, weekday: 1, nth: -1 }],
  ['Juneteenth', { month: 6, day: 19 }],
  ['Independence Day|(?:the )?Fourth of July|(?:the )?July Fourth', { month: 7, day: 4 }],
  ['Bastille Day', { month: 7, day: 14 }],
  ['Labou?r Day', { month: 9, weekday: 1, nth: 1 }],
  ['Columbus Day', { month: 10, weekday: 1, nth: 2 }],
  ["Hallowe[’']?en", { month: 10, day: 31 }],
  ['Guy Fawkes Night', { month: 11, day: 5 }],
  ["Veterans[’']? Day|Armistice Day|Remembrance Day", { month: 11, day: 11 }],
  ['Black Friday', { month: 11, weekday: 4, nth: 4, plus: 1 }],
  ['Thanksgiving(?: Day)?', { month: 11, weekday: 4, nth: 4 }],
  ['Christmas Eve', { month: 12, day: 24 }],
  [
    'Christmas(?: Day)?(?! (?:tree|card|gift|present|carol|party|season|holiday|shopping|break|sales|bonus|market))',
    { month: 12, day: 25 },
  ],
  ['Boxing Day', { month: 12, day: 26 }],
]

const rules = table.map(([pattern, fall]) => ({ expression: new RegExp(`^(?:${pattern})$`, 'i'), fall }))

/** The names as a part of patterns. */
export const holidayPattern = table.map(([pattern]) => pattern.replaceAll(' ', '\\s')).join('|')

/** The day in a year on which a named day falls; null for other words. */
export function holidayIn(name: string, year: number): Day | null {
  const plain = name.replace(/\s+/g, ' ')
  const fall = rules.find(({ expression }) => expression.test(plain))?.fall
  if (fall === undefined) return null
  if ('easter' in fall) return easter(year).add({ days: fall.easter })
  if ('day' in fall) return Temporal.PlainDate.from({ year, month: fall.month, day: fall.day })
  const first = Temporal.PlainDate.from({ year, month: fall.month, day: 1 })
  const start = fall.nth > 0 ? first : first.with({ day: first.daysInMonth - 6 })
  const inWeek = start.add({ days: (fall.weekday - start.dayOfWeek + 7) % 7 })
  return inWeek.add({ days: 7 * Math.max(0, fall.nth - 1) + (fall.plus ?? 0) })
}

/** Easter Sunday of the Gregorian calendar, after Meeus, Jones and Butcher. */
function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}
