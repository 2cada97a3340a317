import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Event } from '../../../shared/model/records.ts'
import { readBlockDirective } from '../../../shared/references/directive.ts'
import { readTimeline, timelinesIn, usesOfText } from '../../../shared/timeline/timelines-in-text.ts'
import { stressEvents } from '../../proof-pdf/stress-events.ts'

const [sample] = stressEvents as [Event]
const event = (id: string, when: string, fields: Partial<Event> = {}): Event => ({
  ...sample,
  id,
  when,
  title: id,
  participants: [],
  ...fields,
})

function asked(
  written: string,
  events: readonly Event[],
  people: { id: string; name: string; aliases: string[] }[] = [],
) {
  const directive = readBlockDirective(written)
  if (!directive) throw new Error(`${written} is no directive`)
  const known = people.map(person => ({ role: null, organisation: null, ...person }))
  const read = readTimeline(directive, { events, people: known })
  return 'problem' in read ? read.problem : read.events.map(({ id }) => id)
}

describe('the events of a timeline', () => {
  const events = [
    event('until-june', '../2025-06'),
    event('june', '2025-06', { tags: ['Trade'] }),
    event('may', '2025-05-03/2025-06-02', { status: 'occurred', participants: ['Mr Kato'] }),
    event('july', '2025-07-01'),
    event('some-day', 'Y17000'),
  ]

  test('are those whose date may lie in the time that is asked for', () => {
    expect(asked('::timeline{from=2025-06 to=2025-06}', events)).toEqual(['may', 'june', 'until-june'])
    expect(asked('::timeline{from=2025-07}', events)).toEqual(['july'])
    expect(asked('::timeline', events)).toHaveLength(5)
  })

  test('are those with the tag, the status or the person under any name', () => {
    expect(asked('::timeline{tag=trade}', events)).toEqual(['june'])
    expect(asked('::timeline{status=occurred}', events)).toEqual(['may'])
    const kato = { id: 'katsunobu-kato', name: 'Katsunobu Kato', aliases: ['Kato'] }
    expect(asked('::timeline{person=katsunobu-kato}', events, [kato])).toEqual(['may'])
    expect(asked('::timeline{person=Kato}', events)).toEqual(['may'])
  })

  test('stand in one order, whatever order they come in', () => {
    const anyOrder = fc.shuffledSubarray([...stressEvents], { minLength: stressEvents.length })
    const inOrder = asked('::timeline', stressEvents)
    expect(inOrder).toHaveLength(stressEvents.length)
    fc.assert(
      fc.property(anyOrder, shuffled => {
        expect(asked('::timeline', shuffled)).toEqual(inOrder)
      }),
    )
  })

  test('begin with the earliest, and have what is expected after what has occurred', () => {
    const same = [
      event('a', '2025-05-02', { status: 'expected' }),
      event('b', '2025-05-02', { status: 'occurred' }),
    ]
    expect(asked('::timeline', [event('c', '2025-05'), ...same])).toEqual(['c', 'b', 'a'])
  })

  test.each([
    ['::timeline{from=tomorrow}', '“from=tomorrow” is no date'],
    ['::timeline{from=2025-06 to=2025-05}', 'It would begin in June 2025'],
    ['::timeline{status=done}', '“status=done” is none'],
    ['::timeline{colour=red}', 'A timeline knows no “colour”'],
    ['::timeline{#trade}', 'Write tag=trade'],
    ['::timeline{tag=""}', 'Nothing stands after “tag=”'],
  ])('%s is told why it cannot be read', (written, why) => {
    expect(asked(written, [])).toContain(why)
  })

  test('are not too many to be read', () => {
    const many = Array.from({ length: 301 }, (_, index) => event(`e${index}`, '2025'))
    expect(asked('::timeline', many)).toContain('More than 300 events fit')
    expect(asked('::timeline', many.slice(1))).toHaveLength(300)
  })
})

test('a text uses the events of its timelines where they stand, and code has none', () => {
  const body = ':event[]{#x}\n\n::timeline{tag=wall}\n\n```\n::timeline\n```\n\n:event[]{#y}'
  expect(timelinesIn(body).map(({ start, end }) => body.slice(start, end))).toEqual(['::timeline{tag=wall}'])
  const used = usesOfText(body, { events: [event('a', '2025'), event('b', '2026', { tags: [] })] })
  expect(used.map(({ id }) => id)).toEqual(['x', 'a', 'y'])
})
