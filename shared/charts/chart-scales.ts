// The two axes of a chart: what stands where, and the few places that are named.
import { type ScaleLinear, type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale'
import { utcFormat } from 'd3-time-format'
import type { DateStyle } from '../dates/date-styles.ts'
import type { ChartPoint } from './chart.ts'
import { dayLength, shortDate } from './chart-time.ts'
import { textWidth } from './text-width.ts'

/** CSS px within the drawing. */
export type Frame = { left: number; right: number; top: number; bottom: number }

export type Tick = { at: number; label: string }

export type ChartScales = {
  x: ScaleTime<number, number>
  y: ScaleLinear<number, number>
  xTicks: Tick[]
  yTicks: Tick[]
  /** Whether labels of time stand in the middle of what they name, which then has no mark at its beginning. */
  isMiddle: boolean
  frame: Frame
}

const fontSize = 11
/** How far points keep from the frame, so that their dots stand in it whole. */
const inset = 5

/** The axes for some points, at least one, in a drawing of this size. */
export function chartScales(
  points: readonly ChartPoint[],
  size: { width: number; height: number; dates?: DateStyle },
): ChartScales {
  const y = scaleLinear().domain(valueDomain(points)).nice(4)
  const labels = y.ticks(4)
  const format = y.tickFormat(4)
  const gutter = Math.max(...labels.map(value => textWidth(format(value), fontSize)), 0) + 8
  const frame = { left: Math.ceil(gutter), right: size.width - 8, top: 30, bottom: size.height - 24 }
  y.range([frame.bottom, frame.top])
  const x = scaleUtc()
    .domain(timeDomain(points))
    .range([frame.left + inset, frame.right - inset])
  const yTicks = labels.map(value => ({ at: y(value), label: format(value) }))
  return { x, y, yTicks, frame, ...timeTicks(x, points, frame, size.dates) }
}

/** From the lowest to the highest; from zero where that is not far away. */
function valueDomain(points: readonly ChartPoint[]): [number, number] {
  const low = Math.min(...points.map(point => point.low))
  const high = Math.max(...points.map(point => point.high))
  const isNear = (end: number, far: number) => Math.abs(end) < Math.abs(far) * 0.4
  if (low >= 0 && isNear(low, high)) return [0, high]
  if (high <= 0 && isNear(high, low)) return [low, 0]
  if (low < high) return [low, high]
  const room = Math.abs(low) * 0.1 || 1
  return [low - room, high + room]
}

function timeDomain(points: readonly ChartPoint[]): [number, number] {
  const from = Math.min(...points.map(({ time }) => time.from))
  const to = Math.max(...points.map(({ time }) => time.to))
  // One day alone stands in the middle of a month.
  const room = to - from < 3 * dayLength ? 15 * dayLength : 0
  return [from - room, to + room]
}

const formats = { year: utcFormat('%Y'), month: utcFormat('%b %Y'), day: utcFormat('%-d %b %Y') }

function timeTicks(x: ChartScales['x'], points: readonly ChartPoint[], frame: Frame, style?: DateStyle) {
  const most = Math.max(2, Math.min(6, Math.floor((frame.right - frame.left) / 96)))
  const dates = x.ticks(most).filter(date => date.getTime() % dayLength === 0)
  const isAll = (test: (date: Date) => boolean) => dates.every(test)
  const unit = isAll(date => date.getUTCMonth() === 0 && date.getUTCDate() === 1)
    ? 'year'
    : isAll(date => date.getUTCDate() === 1)
      ? 'month'
      : 'day'
  const length = { year: 365, month: 28, day: 1 }[unit] * dayLength
  const isMiddle = unit !== 'day' && points.every(({ time }) => time.to - time.from >= length)
  const xTicks: Tick[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const date of dates) {
    const at = x(isMiddle ? (date.getTime() + nextOf(date, unit)) / 2 : date.getTime())
    const label = style ? shortDate(edtfOf(date, unit), style) : formats[unit](date)
    const half = textWidth(label, fontSize) / 2
    // What would leave the drawing or touch its neighbour is left out.
    if (at - half < end + 10 || at + half > frame.right + 8 || at - half < 0) continue
    xTicks.push({ at, label })
    end = at + half
  }
  return { xTicks, isMiddle }
}

function edtfOf(date: Date, unit: 'year' | 'month' | 'day'): string {
  return date.toISOString().slice(0, { year: 4, month: 7, day: 10 }[unit])
}

function nextOf(date: Date, unit: 'year' | 'month' | 'day'): number {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  if (unit === 'year') return Date.UTC(year + 1, 0, 1)
  return unit === 'month' ? Date.UTC(year, month + 1, 1) : Date.UTC(year, month, day + 1)
}
