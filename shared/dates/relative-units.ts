// Days, weeks, months and longer units counted from a day, as EDTF.
import { type DateContext, nearest, resolveCalendarDate } from './calendar-date.ts'
import { type Day, firstDay, lastDay, monthOf, yearOf } from './edtf-days.ts'

/** What relative dates count in. */
export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade'

/** The Monday of a day’s week. */
export function monday(day: Day): Day {
  return day.subtract({ days: day.dayOfWeek - 1 })
}

/** The Saturday and Sunday of a day’s week, or of one some weeks on. */
export function weekend(reference: Day, weeks: number): string {
  const saturday = monday(reference).add({ days: 5 + 7 * weeks })
  return `${saturday}/${saturday.add({ days: 1 })}`
}

/** The day of the week that is meant by its name, and perhaps "last", "this" or "next". */
export function weekdayNear(
  reference: Day,
  number: number,
  which: string | undefined,
  tense: DateContext['tense'],
) {
  const inThisWeek = monday(reference).add({ days: number - 1 })
  if (which === 'last' || which === 'past' || which === 'previous')
    return onlyBefore(inThisWeek, reference).toString()
  if (which === 'next' || which === 'coming' || which === 'following' || which === 'upcoming')
    return onlyAfter(inThisWeek, reference).toString()
  if (which === 'this') return inThisWeek.toString()
  const days = [-7, 0, 7].map(step => inThisWeek.add({ days: step }).toString())
  return nearest(days, reference, tense)
}

function onlyBefore(day: Day, reference: Day): Day {
  return day.until(reference).days > 0 ? day : day.subtract({ days: 7 })
}

function onlyAfter(day: Day, reference: Day): Day {
  return reference.until(day).days > 0 ? day : day.add({ days: 7 })
}

/** The day of that number in the month that the tense asks for, of some months around the one that fell on the weekday. */
export function dayOfMonth(
  reference: Day,
  number: number,
  tense: DateContext['tense'],
  weekday: number | null,
): string | null {
  const months = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].flatMap(step => {
    const month = reference.with({ day: 1 }).add({ months: step })
    return number >= 1 && number <= month.daysInMonth ? [month.with({ day: number })] : []
  })
  const fitting = months
    .filter(day => weekday === null || day.dayOfWeek === weekday)
    .map(day => day.toString())
  return nearest(fitting, reference, tense)
}

/** "last June" is the June before this month, "next summer" the one not yet begun; "this June" is this year's. */
export function relativePart(
  which: string,
  reference: Day,
  context: DateContext,
  current: string,
  part: { month?: number; season?: number },
): string | null {
  const inYear = (step: number) => resolveCalendarDate({ ...part, yearFromReference: step }, context)
  if (/coming|next/i.test(which)) {
    const candidates = [0, 1].map(inYear).filter(edtf => edtf !== null && edtf !== current)
    return candidates.find(edtf => reference.until(firstDay(edtf ?? '') ?? reference).days > 0) ?? null
  }
  if (/past|last/i.test(which)) {
    const candidates = [0, -1, -2].map(inYear).filter(edtf => edtf !== null && edtf !== current)
    return candidates.find(edtf => (lastDay(edtf ?? '') ?? reference).until(reference).days > 0) ?? null
  }
  return inYear(0)
}

/** The whole unit that a day lies in, or the one some units on. */
export function unitAround(day: Day, unit: Unit, step: number): string {
  if (unit === 'weekend') return weekend(day, step)
  if (unit === 'quarter') {
    const first = day
      .with({ month: 3 * Math.floor((day.month - 1) / 3) + 1, day: 1 })
      .add({ months: 3 * step })
    return `${monthOf(first)}/${monthOf(first.add({ months: 2 }))}`
  }
  return shifted(day, unit, step)
}

/** A unit some units on from the one that a day lies in; a day is a day. */
export function shifted(day: Day, unit: Unit, count: number): string {
  if (unit === 'day') return day.add({ days: count }).toString()
  if (unit === 'weekend') return weekend(day, count)
  if (unit === 'week') {
    const first = monday(day.add({ days: 7 * count }))
    return `${first}/${first.add({ days: 6 })}`
  }
  if (unit === 'month') return monthOf(day.with({ day: 1 }).add({ months: count }))
  if (unit === 'quarter') return unitAround(day.with({ day: 1 }).add({ months: 3 * count }), 'quarter', 0)
  const year = yearOf(day.add({ years: unit === 'decade' ? 10 * count : count }))
  return unit === 'decade' ? `${year.slice(0, 3)}X` : year
}

/** From or to the reference, no more exact than the unit. */
export function span(reference: Day, unit: Unit, count: number): string {
  const lengths = { day: { days: count }, week: { days: 7 * count }, weekend: { days: 7 * count } }
  const longer = { month: { months: count }, quarter: { months: 3 * count } }
  const other = reference.add(
    unit === 'year' || unit === 'decade'
      ? { years: unit === 'decade' ? 10 * count : count }
      : { ...lengths, ...longer }[unit],
  )
  const [first, last] = count < 0 ? [other, reference] : [reference, other]
  if (unit === 'year' || unit === 'decade') return `${yearOf(first)}/${yearOf(last)}`
  return unit === 'month' || unit === 'quarter' ? `${monthOf(first)}/${monthOf(last)}` : `${first}/${last}`
}
