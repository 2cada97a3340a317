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

/** An event by itself, in a lane counted from the axis. `before` and `after` are what it takes beyond its known time, in px. */
export type SingleStop = {
  is: 'single'
  timed: TimedEvent
  lane: number
  before: number
  after: number
  isAbove: boolean
}

/** The events of a unit of time, from its beginning to the next one's; it is as high as so many lanes. */
export type ColumnStop = {
  is: 'column'
  unit: TimeUnitName
  from: number
  to: number
  events: readonly TimedEvent[]
  counts: Readonly<Record<EventStanding, number>>
  lanes: number
}

export type TimelineStop = SingleStop | ColumnStop

/** In the order of time, and where each event is to be found by its id. */
export type PackedLevel = { stops: readonly TimelineStop[]; stopOf: ReadonlyMap<string, number> }

/** CSS px: a day that is wider is drawn as a bar. */
export const widestDot = 22
/** How far an arrow goes on from an open end. */
export const wayLength = 26
/** Between a mark and its words. */
export const wordsGap = 5
/** The least that a unit takes whose events are counted together. */
const narrowestColumn = 28
/** What columns take of the lanes, at most; and a small one never looks like a large one. */
const highestColumn = 0.55
const mostPerLane = 6
/** Each time, units whose events have no room become columns; then the rest is counted as it is. */
const mostPasses = 4

/** Packs events, in their order, into lanes where a millisecond takes `scale` px. */
export function packLevel(
  events: readonly TimedEvent[],
  { scale, lanes }: { scale: number; lanes: number },
): PackedLevel {
  const unit = unitAtLeast(() => narrowestColumn, scale, 'day')
  const cellOf = ({ time: { known } }: TimedEvent) => timeUnits[unit].start((known.from + known.to) / 2)
  const singles = events
    .map(timed => singleOf(timed, scale))
    .sort((one, other) => leftOf(one, scale) - leftOf(other, scale))
  const cells = new Map(singles.map(single => [single, cellOf(single.timed)]))
  // More than one of each lane cannot stand in so narrow a unit.
  const dense = new Set(
    [...Map.groupBy(cells.values(), cell => cell)]
      .filter(([, all]) => all.length > lanes)
      .map(([cell]) => cell),
  )
  for (let pass = 1; ; pass += 1) {
    const counted = Map.groupBy(
      singles.filter(single => dense.has(cells.get(single) ?? Number.NaN)),
      single => cells.get(single) ?? Number.NaN,
    )
    const ground = groundOf(counted, { lanes, scale, unit })
    const others = singles.filter(single => !dense.has(cells.get(single) ?? Number.NaN))
    // The lowest lane is kept for columns of what may be left over.
    const kept = dense.size === 0 && pass === 1 ? 0 : 1
    const packed = packFromLeft(
      others,
      single => extentOf(single, scale),
      lanes,
      single => Math.max(kept, ground.heightUnder(extentOf(single, scale))),
    )
    if (packed.leftOut.length > 0 && (pass < mostPasses || kept === 0)) {
      for (const single of packed.leftOut) dense.add(cells.get(single) ?? Number.NaN)
      continue
    }
    for (const single of packed.leftOut) {
      const cell = cells.get(single) ?? Number.NaN
      counted.set(cell, [...(counted.get(cell) ?? []), single])
    }
    packed.lanes.forEach((lane, index) => {
      for (const single of lane) single.lane = index
    })
    const columns = [...counted].map(([from, all]): ColumnStop => {
      const counts = { occurred: 0, expected: 0, overdue: 0 }
      for (const { timed } of all) counts[timed.standing] += 1
      const to = timeUnits[unit].next(from)
      const events = all.map(({ timed }) => timed)
      return { is: 'column', unit, from, to, events, counts, lanes: ground.heightOf(from) }
    })
    return inOrder(events, [...packed.lanes.flat(), ...columns])
  }
}

type Extent = { left: number; right: number }

/** How high the columns stand, in lanes. */
function groundOf(
  counted: ReadonlyMap<number, readonly SingleStop[]>,
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
  const shape = shapeOf(time, moment => moment * scale, widestDot)
  const isAbove = hasWordsAbove(shape)
  const known = (time.known.to - time.known.from) * scale
  const more = shape.isApproximate ? widestFade : dotRadius
  const beyond = isAbove ? Math.max(0, wide - known) : wordsGap + wide
  return {
    is: 'single',
    timed,
    lane: 0,
    before: more + (shape.isOpenLeft ? wayLength : 0),
    after: Math.max(more + (isAbove ? 0 : beyond), isAbove ? beyond : 0, shape.isOpenRight ? wayLength : 0),
    isAbove,
  }
}

function leftOf({ timed, before }: SingleStop, scale: number): number {
  return timed.time.known.from * scale - before
}

/** What a single takes in px from the beginning of 1970, at a scale no smaller than its level's. */
export function extentOf(single: SingleStop, scale: number): Extent {
  return { left: leftOf(single, scale), right: single.timed.time.known.to * scale + single.after }
}

/** A column stands where its first event does. */
function inOrder(events: readonly TimedEvent[], stops: readonly TimelineStop[]): PackedLevel {
  const places = new Map(events.map(({ event }, index) => [event.id, index]))
  const placed = stops
    .map(stop => ({
      stop,
      ids: (stop.is === 'single' ? [stop.timed] : stop.events).map(({ event }) => event.id),
    }))
    .map(({ stop, ids }) => ({ stop, ids, at: Math.min(...ids.map(id => places.get(id) ?? 0)) }))
    .sort((one, other) => one.at - other.at)
  return {
    stops: placed.map(({ stop }) => stop),
    stopOf: new Map(placed.flatMap(({ ids }, index) => ids.map(id => [id, index] as const))),
  }
}
