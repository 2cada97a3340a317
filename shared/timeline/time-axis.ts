// The axis of a timeline: which time it shows, and the few places of it that are named.
import { type ScaleTime, scaleUtc } from 'd3-scale'
import { utcFormat } from 'd3-time-format'
import { textWidth } from '../charts/text-width.ts'
import { dayLength, type EventTime } from './event-time.ts'

/** CSS px within the drawing. */
export type Tick = { at: number; label: string; labelAt: number }

export type TimeAxis = {
  x: ScaleTime<number, number>
  ticks: Tick[]
  /** Where the day of the brief ends; null where none is given, or it is not in sight. */
  day: number | null
}

/** What an axis is made for; `from` and `to` are the ends that were asked for, in milliseconds of UTC, `day` the beginning of one. */
export type AxisBounds = { width: number; from: number | null; to: number | null; day: number | null }

export const tickSize = 11
/** What marks keep from the edges, so that they stand in the drawing whole. */
const inset = 10
/** The room in which an open end is seen to go on. */
const openInset = 44
const shortestSpan = 6 * dayLength
/** A day that is further away than this part of the whole is left out of sight. */
const nearness = 0.3

/** The axis for some times, at least one. */
export function timeAxis(times: readonly EventTime[], { width, from, to, day }: AxisBounds): TimeAxis {
  const known = times.flatMap(time => [time.from, time.to]).filter(end => end !== null)
  let low = from ?? Math.min(...known)
  let high = to ?? Math.max(...known)
  // Where only one end was asked for, everything may lie beyond the other.
  if (high <= low) [low, high] = from === null ? [high - dayLength, high] : [low, low + dayLength]
  const near = (high - low) * nearness
  if (day !== null && from === null && day < low && low - day <= near) low = day
  if (day !== null && to === null && day >= high && day - high <= near) high = day + dayLength
  const lack = Math.max(0, shortestSpan - (high - low)) / 2
  const x = scaleUtc()
    .domain([low - Math.ceil(lack / dayLength) * dayLength, high + Math.ceil(lack / dayLength) * dayLength])
    .range([
      times.some(time => time.from === null) ? openInset : inset,
      width - (times.some(time => time.to === null) ? openInset : inset),
    ])
  const isSeen = day !== null && day >= low && day < high
  return { x, ticks: ticksOf(x, width), day: isSeen ? x(day + dayLength / 2) : null }
}

const formats = {
  year: utcFormat('%Y'),
  month: utcFormat('%b'),
  monthOfYear: utcFormat('%b %Y'),
  day: utcFormat('%-d %b'),
  dayOfYear: utcFormat('%-d %b %Y'),
}

/** Days, months or years, as many as have room; the year stands where it begins. */
function ticksOf(x: TimeAxis['x'], width: number): Tick[] {
  const dates = x.ticks(Math.max(2, Math.floor(width / 84))).filter(date => date.getTime() % dayLength === 0)
  const isYears = dates.every(date => date.getUTCMonth() === 0 && date.getUTCDate() === 1)
  const isMonths = dates.every(date => date.getUTCDate() === 1)
  const ticks: Tick[] = []
  let end = Number.NEGATIVE_INFINITY
  let year: number | null = null
  for (const date of dates) {
    const isNewYear = date.getUTCFullYear() !== year
    const format = isYears
      ? formats.year
      : isMonths
        ? formats[isNewYear ? 'monthOfYear' : 'month']
        : formats[isNewYear ? 'dayOfYear' : 'day']
    const [at, label] = [x(date), format(date)]
    const half = textWidth(label, tickSize) / 2
    // Within the drawing; what would touch its neighbour is left out.
    const labelAt = Math.max(half, Math.min(at, width - half))
    if (labelAt - half < end + 8) continue
    ticks.push({ at, label, labelAt })
    end = labelAt + half
    year = date.getUTCFullYear()
  }
  return ticks
}
