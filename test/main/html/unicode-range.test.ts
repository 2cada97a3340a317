import { expect, test } from 'vitest'
import { coversAny } from '../../../main/html/unicode-range.ts'

test.each([
  ['U+0-7F', 'a', true],
  ['U+0-7F', 'é', false],
  ['U+??, U+131', 'é', true],
  ['U+4??', 'Ж', true],
  ['U+20AC', '€', true],
  ['U+3040-309F,U+1F600', '😀', true],
  ['U+3040-309F', '日本', false],
  ['u+65e5', '日本', true],
])('%s covers a character of “%s”: %s', (ranges, text, isCovered) => {
  expect(coversAny(ranges, new Set([...text].map(each => each.codePointAt(0) ?? 0)))).toBe(isCovered)
})

test('many characters and long ranges are found alike', () => {
  const many = new Set(Array.from({ length: 5000 }, (_, index) => 0x4e00 + index))
  expect(coversAny('U+0-FF, U+9000', many)).toBe(false)
  expect(coversAny('U+0-FF, U+6000', many)).toBe(true)
})
