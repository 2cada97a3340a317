import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmptySearch, parseSearch } from '../../../shared/search/search-query.ts'

const none = {
  terms: [],
  excluded: [],
  kinds: [],
  markings: [],
  before: null,
  after: null,
  like: null,
  problems: [],
}
const term = (words: string, other: object = {}) => ({
  words,
  isPrefix: false,
  isPhrase: false,
  field: null,
  ...other,
})

test.each([
  ['trade talks ', { terms: [term('trade'), term('talks')] }],
  ['trade tal', { terms: [term('trade'), term('tal', { isPrefix: true })] }],
  ['tal* trade ', { terms: [term('tal', { isPrefix: true }), term('trade')] }],
  ['"does exist" ', { terms: [term('does exist', { isPhrase: true })] }],
  ['"does exi', { terms: [term('does exi', { isPhrase: true, isPrefix: true })] }],
  ['trade -china ', { terms: [term('trade')], excluded: [term('china')] }],
  ['speaker:kato option ', { terms: [term('kato', { field: 'speaker' }), term('option')] }],
  ['tag:"foreign trade" ', { terms: [term('foreign trade', { field: 'tag', isPhrase: true })] }],
  ['kind:quotes kind:brief ', { kinds: ['quote', 'brief'] }],
  ['kind:evidence ', { kinds: ['quote', 'figure', 'event'] }],
  [
    'marking:OFFICIAL before:2025-06 after:2024',
    { markings: ['official'], before: '2025-06', after: '2024' },
  ],
  ['like:the-source', { like: 'the-source' }],
  ['10:30 https://example.org/a ', { terms: [term('10:30'), term('https://example.org/a')] }],
  ['kind: kin', { terms: [term('kin', { isPrefix: true })] }],
  ['– … "" -', {}],
])('%s', (typed, expected) => {
  expect(parseSearch(typed)).toEqual({ ...none, ...expected })
})

test('what cannot be understood is told once it is typed to its end, and left out', () => {
  expect(parseSearch('kind:not').problems).toEqual([])
  expect(parseSearch('kind:note trade ').problems).toEqual([
    'There is no kind “note”: it is brief, source, quote, figure, event, person or evidence.',
  ])
  expect(parseSearch('-before:2025 trade ')).toMatchObject({
    before: null,
    problems: [
      '“-before:” leaves nothing out: only words, kinds, titles, speakers, publishers and tags can be left out.',
    ],
  })
  expect(parseSearch('before:2025-13 trade ').problems).toHaveLength(1)
  expect(parseSearch('before:june trade ')).toMatchObject({
    before: null,
    problems: ['“before:june” names no date: it is a year, a month or a day, such as before:2025-06.'],
  })
})

test('only a query that asks for something is not empty', () => {
  expect(['', '  ', '…', 'kind:', '-word '].map(typed => isEmptySearch(parseSearch(typed)))).toEqual(
    Array(5).fill(true),
  )
  expect(['a', 'kind:quote', 'like:x', 'after:2025'].some(typed => isEmptySearch(parseSearch(typed)))).toBe(
    false,
  )
})

test('any text is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), typed => {
      for (const { words } of parseSearch(typed).terms) expect(words).toMatch(/[\p{L}\p{N}]/u)
    }),
  )
})
