// The picture of the timeline: what is in sight of the events, and the keys that go through it.
import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fadeOf } from '../../shared/timeline/draw-mark.ts'
import type { TimelineStop } from '../../shared/timeline/pack-level.ts'
import { showInSource } from '../evidence/evidence-actions.ts'
import { evidenceForm } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { useStagePointer } from './stage-pointer.ts'
import { fades, type StageScale, StopMark } from './stop-mark.tsx'
import {
  endOf,
  goToStop,
  idOf,
  moveTimeline,
  openStop,
  revealStop,
  showMoment,
  startOf,
  stopNow,
} from './timeline-actions.ts'
import { axisHeight, TimelineAxis } from './timeline-axis.tsx'
import { atEvent, level, limits, now, scale, stageSize, view } from './timeline-state.ts'

/** What is pointed at, or has the keyboard. */
export const pointedStop = signal<TimelineStop | null>(null)

const paints = (['occurred', 'expected', 'overdue'] as const)
  .map(standing => fadeOf(fades, standing))
  .join('')

/** The stops of which something is in sight. */
export function stopsInSight(): TimelineStop[] {
  const { from, to } = view.value
  const px = 1 / scale.value
  return level.value.stops.filter(stop => {
    const [before, after] = stop.is === 'single' ? [stop.before, stop.after] : [0, 0]
    return startOf(stop) - before * px < to && endOf(stop) + after * px > from
  })
}

export function TimelineStage() {
  const stage = useRef<HTMLDivElement>(null)
  /** Whether the keyboard is on an event: it stays with it while the picture changes. */
  const isOnStop = useRef(false)
  useStagePointer(stage)
  useStageSize(stage)
  const { width, height } = stageSize.value
  const rate = scale.value
  const { from } = view.value
  const place: StageScale = { x: moment => (moment - from) * rate, width, ground: height }
  const current = level.value.stops[stopNow()]
  const shown = width === 0 ? [] : stopsInSight()
  const tabbed = current && shown.includes(current) ? current : shown[0]

  useLayoutEffect(() => {
    if (!isOnStop.current) return
    const active = document.activeElement
    if (active !== document.body && active !== stage.current && !stage.current?.contains(active)) return
    const wanted = stage.current?.querySelector<SVGElement>('.timeline-stop[tabindex="0"]')
    if (active !== wanted) (wanted ?? stage.current)?.focus({ preventScroll: true })
  })
  const opened = evidenceForm.value?.id ?? null
  // The form takes room, and what it is of must not go out of sight.
  useLayoutEffect(() => {
    if (opened !== null && opened === atEvent.value) revealStop()
  }, [opened, width])

  const stopAt = (target: EventTarget | null) => {
    const id = (target as Element | null)?.closest<SVGElement>('.timeline-stop')?.dataset.id
    const index = id === undefined ? undefined : level.value.stopOf.get(id)
    return index === undefined ? null : (level.value.stops[index] ?? null)
  }
  const goTo = (index: number) => {
    isOnStop.current = true
    goToStop(index)
  }
  const leave = () => {
    isOnStop.current = false
    stage.current?.focus({ preventScroll: true })
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of what is drawn is no set of fields
    <div
      ref={stage}
      class="timeline-stage"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves must be reached by the keyboard
      tabIndex={0}
      aria-label={strings.timeline.picture}
      aria-describedby="timeline-hint"
      onKeyDown={event => {
        const act =
          event.shiftKey || event.ctrlKey || event.metaKey || event.altKey
            ? event.shiftKey
              ? movingKeys[event.key]
              : undefined
            : stopAt(event.target)
              ? stopKeys(stopAt(event.target), goTo, leave)[event.key]
              : stageKeys(goTo)[event.key]
        if (!act) return
        event.preventDefault()
        act()
      }}
      onClick={event => {
        const stop = stopAt(event.target)
        if (!stop) return
        isOnStop.current = true
        openStop(stop)
      }}
      onFocusIn={event => {
        const stop = stopAt(event.target)
        isOnStop.current = stop !== null
        pointedStop.value = stop
        if (stop) atEvent.value = idOf(stop)
      }}
      onFocusOut={event => {
        if (event.relatedTarget !== null) isOnStop.current = false
      }}
      onPointerOver={event => {
        pointedStop.value = stopAt(event.target)
      }}
    >
      {width > 0 && (
        <svg class="timeline-picture" viewBox={`0 0 ${width} ${height + axisHeight}`} role="none">
          <g dangerouslySetInnerHTML={{ __html: paints }} />
          <TimelineAxis width={width} ground={height} />
          <Now scale={place} />
          {shown.map(stop => (
            <StopMark
              key={`${stop.is} ${idOf(stop)}`}
              stop={stop}
              scale={place}
              isCurrent={stop === tabbed}
              isOpen={stop.is === 'single' && stop.timed.event.id === opened}
            />
          ))}
        </svg>
      )}
    </div>
  )
}

function Now({ scale: { x, width, ground } }: { scale: StageScale }) {
  const at = x(now.value)
  if (at < 0 || at > width) return null
  const isLate = at > width - 60
  return (
    <g class="timeline-now">
      <line x1={at} x2={at} y1={0} y2={ground} />
      <text x={at + (isLate ? -5 : 5)} y={11} text-anchor={isLate ? 'end' : 'start'}>
        {strings.timeline.today}
      </text>
    </g>
  )
}

type Keys = Partial<Record<string, () => void>>

const movingKeys: Keys = {
  ArrowLeft: () => moveTimeline(-0.15),
  ArrowRight: () => moveTimeline(0.15),
}

function stageKeys(goTo: (index: number) => void): Keys {
  const toEvents = () => goTo(stopNow())
  return {
    ...movingKeys,
    Home: () => showMoment(limits.value.from, 0),
    End: () => showMoment(limits.value.to, 1),
    ArrowDown: toEvents,
    Enter: toEvents,
  }
}

function stopKeys(stop: TimelineStop | null, goTo: (index: number) => void, leave: () => void): Keys {
  if (!stop) return {}
  const at = level.value.stopOf.get(idOf(stop)) ?? 0
  const open = () => openStop(stop)
  return {
    ArrowLeft: () => goTo(at - 1),
    ArrowUp: () => goTo(at - 1),
    ArrowRight: () => goTo(at + 1),
    ArrowDown: () => goTo(at + 1),
    Home: () => goTo(0),
    End: () => goTo(level.value.stops.length - 1),
    Enter: open,
    ' ': open,
    s: () => stop.is === 'single' && void showInSource(stop.timed.event.id),
    Escape: leave,
  }
}

/** Keeps the size of the picture up, in px at the usual size of text, so that all of it grows with the words. */
function useStageSize(stage: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    const measure = () => {
      const enlarged = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
      stageSize.value = {
        width: element.clientWidth / enlarged,
        height: Math.max(0, element.clientHeight / enlarged - axisHeight),
      }
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [stage])
}
