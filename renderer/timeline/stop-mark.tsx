// One stop of the timeline, drawn around its own place, so that panning only moves it.
import type { VNode } from 'preact'

import { escapeHtml } from '../../shared/markdown/escape-html.ts'
import { drawMark } from '../../shared/timeline/draw-mark.ts'
import type { EventStanding } from '../../shared/timeline/event-time.ts'
import { overdueWords } from '../../shared/timeline/lay-out-timeline.ts'
import { shapeOf } from '../../shared/timeline/mark-shape.ts'
import {
  type ColumnStop,
  type SingleStop,
  type TimelineStop,
  wayLength,
  widestDot,
  wordsGap,
} from '../../shared/timeline/pack-level.ts'
import { idOf } from './timeline-actions.ts'
import { labelSize, laneHeight } from './timeline-state.ts'
import { nameOfStop } from './timeline-words.ts'

/** Where a drawing has its moments, in CSS px from `origin`, of which it shows `width` from `left` on; the lanes stand on `ground`. */
export type StageScale = { origin: number; rate: number; left: number; width: number; ground: number }

type StopState = { isCurrent: boolean; isOpen: boolean }

/** The names of the paints of approximate ends. */
export const fades = 'timeline'
/** Beyond the edges, so that what is cut there does not look as if it ended. */
const beyond = 40

type Kept = StopState & StageScale & { isCut: boolean; node: VNode }
const kept = new WeakMap<TimelineStop, Kept>()

/** A stop as it is drawn: the very same node for as long as nothing of it changes, which takes no work. */
export function drawnStop(stop: TimelineStop, scale: StageScale, { isCurrent, isOpen }: StopState): VNode {
  const { origin, rate, ground, left, width } = scale
  const start = (stop.from - origin) * rate
  const end = (stop.to - origin) * rate
  // What goes beyond an edge is cut there, and its words stay in sight.
  const isCut = start < left || end > left + width
  const before = kept.get(stop)
  if (
    before &&
    !isCut &&
    !before.isCut &&
    before.origin === origin &&
    before.rate === rate &&
    before.ground === ground &&
    before.isCurrent === isCurrent &&
    before.isOpen === isOpen
  )
    return before.node
  const { x, y, html } = stop.is === 'single' ? drawSingle(stop, scale) : drawColumn(stop, scale)
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
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
  kept.set(stop, { ...scale, isCurrent, isOpen, isCut, node })
  return node
}

const namesOfStops = new WeakMap<TimelineStop, string>()

function nameOf(stop: TimelineStop): string {
  const known = namesOfStops.get(stop)
  if (known !== undefined) return known
  const name = nameOfStop(stop)
  namesOfStops.set(stop, name)
  return name
}

type Drawn = { x: number; y: number; html: string }

function drawSingle(stop: SingleStop, scale: StageScale): Drawn {
  const { timed, lane, isAbove } = stop
  const shape = shapeOf(timed.time, moment => (moment - scale.origin) * scale.rate, widestDot)
  const [first, last] = [scale.left - beyond, scale.left + scale.width + beyond]
  const left = shape.right < first ? shape.left : Math.max(first, shape.left)
  const right = shape.left > last ? shape.right : Math.min(last, shape.right)
  const wide = right - left
  const y = isAbove ? 18 : 13
  const tips = { left: -wayLength, right: wide + wayLength }
  const mark = drawMark(
    { ...shape, left: 0, right: wide, y, standing: timed.standing, isOutside: false },
    fades,
    tips,
  )
  // The words of a bar stay in sight for as long as it is long enough.
  const wordsAt = isAbove ? Math.max(0, Math.min(scale.left + 4 - left, wide - timed.wide)) : wide + wordsGap
  const start = Math.min(0, shape.isOpenLeft ? tips.left : 0) - 3
  const end = Math.max(wordsAt + timed.wide, shape.isOpenRight ? tips.right : wide) + 3
  const hit = `<rect class="timeline-hit" x="${tenth(start)}" y="1" width="${tenth(end - start)}" height="${laneHeight - 2}" rx="4"/>`
  return {
    x: left,
    y: scale.ground - (lane + 1) * laneHeight,
    html: `${hit}${mark}${words(stop, wordsAt, isAbove ? 10 : 17)}`,
  }
}

function words({ timed }: SingleStop, at: number, y: number): string {
  const after = timed.standing === 'overdue' ? `<tspan class="timeline-overdue">${overdueWords}</tspan>` : ''
  return `<text class="timeline-words" x="${tenth(at)}" y="${y}" font-size="${labelSize}">${escapeHtml(timed.words)}${after}</text>`
}

const countSize = 11
const counts = new Intl.NumberFormat('en')
const shortCounts = new Intl.NumberFormat('en', { notation: 'compact' })
/** CSS px that a number of thousands takes. */
const wideCount = 36
const parts: readonly EventStanding[] = ['occurred', 'expected', 'overdue']

/** From the axis up: what occurred, what is expected, what is overdue; the number stands above. */
function drawColumn(
  { from, to, events, counts: standings, lanes }: ColumnStop,
  { origin, rate, ground }: StageScale,
): Drawn {
  const [left, wide] = [(from - origin) * rate + 2, (to - from) * rate - 4]
  const height = lanes * laneHeight - 1
  const room = height - countSize - 6
  let top = height
  const bars = parts.map(standing => {
    const high = (room * standings[standing]) / events.length
    if (high === 0) return ''
    top -= high
    const isHollow = standing !== 'occurred'
    return isHollow
      ? `<rect class="timeline-${standing} timeline-hollow" x="0.75" y="${tenth(top + 0.75)}" width="${tenth(wide - 1.5)}" height="${tenth(Math.max(0.5, high - 1.5))}" stroke="currentColor" stroke-width="1.5" rx="1.5"/>`
      : `<rect class="timeline-${standing}" x="0" y="${tenth(top)}" width="${tenth(wide)}" height="${tenth(high)}" fill="currentColor" rx="1.5"/>`
  })
  const hit = `<rect class="timeline-hit" x="-1" y="-1" width="${tenth(wide + 2)}" height="${height + 2}" rx="4"/>`
  const count = `<text class="timeline-count" x="${tenth(wide / 2)}" y="${countSize - 1}" font-size="${countSize}" text-anchor="middle">${(wide < wideCount ? shortCounts : counts).format(events.length)}</text>`
  return { x: left, y: ground - height, html: `${hit}${bars.join('')}${count}` }
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10
}
