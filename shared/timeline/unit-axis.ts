// The axis of a timeline that is zoomed: units of time from edge to edge, and above them the larger ones that they are in.
import { textWidth } from '../charts/text-width.ts'
import { tickSize } from './time-axis.ts'
import { startsOf, type TimeUnit, type TimeUnitName, timeUnits, unitAtLeast } from './time-units.ts'

/** Where one begins, in CSS px, with what it is called and where that begins; a label that has no room is empty. */
export type UnitTick = { start: number; at: number; label: string; labelAt: number }

export type UnitAxis = { unit: TimeUnitName; fine: UnitTick[]; coarse: UnitTick[] }

/** What a unit of the fine row needs for its label; the longest ones are left out where they have no room. */
const needed: Record<TimeUnitName, number> = {
  hour: 48,
  threeHours: 48,
  sixHours: 48,
  twelveHours: 48,
  day: 50,
  week: 28,
  month: 38,
  quarter: 32,
  year: 39,
  decade: 46,
  century: 80,
}
const inset = 5

const unitAround: Record<TimeUnitName, TimeUnitName | null> = {
  hour: 'day',
  threeHours: 'day',
  sixHours: 'day',
  twelveHours: 'day',
  day: 'month',
  week: 'month',
  month: 'year',
  quarter: 'year',
  year: 'decade',
  decade: 'century',
  century: null,
}

/** The axis from one moment to another (milliseconds of UTC), over a width in CSS px; places are counted from `origin`. */
export function unitAxis({
  from,
  to,
  width,
  origin = from,
}: {
  from: number
  to: number
  width: number
  origin?: number
}): UnitAxis {
  const scale = width / (to - from)
  const left = (from - origin) * scale
  const unit = unitAtLeast(name => needed[name], scale)
  const around = unitAround[unit]
  const row = (name: TimeUnitName, words: (unit: TimeUnit, start: number) => string, isSticky: boolean) => {
    const each = timeUnits[name]
    return startsOf(each, from, to).map((start): UnitTick => {
      const [at, end] = [(start - origin) * scale, (each.next(start) - origin) * scale]
      const label = words(each, start)
      // The name of what began before the left edge stays in sight.
      const labelAt = (isSticky ? Math.max(left, at) : at) + inset
      const hasRoom = labelAt + textWidth(label, tickSize) <= Math.min(end, left + width) - 2
      return { start, at, label: hasRoom ? label : '', labelAt }
    })
  }
  return {
    unit,
    fine: row(unit, ({ label }, start) => label(start), false),
    coarse: around === null ? [] : row(around, ({ name }, start) => name(start), true),
  }
}
