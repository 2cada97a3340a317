import { describe, expect, test } from 'vitest'
import {
  filterChoices,
  filterEvents,
  isNarrowed,
  noFilter,
  queryOf,
} from '../../../renderer/timeline/timeline-filter.ts'
import type { Event } from '../../../shared/model/records.ts'
import { readBlockDirective } from '../../../shared/references/directive.ts'
import { formatTimelineQuery, readTimelineQuery } from '../../../shared/timeline/timeline-query.ts'
import { unsetEvent } from '../../unset-fields.ts'

const at = '2025-05-03T09:00:00.000Z'
const event = (id: string, fields: Partial<Event>): Event => ({
  schema: 5,
  id,
  createdAt: at,
  updatedAt: at,
  tags: [],
  title: id,
  when: '2025-05-03',
  status: 'occurred',
  participants: [],
  place: null,
  anchor: null,
  ...unsetEvent,
  ...fields,
})
const events = [
  event('vote', { when: '2025-06-01', status: 'expected', tags: ['Trade'], place: 'Zürich' }),
  event('talks', { when: '2025-04-01', participants: ['Katsunobu Kato'] }),
  event('report', { when: '2025-04-20', status: 'expected' }),
]
const around = { inBrief: null, day: '2025-05-03' }
const idsOf = (filter: Partial<typeof noFilter>, inBrief: ReadonlySet<string> | null = null) =>
  filterEvents({ ...noFilter, ...filter }, { events, people: [] }, { ...around, inBrief }).map(({ id }) => id)

describe('the filter of the timeline', () => {
  test('asks for nothing at first, and gives the order of time', () => {
    expect(isNarrowed(noFilter)).toBe(false)
    expect(idsOf({})).toEqual(['talks', 'report', 'vote'])
  })

  test('finds words in any case and without accents, in title, people, place and tags', () => {
    expect(idsOf({ text: 'kato' })).toEqual(['talks'])
    expect(idsOf({ text: 'zurich VOTE' })).toEqual(['vote'])
    expect(idsOf({ text: 'trade talks' })).toEqual([])
  })

  test('tells what is overdue from what is expected', () => {
    expect(idsOf({ standing: 'expected' })).toEqual(['vote'])
    expect(idsOf({ standing: 'overdue' })).toEqual(['report'])
  })

  test('shows the events of a brief', () => {
    expect(idsOf({ brief: 'morning' }, new Set(['vote']))).toEqual(['vote'])
    expect(idsOf({ brief: 'morning' }, new Set())).toEqual([])
  })

  test('offers people under the name of their record', () => {
    const kato = { id: 'kato', name: 'Katsunobu Kato', aliases: ['Kato Katsunobu'] }
    const choices = filterChoices({
      events: [...events, event('again', { participants: ['Kato Katsunobu', 'Scott Bessent'] })],
      people: [kato] as never,
      sources: [],
      briefs: [],
    })
    expect(choices.person).toEqual([
      { value: 'kato', label: 'Katsunobu Kato' },
      { value: 'Scott Bessent', label: 'Scott Bessent' },
    ])
    expect(choices.tag).toEqual([{ value: 'trade', label: 'Trade' }])
  })

  test('becomes a timeline for a brief that is read as what was asked for', () => {
    const query = {
      ...queryOf({ ...noFilter, tag: 'trade talks', person: 'Scott Bessent', standing: 'overdue' }),
      from: '2025-05',
    }
    const written = formatTimelineQuery(query)
    expect(written).toBe('::timeline{from=2025-05 tag="trade talks" person="Scott Bessent" status=expected}')
    const directive = readBlockDirective(written)
    expect(directive && readTimelineQuery(directive)).toEqual(query)
    expect(formatTimelineQuery(queryOf(noFilter))).toBe('::timeline{}')
  })
})
