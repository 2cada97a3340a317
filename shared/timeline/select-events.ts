// The events that a timeline shows, in the order in which it lists them.
import { firstDay, lastDay } from '../dates/edtf-days.ts'
import type { Event } from '../model/records.ts'
import { comparableName } from '../people/comparable-name.ts'
import type { LinkedPerson, LinkedSource } from '../references/resolve-reference.ts'
import { dayLength, type EventTime, eventTime } from './event-time.ts'
import type { TimelineQuery } from './timeline-query.ts'

/** What a timeline looks at: events, and the people and sources that it may name by their ids. */
export type TimelineRecords = {
  events: readonly Event[]
  people?: readonly LinkedPerson[]
  sources?: readonly Pick<LinkedSource, 'id' | 'title'>[]
}

/** Those that fit a query. Of time, an event fits whose date may lie in it; one without known days fits no time. */
export function selectEvents(query: TimelineQuery, { events, people = [] }: TimelineRecords): Event[] {
  const { tag, person, source, status } = query
  const tagWords = tag?.toLowerCase()
  const names = person === null ? null : namesOf(person, people)
  const isInTime = timeFilter(query)
  return events
    .filter(
      event =>
        (status === null || event.status === status) &&
        (tagWords === undefined || event.tags.some(each => each.toLowerCase() === tagWords)) &&
        (source === null || event.anchor?.source === source) &&
        (names === null || event.participants.some(name => names.has(comparableName(name)))) &&
        isInTime(event),
    )
    .map(event => ({ event, time: eventTime(event.when) }))
    .sort(compareEvents)
    .map(({ event }) => event)
}

/** Every name of the person of that id; a name stands for itself. */
function namesOf(person: string, people: readonly LinkedPerson[]): ReadonlySet<string> {
  const found = people.find(({ id }) => id === person)
  const names = found ? [found.name, ...(found.aliases ?? [])] : [person]
  return new Set(names.map(comparableName))
}

function timeFilter({ from, to }: TimelineQuery): (event: Event) => boolean {
  if (from === null && to === null) return () => true
  const first = from === null ? null : firstDay(from)?.toString()
  const last = to === null ? null : lastDay(to)?.toString()
  const begin = first ? Date.parse(first) : Number.NEGATIVE_INFINITY
  const end = last ? Date.parse(last) + dayLength : Number.POSITIVE_INFINITY
  return ({ when }) => {
    const time = eventTime(when)
    if (time === null) return false
    const isOver = time.to !== null && time.to <= begin
    return !isOver && (time.from ?? Number.NEGATIVE_INFINITY) < end
  }
}

type Timed = { event: Event; time: EventTime | null }

/**
 * By the earliest day, then by the latest; what is expected after what has occurred; then by title. "By June" has no earliest day
 * and stands where its last one does; what has no known day stands last.
 */
function compareEvents(one: Timed, other: Timed): number {
  const [a, b] = [one, other].map(({ time }) => ({
    first: time?.from ?? time?.to ?? Number.MAX_VALUE,
    last: time?.to ?? Number.MAX_VALUE,
  })) as [{ first: number; last: number }, { first: number; last: number }]
  return (
    a.first - b.first ||
    a.last - b.last ||
    Number(one.event.status === 'expected') - Number(other.event.status === 'expected') ||
    compareText(one.event.title, other.event.title) ||
    compareText(one.event.id, other.event.id)
  )
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
