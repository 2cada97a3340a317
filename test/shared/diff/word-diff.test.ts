import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DiffPart, diffWords } from '../../../shared/diff/word-diff.ts'

const shown = (parts: DiffPart[]) =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('')

test.each([
  ['It does exist.', 'It does exist.', 'It does exist.'],
  ['It does exist as an option.', 'It may exist as an option.', 'It [-does-]{+may+} exist as an option.'],
  ['One.', 'One. Two.', 'One.{+ Two.+}'],
  ['', 'New', '{+New+}'],
  ['Old', '', '[-Old-]'],
  ['財務大臣は述べた', '財務大臣が述べた', '財務大臣[-は-]{+が+}述べた'],
])('from %j to %j', (before, after, expected) => {
  expect(shown(diffWords(before, after))).toBe(expected)
})

test('gives back both texts, whatever they are', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ maxCount: 60 }))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after)
      const joined = (without: DiffPart['kind']) =>
        parts.map(part => (part.kind === without ? '' : part.text)).join('')
      expect(joined('added')).toBe(before)
      expect(joined('removed')).toBe(after)
    }),
  )
})

test('gives an answer for long texts that have nothing in common', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ')
  const parts = diffWords(long('a'), long('b'))
  expect(parts.map(({ kind }) => kind)).toContain('added')
  expect(
    parts
      .filter(({ kind }) => kind !== 'added')
      .map(({ text }) => text)
      .join(''),
  ).toBe(long('a'))
})
