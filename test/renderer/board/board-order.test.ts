import { expect, test } from 'vitest'
import { filterChoices, filterPieces, noFilter } from '../../../renderer/board/board-filter.ts'
import {
  type BoardGrouping,
  type BoardRow,
  isGroup,
  nextSort,
  rowsOf,
  sortPieces,
} from '../../../renderer/board/board-order.ts'
import { type BoardPiece, dayKey } from '../../../renderer/board/board-piece.ts'
import { aFigure, anEvent, aPiece, aQuote } from './pieces.ts'

const idsOf = (pieces: readonly BoardPiece[]) => pieces.map(({ id }) => id)

const first = aPiece(
  aQuote('first', { text: 'zebra', speaker: 'Kato', saidOn: '2025-05-03', tags: ['yen'] }),
  {
    uses: { first: 2 },
  },
)
const second = aPiece(aQuote('second', { text: 'Apple', speaker: 'abe' }))
const low = aPiece(aFigure('low', { value: '900', measures: 'Holdings', asOf: '2025-04' }))
const high = aPiece(aFigure('high', { value: '10000', measures: 'Holdings', tags: ['trade', 'yen'] }))
const talks = aPiece(
  anEvent('talks', { title: 'Talks', when: '../2025-06', participants: ['Japan', 'United States'] }),
)
const all = [first, second, low, high, talks]

test.each([
  ['words', ['low', 'high', 'second', 'talks', 'first']],
  ['about', ['second', 'low', 'high', 'first', 'talks']],
  ['date', ['low', 'first', 'talks', 'second', 'high']],
  ['tags', ['high', 'first', 'second', 'low', 'talks']],
  ['uses', ['second', 'low', 'high', 'talks', 'first']],
] as const)('sorted by %s', (column, ids) => {
  expect(idsOf(sortPieces(all, { column, isDescending: false }))).toEqual(ids)
})

test('downwards, what has nothing in the column stays last', () => {
  const sorted = sortPieces(all, { column: 'date', isDescending: true })
  expect(idsOf(sorted)).toEqual(['talks', 'first', 'low', 'second', 'high'])
})

test('a heading sorts up, down, and then leaves the order as it was', () => {
  const up = nextSort(null, 'date')
  expect(up).toEqual({ column: 'date', isDescending: false })
  const down = nextSort(up, 'date')
  expect(down).toEqual({ column: 'date', isDescending: true })
  expect(nextSort(down, 'date')).toBeNull()
  expect(nextSort(down, 'words')).toEqual({ column: 'words', isDescending: false })
})

const drawn = (rows: readonly BoardRow[]) =>
  rows.map(row => (isGroup(row) ? `${row.group || 'none'} ${row.count}` : row.piece.id))
const plain = (_: BoardGrouping, group: string) => group

test('groups of tags have a piece under each of its tags, and those without last', () => {
  expect(drawn(rowsOf([first, high, talks], 'tag', new Set(), plain))).toEqual([
    ...['trade 1', 'high', 'yen 2', 'first', 'high', 'none 1', 'talks'],
  ])
})

test('months stand newest first, and a closed group shows no piece', () => {
  const rows = rowsOf(all, 'month', new Set(['month 2025-05']), plain)
  expect(drawn(rows)).toEqual([
    '2025-06 1',
    'talks',
    '2025-05 1',
    '2025-04 1',
    'low',
    'none 2',
    'second',
    'high',
  ])
})

test('every row of a list with groups has a key of its own', () => {
  const keys = rowsOf(all, 'tag', new Set(), plain).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
})

test.each([
  [{ kind: 'figure' as const }, ['low', 'high']],
  [{ tag: 'yen' }, ['first', 'high']],
  [{ tag: 'yen', kind: 'quote' as const }, ['first']],
  [{ person: 'name japan' }, ['talks']],
  [{ use: 'used' as const }, ['first']],
  [{ use: 'unused' as const, kind: 'quote' as const }, ['second']],
  [{ source: 'nowhere' }, []],
  [{ text: 'zeb' }, ['first']],
])('filtered by %o', (asked, ids) => {
  expect(idsOf(filterPieces(all, { ...noFilter, ...asked }))).toEqual(ids)
})

test('what can be asked for is what there is', () => {
  expect(filterChoices(all)).toEqual({
    source: [],
    person: [
      { value: 'name abe', label: 'abe' },
      { value: 'name japan', label: 'Japan' },
      { value: 'name kato', label: 'Kato' },
      { value: 'name united states', label: 'United States' },
    ],
    tag: [
      { value: 'trade', label: 'trade' },
      { value: 'yen', label: 'yen' },
    ],
  })
})

test.each([
  ['2025-05-03', '2025-05-03'],
  ['2025-05~', '2025-05'],
  ['2025', '2025'],
  ['../2025-06', '2025-06'],
  ['2025-05-03/2025-06-01', '2025-05-03'],
  ['2025-21', '2025-03-01'],
  [null, ''],
])('%s is dated %s', (edtf, key) => {
  expect(dayKey(edtf)).toBe(key)
})
