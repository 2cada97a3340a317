// The events of a timeline at one level of zoom: which stand by themselves, in which lane, and which are counted in columns because
// they are too close. It does not depend on what is in sight, so that nothing moves while one pans.
import type { EventStanding, EventTime } from './event-time.ts'
import type { TimelineEvent } from './lay-out-timeline.ts'
import { dotRadius, hasWordsAbove, shapeOf, widestFade } from './mark-shape.ts'
import { packFromLeft } from './pack-lanes.ts'
import { type TimeUnitName, timeUnits, unitAtLeast } from './time-units.ts'

/** An event with what its drawing needs; `wide` is what its words take, in px. */
export type TimedEvent = {
  event: TimelineEvent
  time: EventTime
  standing: EventStanding
  words: string
  wide: number
}

/** What has a place of its own, from one moment to another. `before` and `after` are what it takes beyond them, in px. */
type Placed = { from: number; to: number; before: number; after: number }

/** An event by itself, in a lane counted from the axis. */
export type SingleStop = Placed & { is: 'single'; timed: TimedEvent; lane: number; isAbove: boolean }

/** The events of a unit of time, from its beginning to the next one's; it is as high as so many lanes. */
export type ColumnStop = Placed & {
  is: 'column'
  unit: TimeUnitName
  events: readonly TimedEvent[]
  counts: Readonly<Record<EventStanding, number>>
  lanes: number
}

export type TimelineStop = SingleStop | ColumnStop

/** CSS px: a day that is wider is drawn as a bar. */
export const widestDot = 22
/** How far an arrow goes on from an open end. */
export const wayLength = 26
/** Between a mark and its words. */
export const wordsGap = 5
/** The least that a unit takes whose events are counted together. */
const narrowestColumn = 36
/** What columns take of the lanes, at most; and a small one never looks like a large one. */
const highestColumn = 0.55
const mostPerLane = 6
/** Each time, the units that lack room most become columns, which is room for others; then the rest is counted as it is. */
const mostPasses = 6

/** An event on its way to its place: what it takes, where it comes in time, and the beginning of the unit that it is in. */
type Candidate = Extent & { stop: SingleStop; order: number; cell: number }

/** CSS px from the beginning of 1970. */
type Extent = { left: number; right: number }

/** Packs events, in their order, into lanes where a millisecond takes `scale` px; the stops are in the order of time. */
export function packLevel(
  events: readonly TimedEvent[],
  { scale, lanes }: { scale: number; lanes: number },
): TimelineStop[] {
  const unit = unitAtLeast(() => narrowestColumn, scale, 'day')
  const candidates = candidatesOf(events, scale, unit)
  // More than one of each lane cannot stand in so narrow a unit.
  const dense = new Set<number>()
  for (const [cell, count] of countIn(candidates)) if (count > lanes) dense.add(cell)
  for (let pass = 1; ; pass += 1) {
    const others = candidates.filter(({ cell }) => !dense.has(cell))
    const counted = new Map<number, Candidate[]>()
    for (const candidate of candidates) if (dense.has(candidate.cell)) count(counted, candidate)
    const ground = groundOf(counted, { lanes, scale, unit })
    // The lowest lane is kept for columns of what may be left over.
    const kept = dense.size === 0 && pass === 1 ? 0 : 1
    const packed = packFromLeft(
      others,
      candidate => candidate,
      lanes,
      candidate => Math.max(kept, ground.heightUnder(candidate)),
    )
    if (packed.leftOut.length > 0 && (pass < mostPasses || kept === 0)) {
      const lacking = countIn(packed.leftOut)
      const most = Math.max(...lacking.values())
      for (const [cell, count] of lacking) if (count * 2 >= most) dense.add(cell)
      continue
    }
    for (const candidate of packed.leftOut) count(counted, candidate)
    packed.lanes.forEach((lane, index) => {
      for (const { stop } of lane) stop.lane = index
    })
    const columns = [...counted].map(([from, all]) => columnOf(from, all, unit, ground.heightOf(from)))
    const singles = packed.lanes.flat().map(({ stop, order }) => ({ stop: stop as TimelineStop, order }))
    return [...singles, ...columns].sort((one, other) => one.order - other.order).map(({ stop }) => stop)
  }
}

