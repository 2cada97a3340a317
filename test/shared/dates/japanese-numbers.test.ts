import { expect, test } from 'vitest'
import { japaneseDecimal, narrow } from '../../../shared/dates/japanese-numbers.ts'

test.each([
  ['1兆2300億', '1230000000000'],
  ['3.5億', '350000000'],
  ['四十二万', '420000'],
  ['2千万', '20000000'],
  ['千八百', '1800'],
  ['二〇二五', '2025'],
  ['12,500', '12500'],
  ['一点二五', '1.25'],
])('%s is %s', (words, value) => {
  expect(japaneseDecimal(words)).toBe(value)
})

test('what is no number gives none', () => {
  expect(japaneseDecimal('二三百十百x')).toBeNull()
})

test('full-width digits become narrow in their places', () => {
  expect(narrow('約２．５％増')).toBe('約2.5%増')
})
