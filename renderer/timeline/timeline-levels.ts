// The events packed at each level of zoom, kept for as long as they stay the same.
import { computed, effect } from '@preact/signals'
import { dayLength } from '../../shared/timeline/event-time.ts'
import { packLevel, type TimelineStop } from '../../shared/timeline/pack-level.ts'
import { laneHeight, limits, scale, stageSize, timedEvents } from './timeline-state.ts'

/** CSS px at the top of the picture that no lane takes: the words of today stand there. */
const head = 18

const lanes = computed(() => Math.max(1, Math.floor((stageSize.value.height - head) / laneHeight)))
/** Each level is for twice the zoom of the one before; within it, what is packed stays where it is. */
const step = computed(() => Math.floor(Math.log2(scale.value)))
const levels = computed(() => ({
  events: timedEvents.value,
  lanes: lanes.value,
  packed: new Map<number, readonly TimelineStop[]>(),
}))

/** All stops for the zoom there is, or for a little less of it, in the order of time. */
export const stops = computed(() => packedAt(step.value))

/** The place of each event's stop, by the event's id. */
export const stopOf = computed<ReadonlyMap<string, number>>(
  () =>
    new Map(
      stops.value.flatMap((stop, index) =>
        (stop.is === 'single' ? [stop.timed] : stop.events).map(({ event }) => [event.id, index] as const),
      ),
    ),
)

function packedAt(level: number): readonly TimelineStop[] {
  const { events, lanes, packed } = levels.value
  const known = packed.get(level)
  if (known) return known
  const made = packLevel(events, { scale: 2 ** level, lanes })
  packed.set(level, made)
  return made
}

/** The levels between all of the time and a day on the whole width. */
function levelsThereAre(): number[] {
  const { width } = stageSize.value
  const { from, to } = limits.value
  const [first, last] = [to - from, dayLength].map(time => Math.floor(Math.log2(width / time))) as [
    number,
    number,
  ]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** Packs all levels, the nearest first, whenever nothing else is done; gives what ends that. */
export function packAhead(): () => void {
  let waiting = 0
  const stop = effect(() => {
    const { packed } = levels.value
    cancelIdleCallback(waiting)
    if (stageSize.value.width === 0) return
    const packNext = () => {
      const here = step.peek()
      const next = levelsThereAre()
        .filter(level => !packed.has(level))
        .sort((one, other) => Math.abs(one - here) - Math.abs(other - here))[0]
      if (next === undefined) return
      packedAt(next)
      waiting = requestIdleCallback(packNext)
    }
    waiting = requestIdleCallback(packNext)
  })
  return () => {
    stop()
    cancelIdleCallback(waiting)
  }
}
