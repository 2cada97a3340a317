// The picture of the timeline: what is in sight of the events, and the keys that go through it.
import { signal } from '@preact/signals'
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { fadeOf } from '../../shared/timeline/draw-mark.ts'
import type { TimelineStop } from '../../shared/timeline/pack-level.ts'
import { showInSource } from '../evidence/evidence-actions.ts'
import { ownShapes } from '../html-sink/html-sink.ts'
import { evidenceForm } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'
import { useStagePointer } from './stage-pointer.ts'
import { drawnStop, fades, hasStickyWords, StopWords, stickyPlace } from './stop-mark.tsx'
import {
  goToStop,
  idOf,
  moveTimeline,
  openStop,
  revealStop,
  showMoment,
  stopNow,
} from './timeline-actions.ts'
import { axisHeight, StickyNames, TimelineAxis } from './timeline-axis.tsx'
import { drawnStops, frame, sightLeft } from './timeline-frame.ts'
import { packAhead, stopOf, stops } from './timeline-levels.ts'
import { atEvent, limits, now, stageSize } from './timeline-state.ts'

/** What is pointed at, or has the keyboard. */
export const pointedStop = signal<TimelineStop | null>(null)

const paints = (['occurred', 'expected', 'overdue'] as const)
  .map(standing => fadeOf(fades, standing))
  .join('')

export function TimelineStage() {
  const stage = useRef<HTMLDivElement>(null)
  /** Whether the keyboard is on an event: it stays with it while the picture changes. */
  const isOnStop = useRef(false)
  useStagePointer(stage)
  useStageSize(stage)
  useEffect(packAhead, [])
  const { width, height } = stageSize.value
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
        if (stop && (event.target as Element).matches(':focus-visible')) revealStop()
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
          <g {...ownShapes(paints)} />
          <line class="timeline-line" x1={0} x2={width} y1={height} y2={height} />
          <Moving>
            <TimelineAxis />
            <StickyNames />
            <Now />
            <Stops stage={stage} isOnStop={isOnStop} />
            <StickyWords />
          </Moving>
        </svg>
      )}
    </div>
  )
}

/** Moves what is drawn to where it is in sight. */
function Moving({ children }: { children: ComponentChildren }) {
  return <g transform={`translate(${-Math.round(sightLeft.value * 10) / 10} 0)`}>{children}</g>
}

/** `isOnStop` tells whether the keyboard is on an event: it stays with it while the picture changes. */
function Stops({ stage, isOnStop }: { stage: RefObject<HTMLElement | null>; isOnStop: RefObject<boolean> }) {
  const current = stops.value[stopNow()]
  const drawn = drawnStops.value
  const tabbed = current && drawn.includes(current) ? current : drawn[0]
  const opened = evidenceForm.value?.id ?? null
  useLayoutEffect(() => {
    if (!isOnStop.current) return
    const active = document.activeElement
    if (active !== document.body && !stage.current?.contains(active)) return
    const wanted = stage.current?.querySelector<SVGElement>('.timeline-stop[tabindex="0"]')
    if (active !== wanted) (wanted ?? stage.current)?.focus({ preventScroll: true })
  })
  // The form takes room, and what it is of must not go out of sight.
  useLayoutEffect(() => {
    if (opened !== null && opened === atEvent.value) revealStop()
  }, [opened, stageSize.value.width])
  return (
    <>
      {drawn.map(stop =>
        drawnStop(stop, frame.value, {
          isCurrent: stop === tabbed,
          isOpen: stop.is === 'single' && stop.timed.event.id === opened,
        }),
      )}
    </>
  )
}

/** The words of bars that go beyond the left edge. */
function StickyWords() {
  const shown = drawnStops.value.filter(stop => hasStickyWords(stop, frame.value))
  return (
    <g class="timeline-sticky">
      {shown.map(stop => (
        <StopWords key={idOf(stop)} timed={stop.timed} {...stickyPlace(stop, frame.value, sightLeft.value)} />
      ))}
    </g>
  )
}

function Now() {
  const { origin, rate, left, width, ground } = frame.value
  const at = (now.value - origin) * rate
  if (at < left || at > left + width) return null
  return (
    <g class="timeline-now" transform={`translate(${Math.round(at)} 0)`}>
      <line x1={0} x2={0} y1={0} y2={ground} />
      <text x={5} y={11}>
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
