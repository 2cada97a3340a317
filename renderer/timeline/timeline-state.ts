// What the timeline shows, remembered while the window is open.
import { computed, signal } from '@preact/signals'
import { textWidth } from '../../shared/charts/text-width.ts'
import type { Event } from '../../shared/model/records.ts'
import { dayLength, eventTime, standingOf } from '../../shared/timeline/event-time.ts'
import { fitWords } from '../../shared/timeline/fit-words.ts'
import type { TimedEvent } from '../../shared/timeline/pack-level.ts'
import { request } from '../bridge/bridge.ts'
import { lists } from '../state/desk.ts'
import { keptSwitch } from '../state/kept.ts'
import { strings } from '../ui/strings.ts'
import { type TimeView, wholeView } from './time-view.ts'
import { filterChoices, filterEvents, noFilter, type TimelineFilter } from './timeline-filter.ts'

/** CSS px of a lane, and of the words of an event in it, at the usual size of text. */
export const laneHeight = 26
export const labelSize = 12
const widestLabel = 300

export const timelineFilter = signal<TimelineFilter>(noFilter)
export const isTimelineList = keptSwitch('timeline-list', false)
/** The event that the keys go on from. */
export const atEvent = signal<string | null>(null)
/** The time in sight as it was chosen; null for all of it. */
export const chosenView = signal<TimeView | null>(null)
/** What the picture takes, axis and map left out; CSS px at the usual size of text. */
export const stageSize = signal({ width: 0, height: 0 })

/** What the clock on the wall says, as milliseconds of UTC: an event's day is everybody's own. */
export const now = signal(wallClock())
export const today = computed(() =>
  new Date(Math.floor(now.value / dayLength) * dayLength).toISOString().slice(0, 10),
)

export function wallClock(): number {
  const date = new Date()
  return date.getTime() - date.getTimezoneOffset() * 60_000
}

// Each by itself: a brief is saved at every pause of typing.
const events = computed(() => lists.value.events)
const people = computed(() => lists.value.people)
const sources = computed(() => lists.value.sources)
const briefs = computed(() => lists.value.briefs)

export const timelineChoices = computed(() =>
  filterChoices({ events: events.value, people: people.value, sources: sources.value, briefs: briefs.value }),
)

/** The events of the brief that is asked for; null while none is, and nothing until they are known. */
const inBrief = signal<ReadonlySet<string> | null>(null)

export function narrow(change: Partial<TimelineFilter>): void {
  const before = timelineFilter.value
  timelineFilter.value = { ...before, ...change }
  const { brief } = timelineFilter.value
  if (brief === before.brief) return
  inBrief.value = brief === null ? null : new Set()
  if (brief === null) return
  void request('brief.linked', { id: brief }).then(linked => {
    if (timelineFilter.value.brief === brief && linked.ok)
      inBrief.value = new Set(linked.value.events.map(({ id }) => id))
  })
}

/** Those that fit what is asked for, in the order of time. */
export const shownEvents = computed(() =>
  filterEvents(
    timelineFilter.value,
    { events: events.value, people: people.value },
    { inBrief: inBrief.value, day: today.value },
  ),
)

/** Those with a day that is known, as they are drawn. */
export const timedEvents = computed<readonly TimedEvent[]>(() =>
  shownEvents.value.flatMap(event => timedOf(event, today.value) ?? []),
)

const timedBefore = new WeakMap<Event, { day: string; timed: TimedEvent | null }>()

function timedOf(event: Event, day: string): TimedEvent | null {
  const before = timedBefore.get(event)
  if (before?.day === day) return before.timed
  const time = eventTime(event.when)
  const standing = standingOf(event, day)
  const after = standing === 'overdue' ? textWidth(strings.timeline.overdueBefore, labelSize) : 0
  const words = fitWords(event.title, labelSize, widestLabel - after)
  const timed = time && { event, time, standing, words, wide: textWidth(words, labelSize) + after }
  timedBefore.set(event, { day, timed })
  return timed
}

const times = computed(() => timedEvents.value.map(({ time }) => time))
const whole = computed(() => wholeView(times.value, now.value))
export const view = computed(() => chosenView.value ?? whole.value)
/** How far one may go: all there is, and today. */
export const limits = computed(() => ({
  from: Math.min(whole.value.from, now.value),
  to: Math.max(whole.value.to, now.value),
}))
/** CSS px that a millisecond takes. */
export const scale = computed(() => stageSize.value.width / (view.value.to - view.value.from))
