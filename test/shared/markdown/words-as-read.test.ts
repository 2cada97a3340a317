import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rangesOfWords, wordsBetween } from '../../../shared/markdown/words-as-read.ts'

const whole = (text: string, kind: 'markdown' | 'text' = 'markdown') =>
  wordsBetween({ text, kind }, 0, text.length)

test.each([
  ['emphasis loses its marks', 'It **does** *exist*.', 'It does exist.'],
  ['a link keeps its words', 'See [the report](https://example.org/a).', 'See the report.'],
  [
    'a hand-wrapped line goes on',
    'We will not\nraise taxes\r\nin this parliament.',
    'We will not raise taxes in this parliament.',
  ],
  ['a quoted block loses its marks', '> Over\n> two lines.', 'Over two lines.'],
  ['paragraphs stay apart', 'One.\n\nTwo.', 'One.\n\nTwo.'],
  ['an editor’s brackets stay', 'It [the plan] exists.', 'It [the plan] exists.'],
])('%s', (_name, text, words) => {
  expect(whole(text)).toBe(words)
})

test('plain text has no marks to lose', () => {
  expect(whole('It *does*\nexist.', 'text')).toBe('It *does* exist.')
})

test('words are found as they are read, with their place in the text as it stands', () => {
  const text = 'He said it *does*\nexist. It does exist.'
  expect(rangesOfWords('does exist', { text, kind: 'markdown' })).toEqual([
    { start: text.indexOf('does'), end: text.indexOf('exist') + 5 },
    { start: text.lastIndexOf('does'), end: text.lastIndexOf('exist') + 5 },
  ])
  expect(rangesOfWords(' ', { text, kind: 'markdown' })).toEqual([])
})

test('words taken from any range are found at that range again', () => {
  const piece = fc.constantFrom(
    'one',
    'two',
    ' ',
    '\n',
    '\n\n',
    '*',
    '**',
    '> ',
    '- ',
    '`',
    '[a](b)',
    '“',
    '.',
    'é',
    '日本',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const text = pieces.join('')
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ]
      const source = { text, kind: 'markdown' as const }
      const words = wordsBetween(source, start, end)
      if (words === '' || words.includes('\n')) return
      expect(rangesOfWords(words, source).some(range => range.start >= start && range.end <= end)).toBe(true)
    }),
  )
})

test('the cells of a table are parted by a space, and its marks are not read', () => {
  const text = '| Year | Levy |\n| --- | --- |\n| 2024 | €6 |\n|  | **14** |'
  expect(whole(text)).toBe('Year Levy\n\n2024 €6\n\n14')
  expect(rangesOfWords('2024 €6', { text, kind: 'markdown' })).toEqual([
    { start: text.indexOf('2024'), end: text.indexOf('€6') + 2 },
  ])
})
