// The timelines of a brief's text, and what they bring into it: a timeline names its events by what they are, not by their ids.
import { type BriefTree, parseBrief } from '../markdown/parse-brief.ts'
import type { Event } from '../model/records.ts'
import { type Directive, readBlockDirective } from '../references/directive.ts'
import { parseReferences } from '../references/parse-references.ts'
import type { Reference } from '../references/reference.ts'
import { selectEvents, type TimelineRecords } from './select-events.ts'
import { readTimelineQuery, type TimelineQuery } from './timeline-query.ts'
import { timelineTitle } from './timeline-title.ts'

/** A timeline where it stands in the Markdown: UTF-16 code units, end exclusive. */
export type WrittenTimeline = { directive: Directive; start: number; end: number }

type AskedTimeline = Pick<Directive, 'id' | 'label' | 'attributes'>

/** More events than these in one timeline are no timeline any more: it is not drawn, and says so. */
const mostEvents = 300

/** The events that a timeline needs to be read: those that fit, and of too many as many as say so. */
export function eventsAskedFor(directive: AskedTimeline, records: TimelineRecords): Event[] {
  const query = readTimelineQuery(directive)
  return 'problem' in query ? [] : selectEvents(query, records).slice(0, mostEvents + 1)
}

/** What a timeline shows, or why it cannot be shown: a sentence. */
export type ReadTimeline =
  | { title: string; query: TimelineQuery; events: readonly Event[] }
  | { problem: string }

/** Reads what a timeline asks for, and finds it. */
export function readTimeline(directive: AskedTimeline, records: TimelineRecords): ReadTimeline {
  const query = readTimelineQuery(directive)
  if ('problem' in query) return query
  const events = selectEvents(query, records)
  if (events.length <= mostEvents) return { title: timelineTitle(directive, query, records), query, events }
  return { problem: `More than ${mostEvents} events fit. Narrow it with from, to, tag, person or source.` }
}

/** The timelines of Markdown that was parsed already, in order. */
export function timelinesInTree(tree: BriefTree, markdown: string): WrittenTimeline[] {
  // Most texts have none, and this is asked at every key.
  if (!markdown.includes('::timeline')) return []
  const timelines: WrittenTimeline[] = []
  tree.iterate({
    enter({ name, from: start, to: end }) {
      if (name !== 'LayoutMark') return
      const directive = readBlockDirective(markdown.slice(start, end))
      if (directive?.name === 'timeline') timelines.push({ directive, start, end })
    },
  })
  return timelines
}

export function timelinesIn(markdown: string): WrittenTimeline[] {
  return markdown.includes('::timeline') ? timelinesInTree(parseBrief(markdown), markdown) : []
}

/** References with those that timelines make to their events, in the order of their places. */
export function withTimelines(
  references: readonly Reference[],
  timelines: readonly WrittenTimeline[],
  records: TimelineRecords,
): readonly Reference[] {
  if (timelines.length === 0) return references
  const made = timelines.flatMap(({ directive, start, end }): Reference[] => {
    const read = readTimeline(directive, records)
    if ('problem' in read) return []
    return read.events.map(({ id }) => ({ kind: 'event', id, label: '', block: true, start, end }))
  })
  return [...references, ...made].sort((one, other) => one.start - other.start)
}

/** What a text uses: its references, which may be known already, and the events of its timelines, where it may have some. */
export function usesOfText(
  markdown: string,
  records: TimelineRecords,
  references: readonly Reference[] = parseReferences(markdown),
  mayHaveTimelines = true,
): readonly Reference[] {
  return mayHaveTimelines ? withTimelines(references, timelinesIn(markdown), records) : references
}
