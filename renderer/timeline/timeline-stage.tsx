// The picture of the timeline: what is in sight of the events, and the keys that go through it.
import { signal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { fadeOf } from '../../shared/timeline/draw-mark.ts'
import type { TimelineStop } from '../../shared/timeline/pack-level.ts'
import { showInSource } from '../evidence/evidence-actions.ts'
import { evidenceForm } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { useStagePointer } from './stage-pointer.ts'
import { drawnStop, fades, type StageScale } from './stop-mark.tsx'
import {
  goToStop,
  idOf,
  moveTimeline,
  openStop,
  revealStop,
  showMoment,
  stopNow,
} from './timeline-actions.ts'
import { axisHeight, TimelineAxis } from './timeline-axis.tsx'
import {
  atEvent,
  limits,
  now,
  scale,
  stageSize,
  stopOf,
  stops,
  stopsInSight,
  view,
} from './timeline-state.ts'

/** What is pointed at, or has the keyboard. */
export const pointedStop = signal<TimelineStop | null>(null)

const paints = (['occurred', 'expected', 'overdue'] as const)
  .map(standing => fadeOf(fades, standing))
  .join('')

/** CSS px: how far one pans until everything is placed anew; until then the whole of it moves. */
const stride = 2048

export function TimelineStage() {
  const stage = useRef<HTMLDivElement>(null)
  /** Whether the keyboard is on an event: it stays with it while the picture changes. */
  const isOnStop = useRef(false)
  useStagePointer(stage)
  useStageSize(stage)
  const { width, height } = stageSize.value
  const rate = scale.value
  const { from } = view.value
  const origin = (Math.round((from * rate) / stride) * stride) / rate
  const left = (from - origin) * rate
  const place: StageScale = { origin, rate, left, width, ground: height }
  const current = stops.value[stopNow()]
  const shown = width === 0 ? [] : stopsInSight.value
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
    const index = id === undefined ? undefined : stopOf.value.get(id)
    return index === undefined ? null : (stops.value[index] ?? null)
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
          <g transform={`translate(${-left} 0)`}>
            <TimelineAxis scale={place} />
            <Now scale={place} />
            {shown.map(stop =>
              drawnStop(stop, place, {
                isCurrent: stop === tabbed,
                isOpen: stop.is === 'single' && stop.timed.event.id === opened,
              }),
            )}
          </g>
        </svg>
      )}
    </div>
  )
}

function Now({ scale: { origin, rate, left, width, ground } }: { scale: StageScale }) {
  const at = (now.value - origin) * rate
  if (at < left || at > left + width) return null
  const isLate = at > left + width - 60
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
  const at = stopOf.value.get(idOf(stop)) ?? 0
  const open = () => openStop(stop)
  return {
    ArrowLeft: () => goTo(at - 1),
    ArrowUp: () => goTo(at - 1),
    ArrowRight: () => goTo(at + 1),
    ArrowDown: () => goTo(at + 1),
    Home: () => goTo(0),
    End: () => goTo(stops.value.length - 1),
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
