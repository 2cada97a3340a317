import { expect, test } from 'vitest'
import { recordsFor } from '../../../renderer/preview/records-for.ts'
import { emptyLists } from '../../../renderer/state/lists.ts'
import type { LibraryLists } from '../../../shared/answers.ts'

const lists = {
  ...emptyLists,
  quotes: [
    { id: 'kato-option', anchor: { source: 'article' } },
    { id: 'other', anchor: null },
  ],
  events: [{ id: 'talks', anchor: null }],
  people: [{ id: 'kato' }],
  sources: [{ id: 'article' }, { id: 'elsewhere' }],
} as unknown as LibraryLists

const ids = (records: readonly { id: string }[] = []) => records.map(({ id }) => id)

test('the records that a text names come, with the sources behind them, and no others', () => {
  const { evidence, sources } = recordsFor('He said :quote["so"]{#kato-option}, by :person[]{#kato}.', lists)
  expect(ids(evidence.quotes)).toEqual(['kato-option'])
  expect(ids(evidence.people)).toEqual(['kato'])
  expect(ids(evidence.events)).toEqual([])
  expect(ids(sources)).toEqual(['article'])
})

test('an id among other attributes is found, and one that is no record is left out', () => {
  expect(ids(recordsFor('::quote{size=2 #other} :quote[]{#gone}', lists).evidence.quotes)).toEqual(['other'])
})

test('a timeline may choose from everything', () => {
  const { evidence, sources } = recordsFor('::timeline{from=2025}', lists)
  expect(ids(evidence.events)).toEqual(['talks'])
  expect(ids(sources)).toEqual(['article', 'elsewhere'])
})

test('they are the same objects until one of them is another', () => {
  const words = 'He said :quote["so"]{#kato-option}.'
  const before = recordsFor(words, lists)
  expect(recordsFor(`${words} Again.`, { ...lists, quotes: [...lists.quotes] })).toBe(before)
  const [kato, ...others] = lists.quotes
  const changed = { ...lists, quotes: [{ ...kato, speaker: 'Kato' }, ...others] } as unknown as LibraryLists
  expect(recordsFor(words, changed)).not.toBe(before)
  expect(recordsFor(words, changed).evidence.quotes).toEqual([changed.quotes[0]])
  expect(recordsFor(`${words} :quote[]{#other}`, changed).evidence.quotes).toHaveLength(2)
})
