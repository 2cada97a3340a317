// The axis of a timeline that is zoomed: units of time from edge to edge, and above them the larger ones that they are in.
import { textWidth } from '../charts/text-width.ts'
import type { DateStyle } from '../dates/date-styles.ts'
import { tickSize } from './time-axis.ts'
import { startsOf, type TimeUnit, type TimeUnitName, timeUnits, unitAtLeast } from './time-units.ts'

/** Where one begins, in CSS px, with what it is called and where that begins; a label that has no room is empty. */
export type UnitTick = { start: number; at: number; label: string; labelAt: number }

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

/** The units of both rows, where a millisecond takes `scale` px; there is nothing around centuries. */
export function axisUnits(scale: number): { fine: TimeUnitName; coarse: TimeUnitName | null } {
  const fine = unitAtLeast(name => needed[name], scale)
  return { fine, coarse: unitAround[fine] }
}

/** What of an axis is in sight: CSS px from the place of the moment `origin`. */
export type AxisWindow = { origin: number; rate: number; left: number; width: number }

/**
 * The beginnings of a unit in a window, by its label or by its full name. The label of one that began before it stands at its
 * left edge.
 */
export function unitTicks(
  name: TimeUnitName,
  words: 'label' | 'name',
  axis: AxisWindow,
  style: DateStyle,
): UnitTick[] {
  const { origin, rate, left, width } = axis
  const unit: TimeUnit = timeUnits[name]
  return startsOf(unit, origin + left / rate, origin + (left + width) / rate).map((start): UnitTick => {
    const [at, end] = [(start - origin) * rate, (unit.next(start) - origin) * rate]
    const label = unit[words](start, style)
    const labelAt = Math.max(left, at) + inset
    const hasRoom = labelAt + textWidth(label, tickSize) <= end - 2
    return { start, at, label: hasRoom ? label : '', labelAt }
  })
}
