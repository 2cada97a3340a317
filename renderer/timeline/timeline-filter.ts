// Which events the timeline shows. Pure.
import type { LibraryLists } from '../../shared/answers.ts'
import type { Event } from '../../shared/model/records.ts'
import { comparableName } from '../../shared/people/comparable-name.ts'
import { type EventStanding, standingOf } from '../../shared/timeline/event-time.ts'
import { selectEvents } from '../../shared/timeline/select-events.ts'
import type { TimelineQuery } from '../../shared/timeline/timeline-query.ts'
import { choicesInOrder, type FilterChoice } from '../state/filter-choice.ts'
import { fold, soughtWords } from '../state/fuzzy-match.ts'

/** What is asked for; empty text and null ask for nothing. `person` is an id or a name; `source` and `brief` are ids. */
export type TimelineFilter = {
  text: string
  tag: string | null
  person: string | null
  source: string | null
  brief: string | null
  standing: EventStanding | null
}

export const noFilter: TimelineFilter = {
  text: '',
  tag: null,
  person: null,
  source: null,
  brief: null,
  standing: null,
}

export function isNarrowed({ text, ...others }: TimelineFilter): boolean {
  return text.trim() !== '' || Object.values(others).some(value => value !== null)
}

/** What a timeline in a brief can ask for of it, with no bounds of time. */
export function queryOf({ tag, person, source, standing }: TimelineFilter): TimelineQuery {
  const status = standing === 'overdue' ? 'expected' : standing
  return { from: null, to: null, tag, person, source, status }
}

/**
 * The events that fit, in the order of time. `inBrief` are the ids of those that the brief asked for shows; every word of the text
 * must stand in the event.
 */
export function filterEvents(
  filter: TimelineFilter,
  { events, people }: Pick<LibraryLists, 'events' | 'people'>,
  { inBrief, day }: { inBrief: ReadonlySet<string> | null; day: string },
): Event[] {
  const sought = soughtWords(filter.text)
  return selectEvents(queryOf(filter), { events, people }).filter(
    event =>
      (inBrief === null || inBrief.has(event.id)) &&
      (filter.standing === null || standingOf(event, day) === filter.standing) &&
      sought.every(word => searchText(event).includes(word)),
  )
}

/** Made once for as long as a record stays. */
const searched = new WeakMap<Event, string>()

function searchText(event: Event): string {
  const before = searched.get(event)
  if (before !== undefined) return before
  const { title, participants, place, tags, id } = event
  const folded = fold([title, ...participants, place ?? '', ...tags, id].join(' '))
  searched.set(event, folded)
  return folded
}

/** Briefs to choose from: the ones that were changed last. */
const mostBriefs = 200

/** What there is to choose from: what events have, in the order of the alphabet, and the newest briefs. */
export function filterChoices({
  events,
  people,
  sources,
  briefs,
}: Pick<LibraryLists, 'events' | 'people' | 'sources' | 'briefs'>): Record<
  'tag' | 'person' | 'source' | 'brief',
  FilterChoice[]
> {
  const names = new Map(
    people.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map(each => [comparableName(each), { value: id, label: name }] as const),
    ),
  )
  const titles = new Map(sources.map(({ id, title }) => [id, title]))
  const [tag, person, source] = [
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, string>(),
  ]
  for (const event of events) {
    for (const each of event.tags) tag.set(each.toLowerCase(), each)
    for (const name of event.participants) {
      const { value, label } = names.get(comparableName(name)) ?? { value: name, label: name }
      person.set(value, label)
    }
    const title = event.anchor && titles.get(event.anchor.source)
    if (event.anchor && title !== undefined && title !== null) source.set(event.anchor.source, title)
  }
  return {
    tag: choicesInOrder(tag),
    person: choicesInOrder(person),
    source: choicesInOrder(source),
    brief: briefs.slice(0, mostBriefs).map(({ id, title }) => ({ value: id, label: title })),
  }
}
