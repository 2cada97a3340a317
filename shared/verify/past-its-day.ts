// Evidence that time has overtaken.
import { Temporal } from 'temporal-polyfill'
import { type Day, isBefore, lastDay } from '../dates/edtf-days.ts'
import type { Event, Figure } from '../model/records.ts'

/** Records do not change while a person types. */
const known = new WeakMap<Figure, Day | null>()

/** The last day on which a figure is good: its shelf life from its as-of date on; null where that is not known. */
export function goodUntil(figure: Figure): Day | null {
  const before = known.get(figure)
  if (before !== undefined) return before
  const { asOf, shelfLife } = figure
  const from = asOf === null ? null : lastDay(asOf)
  const until = from === null || shelfLife === null ? null : from.add(Temporal.Duration.from(shelfLife))
  known.set(figure, until)
  return until
}

/** Whether a figure is past its shelf life on a day. */
export function isStale(figure: Figure, today: Day): boolean {
  return isBefore(goodUntil(figure), today)
}

/** Whether an event that is still called expected should have happened before a day. */
export function isOverdue({ status, when }: Pick<Event, 'status' | 'when'>, today: Day): boolean {
  return status === 'expected' && isBefore(lastDay(when), today)
}
