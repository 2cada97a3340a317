// Which time is in sight, and how it changes. Pure; moments are milliseconds of UTC.
import { dayLength, type EventTime } from '../../shared/timeline/event-time.ts'

export type TimeView = { from: number; to: number }

const shortest = dayLength / 2
/** What is in sight where there is hardly a time to show. */
const shortestWhole = 30 * dayLength
/** Parts of the whole that are left free at its edges; the words of the last event stand right of it. */
const margin = { before: 0.04, after: 0.14 }

/** All of some times with room around them; the days around `now` where there are none. */
export function wholeView(times: readonly EventTime[], now: number): TimeView {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const { known } of times) {
    from = Math.min(from, known.from)
    to = Math.max(to, known.to)
  }
  return around(times.length === 0 ? { from: now, to: now } : { from, to })
}

/** A time with room around it. */
export function around({ from, to }: TimeView, least = shortestWhole): TimeView {
  const lack = Math.max(0, least - (to - from)) / 2
  const span = to - from + 2 * lack
  return { from: from - lack - span * margin.before, to: to + lack + span * margin.after }
}

/** Zooms in where `factor` is below 1 and out above it; what is at `share` of the width (0 to 1) stays there. */
export function zoomView({ from, to }: TimeView, factor: number, share: number, limits: TimeView): TimeView {
  const longest = (limits.to - limits.from) * 1.2
  const span = Math.max(shortest, Math.min((to - from) * factor, longest))
  const begin = from + (to - from - span) * share
  return within({ from: begin, to: begin + span }, limits)
}

/** Moves by a share of what is in sight. */
export function moveView({ from, to }: TimeView, share: number, limits: TimeView): TimeView {
  const by = (to - from) * share
  return within({ from: from + by, to: to + by }, limits)
}

/** The same length of time with a moment at a share of its width. */
export function viewAt({ from, to }: TimeView, moment: number, share: number, limits: TimeView): TimeView {
  const span = to - from
  return within({ from: moment - span * share, to: moment + span * (1 - share) }, limits)
}

/** No further than that half of it shows what there is. */
function within({ from, to }: TimeView, limits: TimeView): TimeView {
  const half = (to - from) / 2
  const by = Math.max(0, limits.from - half - from) || Math.min(0, limits.to + half - to)
  return { from: from + by, to: to + by }
}
