import { expect, test } from 'vitest'
import { findInSource, findWordsInSource, type ReadPiece } from '../../../renderer/sources/find-in-source.ts'

// As “He **said** it’s—the\nend.” and “End of it.” are shown; their marks are not.
const pieces: ReadPiece[] = [
  { start: 0, text: 'He ', block: 1 },
  { start: 5, text: 'said', block: 1 },
  { start: 11, text: ' it’s—the\nend.', block: 1 },
  { start: 27, text: 'End of it.', block: 2 },
]

test.each([
  ['he said', [{ start: 0, end: 9 }]],
  ['THE END', [{ start: 17, end: 24 }]],
  ["it's-the", [{ start: 12, end: 20 }]],
  [
    'end',
    [
      { start: 21, end: 24 },
      { start: 27, end: 30 },
    ],
  ],
  ['end. End', []],
  [
    '.',
    [
      { start: 24, end: 25 },
      { start: 36, end: 37 },
    ],
  ],
  ['  ', []],
])('finds %s', (query, found) => {
  expect(findInSource(pieces, query)).toEqual(found)
})

test('any of some words are found where a word begins, the longest first', () => {
  const found = (words: string[]) => findWordsInSource(pieces, words).map(({ start }) => start)
  expect(found(['end', 'he', 'he said'])).toEqual([0, 21, 27])
  expect(found(['nd'])).toEqual([])
  expect(found([])).toEqual([])
  const japanese = [{ start: 0, text: '加藤財務大臣', block: 1 }]
  expect(findWordsInSource(japanese, ['財務'])).toEqual([{ start: 2, end: 4 }])
})

test('a long text is searched in the blink of an eye', () => {
  const long = Array.from({ length: 50_000 }, (_, at) => ({
    start: at * 40,
    text: `Words of paragraph ${at}.`,
    block: at,
  }))
  expect(findInSource(long, 'paragraph 49999')).toEqual([{ start: 49_999 * 40 + 9, end: 49_999 * 40 + 24 }])
})
