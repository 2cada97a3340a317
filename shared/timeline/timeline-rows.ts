// A timeline as a list: every event, in words.
import { formatEdtf } from '../dates/format-edtf.ts'
import type { Event } from '../model/records.ts'
import { type EventStanding, standingOf } from './event-time.ts'

/** `details` are who takes part and where, in words; empty where neither is known. */
export type TimelineRow = { when: string; title: string; standing: EventStanding; details: string }

/** The row of an event, judged on a day (`YYYY-MM-DD`) where there is one. */
export function timelineRow(event: Event, day: string | null): TimelineRow {
  const { title, when, participants, place } = event
  return {
    when: formatEdtf(when),
    title,
    standing: standingOf(event, day),
    details: [participants.join(', '), place ?? ''].filter(words => words !== '').join('; '),
  }
}

/** A row on a line of its own. */
export function rowInWords({ when, title, standing, details }: TimelineRow): string {
  return `${when}: ${title} (${[standing, details].filter(words => words !== '').join('; ')})`
}
