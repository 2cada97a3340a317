// The units that time is counted in, from an hour to a century, as an axis names them. All of UTC.
import { utcFormat } from 'd3-time-format'
import type { CalendarPoint, DateStyle } from '../dates/date-styles.ts'

export type TimeUnit = {
  /** About how long it is, in milliseconds. */
  length: number
  /** The beginning of the one that a moment is in, and of the next one after it. */
  start: (moment: number) => number
  next: (start: number) => number
  /** What it is called under the name of the unit around it, and by itself. */
  label: (start: number, style: DateStyle) => string
  name: (start: number, style: DateStyle) => string
}

const hour = 3_600_000
const day = 24 * hour
/** The first Monday of 1970. */
const monday = 4 * day

const clock = utcFormat('%H:%M')
const clockAt = (moment: number) => clock(new Date(moment))
const dayOfMonth = (moment: number) => new Date(moment).getUTCDate()

function monthPoint(moment: number): CalendarPoint & { month: number } {
  const date = new Date(moment)
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  return { year, season: null, month: date.getUTCMonth() + 1, day: null }
}

function sayDay(moment: number, { say }: DateStyle): string {
  return say({ ...monthPoint(moment), day: dayOfMonth(moment) })
}

/** `Date.UTC` takes the years before 100 for those of the twentieth century. */
function utc(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1)
}

const yearOf = (moment: number) => new Date(moment).getUTCFullYear()

function hours(count: number): TimeUnit {
  const length = count * hour
  return {
    length,
    start: moment => Math.floor(moment / length) * length,
    next: start => start + length,
    label: clockAt,
    name: (start, style) => `${sayDay(start, style)}, ${clockAt(start)}`,
  }
}

function months(count: number, words: Pick<TimeUnit, 'label' | 'name'>): TimeUnit {
  return {
    length: count * 30.4375 * day,
    start: moment => {
      const date = new Date(moment)
      return utc(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / count) * count)
    },
    next: start => utc(yearOf(start), new Date(start).getUTCMonth() + count),
    ...words,
  }
}

function years(count: number, label: (year: number) => string): TimeUnit {
  const words = (start: number) => label(yearOf(start))
  return {
    length: count * 365.2425 * day,
    start: moment => utc(Math.floor(yearOf(moment) / count) * count, 0),
    next: start => utc(yearOf(start) + count, 0),
    label: words,
    name: words,
  }
}

const quarterOf = (start: number) => `Q${Math.floor(new Date(start).getUTCMonth() / 3) + 1}`

/** From the finest on. Of units beside one another, the beginnings of the coarser are among those of the finer, but of weeks. */
export const timeUnits = {
  hour: hours(1),
  threeHours: hours(3),
  sixHours: hours(6),
  twelveHours: hours(12),
  day: {
    length: day,
    start: moment => Math.floor(moment / day) * day,
    next: start => start + day,
    label: (start, { shortWeekdays }) =>
      `${shortWeekdays[(new Date(start).getUTCDay() + 6) % 7]} ${dayOfMonth(start)}`,
    name: sayDay,
  },
  week: {
    length: 7 * day,
    start: moment => Math.floor((moment - monday) / (7 * day)) * 7 * day + monday,
    next: start => start + 7 * day,
    label: start => String(dayOfMonth(start)),
    name: (start, style) => `the week of ${sayDay(start, style)}`,
  },
  month: months(1, {
    label: (start, { shortMonths }) => shortMonths[monthPoint(start).month - 1] ?? '',
    name: (start, { say }) => say(monthPoint(start)),
  }),
  quarter: months(3, { label: quarterOf, name: start => `${quarterOf(start)} ${yearOf(start)}` }),
  year: years(1, String),
  decade: years(10, year => `${year}s`),
  century: years(100, year => `${year}–${year + 99}`),
} as const satisfies Record<string, TimeUnit>

export type TimeUnitName = keyof typeof timeUnits

const names = Object.keys(timeUnits) as TimeUnitName[]

/** The finest unit, no finer than one, that takes at least the px that it needs, where a millisecond takes `scale`. */
export function unitAtLeast(
  needed: (unit: TimeUnitName) => number,
  scale: number,
  finest: TimeUnitName = 'hour',
): TimeUnitName {
  const from = names.indexOf(finest)
  return names.find((name, at) => at >= from && timeUnits[name].length * scale >= needed(name)) ?? 'century'
}

/** The beginnings of a unit from the one that `from` is in to the last before `to`. */
export function startsOf({ start, next }: TimeUnit, from: number, to: number): number[] {
  const starts: number[] = []
  for (let at = start(from); at < to; at = next(at)) starts.push(at)
  return starts
}
