import { expect, test } from 'vitest'
import {
  broaderQueries,
  queryInWords,
  withKinds,
  withKindToggled,
  withoutLike,
} from '../../../renderer/search/edit-query.ts'
import { parseSearch } from '../../../shared/search/search-query.ts'

test('a kind is written in front, so that the last word may still go on', () => {
  const query = withKindToggled('tariff minist', 'quote')
  expect(query).toBe('kind:quote tariff minist')
  expect(parseSearch(query).terms.at(-1)?.isPrefix).toBe(true)
  expect(withKindToggled(query, 'source')).toBe('kind:source kind:quote tariff minist')
  expect(withKindToggled('kind:source kind:quote tariff ', 'source')).toBe('kind:quote tariff ')
  expect(withKindToggled('', 'person')).toBe('kind:person ')
})

test('a kind that stands for several is taken apart, and all of them are none', () => {
  expect(withKindToggled('yen kind:evidence', 'figure')).toBe('kind:quote kind:event yen')
  const five = 'kind:brief kind:source kind:quote kind:figure kind:event yen'
  expect(withKindToggled(five, 'person')).toBe('yen')
  expect(withKinds('kind:quote "exact  words" kind:event -kind:x', [])).toBe('"exact  words"')
})

test.each([
  ['kind:quote before:2024 yen', { kinds: 'before:2024 yen', dates: 'kind:quote yen' }],
  ['marking:official yen', { markings: 'yen' }],
  [
    'speaker:kato tag:"rare earths"',
    { fields: 'kato "rare earths"', phrases: 'speaker:kato tag:rare earths' },
  ],
  ['"exact words"', { phrases: 'exact words' }],
  ['yen -bond', { excluded: 'yen' }],
  ['like:article yen', { like: 'yen' }],
  ['yen', {}],
  ['kind:quote', {}],
])('%s can be asked for more broadly', (query, broader) => {
  expect(Object.fromEntries(broaderQueries(query).map(each => [each.offer, each.query]))).toEqual(broader)
})

test('a source that results are like is named by its title', () => {
  const title = (id: string) => `Like ${id.toUpperCase()}`
  expect(queryInWords('like:article yen ', title)).toBe('Like ARTICLE · yen')
  expect(queryInWords(' yen ', title)).toBe('yen')
  expect(withoutLike('like:article ')).toBe('')
})
