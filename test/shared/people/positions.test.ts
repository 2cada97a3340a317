import { expect, test } from 'vitest'
import { positionBefore, positionsOf, tagsOf } from '../../../shared/people/positions.ts'
import { speakersWithoutPerson, unlinkedQuotes } from '../../../shared/people/speakers.ts'
import { aPerson, aQuote } from './a-person.ts'

const anchorIn = (source: string, start = 0) => ({
  source,
  quote: { exact: 'It', prefix: '', suffix: '' },
  position: { start, end: start + 2 },
})
const sources = [
  { id: 'april', title: 'April', publishedOn: '2025-04-30' },
  { id: 'undated', title: 'Undated', publishedOn: null },
]
const kato = aPerson('kato', 'Katsunobu Kato', { aliases: ['Kato'] })

test('statements stand in time, by when they were said or else published, and undated ones last', () => {
  const quotes = [
    aQuote('no-date', { person: 'kato', anchor: anchorIn('undated') }),
    aQuote('loose', { person: 'kato', createdAt: '2025-05-01T09:00:00.000Z' }),
    aQuote('may', { person: 'kato', saidOn: '2025-05', anchor: anchorIn('april') }),
    aQuote('of-april', { person: 'kato', anchor: anchorIn('april', 9) }),
    aQuote('of-april-before', { person: 'kato', anchor: anchorIn('april', 2) }),
    aQuote('march', { person: 'kato', saidOn: '../2025-03-31' }),
    aQuote('somebody-else', { person: 'koll', saidOn: '2025-01-01' }),
  ]
  const positions = positionsOf('kato', quotes, sources)
  expect(positions.map(({ quote, when, whenBy }) => [quote.id, when, whenBy])).toEqual([
    ['march', '../2025-03-31', 'said'],
    ['of-april-before', '2025-04-30', 'published'],
    ['of-april', '2025-04-30', 'published'],
    ['may', '2025-05', 'said'],
    ['loose', null, null],
    ['no-date', null, null],
  ])
})

test('a statement is compared with the last before it on the same tag', () => {
  const of = (id: string, saidOn: string, tags: string[]) => aQuote(id, { person: 'kato', saidOn, tags })
  const positions = positionsOf(
    'kato',
    [
      of('first', '2025-01-01', ['treasuries']),
      of('second', '2025-02-01', ['yen']),
      of('third', '2025-03-01', ['treasuries', 'trade']),
      of('fourth', '2025-04-01', []),
    ],
    [],
  )
  const before = positions.map(position => positionBefore(position, positions)?.quote.id ?? null)
  expect(before).toEqual([null, null, 'first', 'third'])
  expect(tagsOf(positions)).toEqual([
    { tag: 'trade', count: 1 },
    { tag: 'treasuries', count: 2 },
    { tag: 'yen', count: 1 },
  ])
})

test('speakers who are nobody yet are gathered, however they are written', () => {
  const quotes = [
    aQuote('one', { speaker: 'Jesper Koll' }),
    aQuote('two', { speaker: 'Mr Jesper Koll', organisation: 'Monex Group' }),
    aQuote('three', { speaker: 'Nicholas Smith', role: 'strategist' }),
    aQuote('four', { speaker: 'Kato' }),
    aQuote('five', { speaker: 'Somebody', person: 'kato' }),
  ]
  expect(speakersWithoutPerson(quotes, [kato])).toEqual([
    { name: 'Jesper Koll', role: null, organisation: 'Monex Group', count: 2 },
    { name: 'Nicholas Smith', role: 'strategist', organisation: null, count: 1 },
  ])
})

test('quotes that name a person are found, unless the name is that of two', () => {
  const quotes = [
    aQuote('one', { speaker: 'Kato' }),
    aQuote('two', { speaker: 'Katsunobu Kato', person: 'kato' }),
    aQuote('three', { speaker: 'Katsunobu Kato' }),
  ]
  expect(unlinkedQuotes(kato, quotes, [kato]).map(({ id }) => id)).toEqual(['one', 'three'])
  const other = aPerson('other', 'Ayuko Kato', { aliases: ['Kato'] })
  expect(unlinkedQuotes(kato, quotes, [kato, other]).map(({ id }) => id)).toEqual(['three'])
})
