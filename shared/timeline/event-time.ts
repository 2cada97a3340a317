// Where an event stands in time, and how sure that is.
import { dayFrom, firstDay, isBefore, lastDay } from '../dates/edtf-days.ts'
import type { Event } from '../model/records.ts'

export type EventTime = {
  /** Milliseconds of UTC: the beginning of the first day that its date allows; null where that is open or unknown. */
  from: number | null
  /** The end of the last such day; null where that is open or unknown. */
  to: number | null
  /** What is known of it as days: all of it, or of an open one the end that is not. */
  known: { from: number; to: number }
  /** Marked `~` in EDTF, and `?`; `%` is both. */
  isApproximate: boolean
  isUncertain: boolean
}

/** What a reader is told of an event on a day: `overdue` is expected by a day that has gone by. */
export type EventStanding = Event['status'] | 'overdue'

export const dayLength = 86_400_000

/** The time of an EDTF date of level 1; null where no day of it is known. */
export function eventTime(when: string): EventTime | null {
  const [first = '', last = first] = when.split('/')
  const [beginning, end] = [daysOf(first), daysOf(last)]
  if (beginning === null && end === null) return null
  const known = { from: (beginning ?? end)?.from ?? 0, to: (end ?? beginning)?.to ?? 0 }
  return {
    from: beginning?.from ?? null,
    to: end?.to ?? null,
    known,
    isApproximate: /[~%]/.test(when),
    isUncertain: /[?%]/.test(when),
  }
}

/** The days of a date that is no interval. */
function daysOf(date: string): { from: number; to: number } | null {
  const [first, last] = [firstDay(date), lastDay(date)]
  // `Date.UTC` takes the years before 100 for those of the twentieth century.
  if (first === null || last === null || first.year < 100) return null
  const from = Date.UTC(first.year, first.month - 1, first.day)
  return { from, to: Date.UTC(last.year, last.month - 1, last.day) + dayLength }
}

/** How an event stands on a day (`YYYY-MM-DD`); nothing is overdue where none is given. */
export function standingOf(
  { status, when }: Pick<Event, 'status' | 'when'>,
  day: string | null,
): EventStanding {
  return status === 'expected' && isBefore(lastDay(when), dayFrom(day)) ? 'overdue' : status
}
