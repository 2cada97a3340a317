// What the picture draws: a little more than is in sight, so that panning only moves it until that is used up.
import { computed } from '@preact/signals'
import type { TimelineStop } from '../../shared/timeline/pack-level.ts'
import type { TimeView } from './time-view.ts'
import { stops } from './timeline-levels.ts'
import { scale, stageSize, view } from './timeline-state.ts'

/** CSS px from the place of the moment `origin`: what is drawn begins at `left` and goes `width` on; lanes stand on `ground`. */
export type TimelineFrame = { origin: number; rate: number; left: number; width: number; ground: number }

/** CSS px that one pans until something more is drawn. */
export const stride = 256
/** CSS px until all is placed anew: numbers stay small. */
const originStride = 4096

/** Where the left edge of what is in sight is. */
export const sightLeft = computed(() => (view.value.from - originOf(view.value, scale.value)) * scale.value)

function originOf({ from }: TimeView, rate: number): number {
  return (Math.round((from * rate) / originStride) * originStride) / rate
}

let last: TimelineFrame = { origin: 0, rate: 0, left: 0, width: 0, ground: 0 }

/** The same object for as long as it is the same. */
export const frame = computed<TimelineFrame>(() => {
  const { width, height: ground } = stageSize.value
  const rate = scale.value
  const origin = originOf(view.value, rate)
  const left = Math.floor(sightLeft.value / stride) * stride
  const isSame = last.origin === origin && last.rate === rate && last.left === left
  if (!isSame || last.ground !== ground || last.width !== width + stride)
    last = { origin, rate, left, width: width + stride, ground }
  return last
})

/** The stops of which something is drawn. */
export const drawnStops = computed<readonly TimelineStop[]>(() => {
  const { origin, rate, left, width } = frame.value
  return stopsBetween({ from: origin + left / rate, to: origin + (left + width) / rate })
})

/** The stops of which something is in a time. */
export function stopsBetween({ from, to }: TimeView): TimelineStop[] {
  const px = 1 / scale.value
  return stops.value.filter(stop => stop.from - stop.before * px < to && stop.to + stop.after * px > from)
}
