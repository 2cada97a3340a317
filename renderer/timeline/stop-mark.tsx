// One stop of the timeline, drawn around its own place, so that panning and zooming only move it.

import type { VNode } from 'preact'
import type { Region } from '../../shared/dates/date-styles.ts'
import { drawMark } from '../../shared/timeline/draw-mark.ts'
import type { EventStanding } from '../../shared/timeline/event-time.ts'
import { shapeOf } from '../../shared/timeline/mark-shape.ts'
import {
  type ColumnStop,
  type SingleStop,
  type TimelineStop,
  wayLength,
  widestDot,
  wordsGap,
} from '../../shared/timeline/pack-level.ts'
import { ownShapes } from '../html-sink/html-sink.ts'
import { numberInWords, region } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'
import { idOf } from './timeline-actions.ts'
import { stride, type TimelineFrame } from './timeline-frame.ts'
import { labelSize, laneHeight } from './timeline-state.ts'
import { nameOfStop } from './timeline-words.ts'

type StopState = { isCurrent: boolean; isOpen: boolean }

/** The names of the paints of approximate ends. */
export const fades = 'timeline'
/** Beyond the edges, so that what is cut there does not look as if it ended. */
const beyond = 40

type Kept = StopState & { frame: TimelineFrame; isCut: boolean; region: Region; node: VNode }
const kept = new WeakMap<TimelineStop, Kept>()

/** A stop as it is drawn: the very same node for as long as nothing of it changes, which takes no work. */
export function drawnStop(stop: TimelineStop, frame: TimelineFrame, { isCurrent, isOpen }: StopState): VNode {
  const isCut = isCutBy(stop, frame)
  const before = kept.get(stop)
  const isSaidSo = before?.region === region.value
  if (isSaidSo && before.isCurrent === isCurrent && before.isOpen === isOpen) {
    if (before.frame === frame) return before.node
    const isMoved =
      before.frame.origin !== frame.origin ||
      before.frame.rate !== frame.rate ||
      before.frame.ground !== frame.ground
    if (!isMoved && !isCut && !before.isCut) return before.node
  }
  const { x, y, wide, inner } = stop.is === 'single' ? drawSingle(stop, frame) : drawColumn(stop, frame)
  const height = stop.is === 'single' ? laneHeight - 2 : heightOf(stop) + 2
  const node = (
    // biome-ignore lint/a11y/useSemanticElements: there is no button in SVG
    <g
      key={`${stop.is} ${idOf(stop)}`}
      class={`timeline-stop timeline-${stop.is}`}
      role="button"
      tabindex={isCurrent ? 0 : -1}
      aria-label={nameOf(stop)}
      aria-current={isOpen ? 'true' : undefined}
      data-id={idOf(stop)}
      transform={`translate(${tenth(x)} ${y})`}
    >
      <rect
        class="timeline-hit"
        x={tenth(wide[0])}
        y={1}
        width={tenth(wide[1] - wide[0])}
        height={height}
        rx={4}
      />
      {inner}
    </g>
  )
  kept.set(stop, { frame, isCurrent, isOpen, isCut, region: region.value, node })
  return node
}

/** Whether it may go beyond an edge while this is drawn: there it is cut, and its words stay in sight by themselves. */
function isCutBy({ from, to }: TimelineStop, { origin, rate, left, width }: TimelineFrame): boolean {
  return (from - origin) * rate < left + stride || (to - origin) * rate > left + width
}

/** Whether the words of a single are drawn by `StickyWords`. */
export function hasStickyWords(
  stop: TimelineStop,
  { origin, rate, left }: TimelineFrame,
): stop is SingleStop {
  return stop.is === 'single' && stop.isAbove && (stop.from - origin) * rate < left + stride
}

/** The height in its lane of the line that words stand on, beside a mark and above it. */
const baseline = { beside: 17, above: 10 }

/** Where the sticky words of a single stand: at its beginning, or at the edge while it is long enough. */
export function stickyPlace(
  { timed, from, to, lane }: SingleStop,
  { origin, rate, ground }: TimelineFrame,
  sight: number,
): { x: number; y: number } {
  const [start, end] = [(from - origin) * rate, (to - origin) * rate]
  const x = Math.max(start, Math.min(sight + 4, end - timed.wide))
  return { x, y: ground - (lane + 1) * laneHeight + baseline.above }
}

