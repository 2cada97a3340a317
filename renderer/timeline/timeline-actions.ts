// What one does on the timeline.
import type { EditorView } from '@codemirror/view'
import { type ColumnStop, type TimelineStop, wayLength } from '../../shared/timeline/pack-level.ts'
import { formatTimelineQuery } from '../../shared/timeline/timeline-query.ts'
import { editorInWindow } from '../editor/editor-in-window.ts'
import { insertBlock } from '../editor/insert-block.ts'
import { leaveForm, openEvidence, startLooseEvidence } from '../evidence/evidence-actions.ts'
import { isReadOnly, openBrief, room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { around, moveView, viewAt, zoomView } from './time-view.ts'
import { queryOf } from './timeline-filter.ts'
import { stopOf, stops } from './timeline-levels.ts'
import {
  atEvent,
  chosenView,
  isTimelineList,
  limits,
  now,
  scale,
  timedEvents,
  timelineFilter,
  view,
  wallClock,
} from './timeline-state.ts'

/** What a key zooms by. */
const keyStep = 1.6

export function zoomTimeline(factor: number, share = 0.5): void {
  chosenView.value = zoomView(view.value, factor, share, limits.value)
}

export const zoomIn = () => zoomTimeline(1 / keyStep)
export const zoomOut = () => zoomTimeline(keyStep)

/** By a share of what is in sight. */
export function moveTimeline(share: number): void {
  chosenView.value = moveView(view.value, share, limits.value)
}

export function showAllTime(): void {
  chosenView.value = null
}

export function showToday(): void {
  now.value = wallClock()
  showMoment(now.value, 0.5)
}

/** Shows a moment at a share of the width. */
export function showMoment(moment: number, share: number): void {
  chosenView.value = viewAt(view.value, moment, share, limits.value)
}

export function startEvent(): void {
  if (!isReadOnly.value) startLooseEvidence('event')
}

/** The place of the stop that the keys go on from; the first in sight where none is known. */
export function stopNow(): number {
  const at = atEvent.value === null ? undefined : stopOf.value.get(atEvent.value)
  if (at !== undefined) return at
  const first = stops.value.findIndex(stop => stop.to >= view.value.from)
  return Math.max(0, first)
}

/** Goes to a stop, and brings it into sight. */
export function goToStop(index: number): void {
  const stop = stops.value[Math.max(0, Math.min(index, stops.value.length - 1))]
  if (!stop) return
  atEvent.value = idOf(stop)
  reveal(stop)
}

/** Brings what the keys go on from into sight. */
export function revealStop(): void {
  const stop = stops.value[stopNow()]
  if (stop) reveal(stop)
}

function reveal(stop: TimelineStop): void {
  const { from, to } = view.value
  const edge = (wayLength * 2) / scale.value
  const { from: first, to: last } = stop
  const words = stop.is === 'single' ? Math.min(stop.timed.wide / scale.value, (to - from) * 0.6) : 0
  if (first < from + edge && last < from + edge) showMoment(first, 0.25)
  else if (first < from && last - first < to - from) showMoment(first, 0.25)
  else if (first + words > to - edge) showMoment(first, 0.5)
}

/** Opens the form of an event; of a column, the time that it is of, and where that goes no finer, the list. */
export function openStop(stop: TimelineStop): void {
  atEvent.value = idOf(stop)
  if (stop.is === 'single') openEvidence(stop.timed.event.id)
  else openColumn(stop)
}

function openColumn(column: ColumnStop): void {
  if (column.unit === 'day' || !canBeApart(column)) {
    isTimelineList.value = true
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>('.timeline-list .row[aria-current]')
        ?.focus({ preventScroll: true }),
    )
  } else chosenView.value = around({ from: column.from, to: column.to }, 0)
}

/** Whether its events have different days. */
function canBeApart({ events }: ColumnStop): boolean {
  return new Set(events.map(({ time: { known } }) => `${known.from} ${known.to}`)).size > 1
}

/** The id of an event, or of the first of a column. */
export function idOf(stop: TimelineStop): string {
  return (stop.is === 'single' ? stop.timed : stop.events[0])?.event.id ?? ''
}

/** The timeline of a brief that shows what is shown here: the filter, and the time in sight where that is not all. */
function directiveNow(): string {
  const { from, to } = chosenView.value ?? { from: null, to: null }
  return formatTimelineQuery({ ...queryOf(timelineFilter.value), ...datesOf(from, to) })
}

/** As fine as what is in sight is wide. */
function datesOf(from: number | null, to: number | null): { from: string | null; to: string | null } {
  if (from === null || to === null) return { from: null, to: null }
  const days = (to - from) / 86_400_000
  const cut = days > 1100 ? 4 : days > 92 ? 7 : 10
  const date = (moment: number) => new Date(moment).toISOString().slice(0, cut)
  return { from: date(from), to: date(to - 1) }
}

export async function copyTimeline(): Promise<void> {
  const directive = directiveNow()
  const { text, brief, standing } = timelineFilter.value
  const isPart = text.trim() !== '' || brief !== null || standing === 'overdue'
  try {
    await navigator.clipboard.writeText(directive)
    tell('info', isPart ? strings.timeline.copiedPart(directive) : strings.timeline.copied(directive))
  } catch (error) {
    tell('problem', strings.timeline.notCopied((error as Error).message))
  }
}

export const canInsertTimeline = () =>
  openBrief.value !== null && !isReadOnly.value && timedEvents.value.length > 0

/** Puts it where the cursor was in the open brief, and goes there. */
export function insertTimeline(): void {
  const directive = directiveNow()
  leaveForm(() => {
    room.value = 'briefs'
    whenThere(editor => insertBlock(editor, directive))
  })
}

/** Frames after which an editor that did not come is given up. */
const patience = 60

function whenThere(act: (editor: EditorView) => void, frames = patience): void {
  requestAnimationFrame(() => {
    const editor = editorInWindow()
    if (editor) act(editor)
    else if (frames > 0) whenThere(act, frames - 1)
  })
}

export function toggleTimelineList(): void {
  isTimelineList.value = !isTimelineList.value
}