/** From left to right. */
function candidatesOf(events: readonly TimedEvent[], scale: number, name: TimeUnitName): Candidate[] {
  const unit = timeUnits[name]
  // Most are in the same unit as the one before.
  let [from, to] = [0, 0]
  return events
    .map((timed, order): Candidate => {
      const { known } = timed.time
      const middle = (known.from + known.to) / 2
      if (middle < from || middle >= to) {
        from = unit.start(middle)
        to = unit.next(from)
      }
      const stop = singleOf(timed, scale)
      const [left, right] = [stop.from * scale - stop.before, stop.to * scale + stop.after]
      return { stop, order, cell: from, left, right }
    })
    .sort((one, other) => one.left - other.left)
}

function countIn(candidates: readonly Candidate[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const { cell } of candidates) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return counts
}

function count(counted: Map<number, Candidate[]>, candidate: Candidate): void {
  const all = counted.get(candidate.cell)
  if (all) all.push(candidate)
  else counted.set(candidate.cell, [candidate])
}

/** How high the columns stand, in lanes. */
function groundOf(
  counted: ReadonlyMap<number, readonly Candidate[]>,
  { lanes, scale, unit }: { lanes: number; scale: number; unit: TimeUnitName },
) {
  const most = Math.max(1, ...[...counted.values()].map(all => all.length))
  const highest = Math.max(1, Math.floor(lanes * highestColumn))
  const heights = new Map(
    [...counted].map(([from, all]) => {
      const height = Math.min(highest * Math.sqrt(all.length / most), all.length / mostPerLane)
      return [from, Math.max(1, Math.ceil(height))]
    }),
  )
  const columns = [...heights]
    .map(([from, height]) => ({ left: from * scale, right: timeUnits[unit].next(from) * scale, height }))
    .sort((one, other) => one.left - other.left)
  // What is asked for comes from the left, so that what lies left of it is passed once.
  let passed = 0
  return {
    heightOf: (from: number) => heights.get(from) ?? 1,
    heightUnder({ left, right }: Extent): number {
      while ((columns[passed]?.right ?? Number.POSITIVE_INFINITY) <= left) passed += 1
      let height = 0
      for (let at = passed; (columns[at]?.left ?? Number.POSITIVE_INFINITY) < right; at += 1)
        height = Math.max(height, columns[at]?.height ?? 0)
      return height
    },
  }
}

function singleOf(timed: TimedEvent, scale: number): SingleStop {
  const { time, wide } = timed
  const { from, to } = time.known
  const shape = shapeOf(time, moment => (moment - from) * scale, widestDot)
  const isAbove = hasWordsAbove(shape)
  const more = shape.isApproximate ? widestFade : dotRadius
  const words = isAbove ? wide - (to - from) * scale : more + wordsGap + wide
  return {
    is: 'single',
    timed,
    from,
    to,
    lane: 0,
    before: more + (shape.isOpenLeft ? wayLength : 0),
    after: Math.max(more, words, shape.isOpenRight ? wayLength : 0),
    isAbove,
  }
}

/** A column comes where its first event does. */
function columnOf(
  from: number,
  all: readonly Candidate[],
  unit: TimeUnitName,
  lanes: number,
): { stop: ColumnStop; order: number } {
  const counts = { occurred: 0, expected: 0, overdue: 0 }
  for (const { stop } of all) counts[stop.timed.standing] += 1
  const events = all.toSorted((one, other) => one.order - other.order).map(({ stop }) => stop.timed)
  const to = timeUnits[unit].next(from)
  return {
    stop: { is: 'column', unit, from, to, before: 0, after: 0, events, counts, lanes },
    order: all.reduce((first, { order }) => Math.min(first, order), Number.POSITIVE_INFINITY),
  }
}