export function StopWords({ timed, x, y }: { timed: SingleStop['timed']; x: number; y: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: no text is focused; the name of its button says the same.
    <text
      class="timeline-words"
      aria-hidden="true"
      transform={`translate(${tenth(x)} ${y})`}
      font-size={labelSize}
    >
      {timed.standing === 'overdue' && (
        <tspan class="timeline-overdue">{strings.timeline.overdueBefore}</tspan>
      )}
      {timed.words}
    </text>
  )
}

const namesOfStops = new WeakMap<TimelineStop, { region: Region; name: string }>()

function nameOf(stop: TimelineStop): string {
  const known = namesOfStops.get(stop)
  if (known?.region === region.value) return known.name
  const name = nameOfStop(stop)
  namesOfStops.set(stop, { region: region.value, name })
  return name
}

/** `wide` are the ends of what can be pressed, from `x`. */
type Drawn = { x: number; y: number; wide: readonly [number, number]; inner: VNode }

function drawSingle(stop: SingleStop, frame: TimelineFrame): Drawn {
  const { timed, lane, isAbove } = stop
  const shape = shapeOf(timed.time, moment => (moment - frame.origin) * frame.rate, widestDot)
  const [first, last] = [frame.left - beyond, frame.left + frame.width + beyond]
  const left = shape.right < first ? shape.left : Math.max(first, shape.left)
  const right = shape.left > last ? shape.right : Math.min(last, shape.right)
  const wide = right - left
  const tips = { left: -wayLength, right: wide + wayLength }
  const html = drawMark(
    { ...shape, left: 0, right: wide, y: isAbove ? 18 : 13, standing: timed.standing, isOutside: false },
    fades,
    tips,
  )
  const wordsAt = isAbove ? 0 : wide + wordsGap
  return {
    x: left,
    y: frame.ground - (lane + 1) * laneHeight,
    wide: [
      (shape.isOpenLeft ? tips.left : 0) - 3,
      Math.max(wordsAt + timed.wide, shape.isOpenRight ? tips.right : wide) + 3,
    ],
    inner: (
      <>
        <g {...ownShapes(html)} />
        {!hasStickyWords(stop, frame) && (
          <StopWords timed={timed} x={wordsAt} y={isAbove ? baseline.above : baseline.beside} />
        )}
      </>
    ),
  }
}

const countSize = 11
const parts: readonly EventStanding[] = ['occurred', 'expected', 'overdue']

function heightOf({ lanes }: ColumnStop): number {
  return lanes * laneHeight - 1
}

/** From the axis up: what occurred, what is expected, what is overdue; the number stands above. */
function drawColumn(column: ColumnStop, { origin, rate, ground }: TimelineFrame): Drawn {
  const { from, to, events } = column
  const [left, wide] = [(from - origin) * rate + 2, (to - from) * rate - 4]
  const height = heightOf(column)
  const room = height - countSize - 6
  let top = height
  const bars = parts.map(standing => {
    const high = (room * column.counts[standing]) / events.length
    if (high === 0) return null
    top -= high
    const edge = standing === 'occurred' ? 0 : 0.75
    return (
      <rect
        key={standing}
        class={`timeline-${standing} ${edge === 0 ? 'timeline-full' : 'timeline-hollow timeline-edged'}`}
        x={edge}
        y={tenth(top + edge)}
        width={tenth(wide - 2 * edge)}
        height={tenth(Math.max(0.5, high - 2 * edge))}
        rx={1.5}
      />
    )
  })
  return {
    x: left,
    y: ground - height,
    wide: [-1, wide + 1],
    inner: (
      <>
        {bars}
        <g transform={`translate(${tenth(wide / 2)} ${countSize - 1})`}>
          <text class="timeline-count" font-size={countSize} text-anchor="middle">
            {numberInWords(events.length)}
          </text>
        </g>
      </>
    ),
  }
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10
}
