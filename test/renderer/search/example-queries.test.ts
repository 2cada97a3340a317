import { expect, test } from 'vitest'
import { exampleQueries } from '../../../renderer/search/example-queries.ts'
import { emptyLists } from '../../../renderer/state/lists.ts'
import type { LibraryLists } from '../../../shared/answers.ts'
import { parseSearch } from '../../../shared/search/search-query.ts'

const queries = (lists: Partial<LibraryLists>) =>
  exampleQueries({ ...emptyLists, ...lists }).map(({ query }) => query)

test('examples are in the words of the library where it has some', () => {
  const quotes = [
    { speaker: '', tags: [] },
    { speaker: 'Christine Lagarde', tags: ['rare earths', 'rates'] },
  ]
  const sources = [
    { publishedOn: null, tags: [] },
    { publishedOn: '2023-05', tags: [] },
  ]
  const found = queries({ quotes, sources } as unknown as LibraryLists)
  expect(found).toContain('kind:quote speaker:lagarde')
  expect(found).toContain('marking:official before:2024 tag:rates')
})

test('each is understood whole', () => {
  for (const query of queries({})) expect(parseSearch(`${query} `).problems).toEqual([])
})
