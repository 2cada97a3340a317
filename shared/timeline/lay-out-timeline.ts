// Where the events of a timeline stand in its picture. Pure, and the same for every reader: lengths are CSS px.
import { textWidth } from '../charts/text-width.ts'
import { dayFrom } from '../dates/edtf-days.ts'
import type { Event } from '../model/records.ts'
import { type EventStanding, type EventTime, eventTime, standingOf } from './event-time.ts'
import { fitWords } from './fit-words.ts'
import { dotRadius, hasWordsAbove, type MarkShape, shapeOf } from './mark-shape.ts'
import { packLanes } from './pack-lanes.ts'
import { type Tick, timeAxis } from './time-axis.ts'
import type { TimelineQuery } from './timeline-query.ts'

export type TimelineEvent = Pick<Event, 'id' | 'title' | 'when' | 'status'>

/** An event as it is drawn, within the drawing and around the height `y`; open ends go on to its edges. */
export type Mark = MarkShape & {
  event: TimelineEvent
  standing: EventStanding
  y: number
  /** Whether what is known of it lies outside of the drawing. */
  isOutside: boolean
  label: MarkLabel
}

/** The words beside a mark, on one line within the drawing: from `left` to `right`, on the baseline `y`. */
export type MarkLabel = { words: string; left: number; right: number; y: number; anchor: 'start' | 'end' }

export type TimelineLayout = {
  width: number
  height: number
  /** The height of the axis. */
  axis: number
  ticks: readonly Tick[]
  /** In the order of the events. */
  marks: readonly Mark[]
  /** Where the brief's day is; null where it has none, or it is not in sight. */
  day: { at: number; date: string } | null
  /** How many events are not drawn, for want of room or of a known day. */
  leftOut: number
}

export type TimelineView = Partial<Pick<TimelineQuery, 'from' | 'to'>> & {
  width: number
  /** The day (`YYYY-MM-DD`) against which what is expected is judged; null where there is none. */
  day: string | null
}

export const labelSize = 11
const mostMarks = 40
const mostLanes = 16
const laneHeight = { beside: 19, above: 30 }
/** Above the marks, with the day and without one, and below the axis. */
const head = { withDay: 20, without: 4 }
const foot = 22

/** Lays out events that are in their order; null where none has a day that is known. */
export function layOutTimeline(events: readonly TimelineEvent[], view: TimelineView): TimelineLayout | null {
  const timed = events.flatMap(event => {
    const time = eventTime(event.when)
    return time === null ? [] : [{ event, time }]
  })
  if (timed.length === 0) return null
  const { width, day } = view
  const start = startOf(day)
  const axis = timeAxis(
    timed.map(({ time }) => time),
    {
      width,
      day: start,
      from: eventTime(view.from ?? '')?.from ?? null,
      to: eventTime(view.to ?? '')?.to ?? null,
    },
  )
  const [, latest] = axis.x.domain()
  const centre = start ?? latest?.getTime() ?? 0
  // The nearest to the brief's day first: of too many, those are drawn.
  const wanted = timed
    .map(each => ({ ...each, away: distance(each.time, centre) }))
    .sort((one, other) => one.away - other.away)
    .slice(0, mostMarks)
    .map(({ event, time }) => placeMark(event, time, axis.x, view))
  const lanes = packLanes(wanted, mark => extentOf(mark, width), mostLanes)
  const placed = new Map<TimelineEvent, Mark>()
  let bottom = axis.day === null ? head.without : head.withDay
  for (const lane of lanes) {
    const height = lane.some(mark => hasWordsAbove(mark)) ? laneHeight.above : laneHeight.beside
    const y = bottom + height - laneHeight.beside / 2
    for (const mark of lane) {
      const label = { ...mark.label, y: hasWordsAbove(mark) ? y - 9 : y + labelSize * 0.36 }
      placed.set(mark.event, { ...mark, y, label })
    }
    bottom += height
  }
  return {
    width,
    height: bottom + 8 + foot,
    axis: bottom + 8,
    ticks: axis.ticks,
    marks: events.flatMap(event => placed.get(event) ?? []),
    day: axis.day === null || day === null ? null : { at: axis.day, date: day },
    leftOut: events.length - placed.size,
  }
}

function startOf(day: string | null): number | null {
  return dayFrom(day) === null || day === null ? null : Date.parse(day)
}

function distance({ known: { from, to } }: EventTime, moment: number): number {
  return Math.max(from - moment, moment - to, 0)
}

/** A mark with its label, at no height yet. */
function placeMark(
  event: TimelineEvent,
  time: EventTime,
  x: (moment: number) => number,
  { width, day }: TimelineView,
): Mark {
  const shape = shapeOf(time, x)
  const isOutside = x(time.known.to) <= 0 || x(time.known.from) >= width
  const mark = {
    event,
    standing: standingOf(event, day),
    ...shape,
    ...clamp(shape, isOutside, width),
    y: 0,
    isOutside,
  }
  return { ...mark, label: placeLabel(mark, width) }
}

/** Its ends within the drawing; a dot at the very edge stays whole. */
function clamp({ left, right, isDay }: MarkShape, isOutside: boolean, width: number) {
  if (!isDay || isOutside) return { left: within(left, width), right: within(right, width) }
  const inside = within(left, width - 2 * dotRadius)
  return { left: inside, right: inside + 2 * dotRadius }
}

function within(at: number, width: number): number {
  return Math.max(0, Math.min(at, width))
}

/** What a label of an overdue event says after its title. */
export const overdueWords = ' · overdue'
const gap = 5

function placeLabel(mark: Omit<Mark, 'label'>, width: number): MarkLabel {
  const { event, left, right, standing } = mark
  const after = standing === 'overdue' ? textWidth(overdueWords, labelSize) : 0
  const room = hasWordsAbove(mark) ? width : Math.max(width - right, left) - gap
  const words = fitWords(event.title, labelSize, Math.min(width * 0.42, room) - after)
  const wide = textWidth(words, labelSize) + after
  const at = (from: number, anchor: MarkLabel['anchor']) => ({
    words,
    left: from,
    right: from + wide,
    y: 0,
    anchor,
  })
  if (hasWordsAbove(mark)) {
    // By the end that is known.
    return mark.isOpenLeft ? at(Math.max(0, right - wide), 'end') : at(within(left, width - wide), 'start')
  }
  return right + gap + wide <= width ? at(right + gap, 'start') : at(left - gap - wide, 'end')
}

function extentOf(mark: Mark, width: number): { left: number; right: number } {
  const { left, right, label, isOpenLeft, isOpenRight } = mark
  return {
    left: Math.min(isOpenLeft ? 0 : left, label.left),
    right: Math.max(isOpenRight ? width : right, label.right),
  }
}
