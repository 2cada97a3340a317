import { expect, test } from 'vitest'
import { plainWords, withoutItemMark } from '../../../shared/extract/plain-words.ts'

test.each([
  ['The **old** _mill_ burned', 'The old mill burned'],
  ['The [mill](https://example.org/a_b "Mill") burned', 'The mill burned'],
  ['mill](https://example.org/mill) burned', 'mill burned'],
  ['The mill[^3] and the granary[12] burned¹', 'The mill and the granary burned'],
  ['The mill , it said', 'The mill, it said'],
  ['mill_one\\_two', 'mill_one_two'],
])('%s', (text, words) => {
  expect(plainWords(text)).toBe(words)
})

test.each([
  ['1. rents doubled', 'rents doubled'],
  ['- rents doubled', 'rents doubled'],
  ['(a) rents doubled', 'rents doubled'],
  ['2 Letter of the trust', 'Letter of the trust'],
  ['12 March was wet', '12 March was wet'],
  ['40 mills burned', '40 mills burned'],
])('%s', (text, words) => {
  expect(withoutItemMark(text)).toBe(words)
})
