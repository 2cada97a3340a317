import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NearWords, typingErrors } from '../../../shared/search/near-words.ts'

test.each([
  ['minister', 'minster', 1],
  ['minister', 'minsiter', 1],
  ['minister', 'monister', 1],
  ['minister', 'ministter', 1],
  ['minister', 'minister', 0],
  ['trade', 'tariff', 3],
])('from %s to %s: %i', (one, other, errors) => {
  expect(typingErrors(one, other, 2, false)).toBe(errors)
})

test('the beginning of a word is as near as its letters', () => {
  expect(typingErrors('mnis', 'ministry', 1, true)).toBe(1)
  expect(typingErrors('mnis', 'ministry', 1, false)).toBeGreaterThan(1)
})

test('is the same from either side', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(typingErrors(one, other, 9, false)).toBe(typingErrors(other, one, 9, false))
    }),
  )
})

test('finds the words that one slip makes, the frequent first, and none of short ones', () => {
  const words = new NearWords()
  for (const [word, count] of [
    ['tariff', 3],
    ['tariffs', 9],
    ['sheriff', 50],
    ['of', 90],
  ] as const)
    words.add(word, count)
  expect(words.near('tarriff', false)).toEqual(['tariff'])
  expect(words.near('tarifs', false)).toEqual(['tariffs', 'tariff'])
  expect(words.near('ot', false)).toEqual([])
  words.add('tariff', 10)
  expect(words.countOf('tariff')).toBe(13)
})
