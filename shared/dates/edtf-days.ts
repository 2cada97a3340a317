// The calendar days that an EDTF date covers.
import { Temporal } from 'temporal-polyfill'

export type Day = Temporal.PlainDate

/** The first day of an EDTF date of level 1; null where it is open, unknown or not read here. */
export function firstDay(edtf: string): Day | null {
  return boundary(edtf.split('/')[0] ?? '', 'first')
}

/** The last day of an EDTF date of level 1; null where it is open, unknown or not read here. */
export function lastDay(edtf: string): Day | null {
  return boundary(edtf.split('/').at(-1) ?? '', 'last')
}

/** Whether one day comes before another; null, which is open or unknown, before and after nothing. */
export function isBefore(one: Day | null, other: Day | null): boolean {
  return one !== null && other !== null && Temporal.PlainDate.compare(one, other) < 0
}

/** A day from its text `YYYY-MM-DD`; null where there is no such day. */
export function dayFrom(text: string | null): Day | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  return remembered(days, text, () => {
    try {
      return Temporal.PlainDate.from(text, { overflow: 'reject' })
    } catch {
      return null
    }
  })
}

/** `2025-05` for the month of a day. */
export function monthOf(day: Day): string {
  return day.toString().slice(0, 7)
}

/** `2025` for the year of a day. */
export function yearOf(day: Day): string {
  return day.toString().slice(0, 4)
}

/** The same few dates are asked for again and again. */
const days = new Map<string, Day | null>()
const boundaries = { first: new Map<string, Day | null>(), last: new Map<string, Day | null>() }

function boundary(edtf: string, which: 'first' | 'last'): Day | null {
  return remembered(boundaries[which], edtf, () => readBoundary(edtf, which))
}

function remembered(known: Map<string, Day | null>, text: string, read: () => Day | null): Day | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const day = read()
  if (known.size >= 5000) known.clear()
  known.set(text, day)
  return day
}

function readBoundary(edtf: string, which: 'first' | 'last'): Day | null {
  const plain = edtf.replace(/[~?%]$/, '')
  const years = /^(\d{2,4})(X{0,2})$/.exec(plain)
  if (years && plain.length === 4) {
    const digit = which === 'first' ? '0' : '9'
    return dayFrom(`${plain.replaceAll('X', digit)}-${which === 'first' ? '01-01' : '12-31'}`)
  }
  const parts = /^(\d{4})-(\d{2}|XX)(?:-(\d{2}|XX))?$/.exec(plain)
  if (!parts) return null
  const [, year = '', month = '', day] = parts
  if (month === 'XX') return boundary(year, which)
  if (day !== undefined && day !== 'XX') return dayFrom(plain)
  const season = Number(month) - 21
  const opening =
    season >= 0 && season <= 3
      ? dayFrom(`${year}-${String(3 + 3 * season).padStart(2, '0')}-01`)
      : dayFrom(`${year}-${month}-01`)
  if (which === 'first') return opening
  return opening?.add({ months: season >= 0 ? 3 : 1 }).subtract({ days: 1 }) ?? null
}
