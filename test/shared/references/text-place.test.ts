import { expect, test } from 'vitest'
import { placeAt } from '../../../shared/references/text-place.ts'

test('lines and columns count from 1, columns in UTF-16 code units', () => {
  expect(placeAt('', 0)).toEqual({ line: 1, column: 1 })
  expect(placeAt('ab\ncd', 2)).toEqual({ line: 1, column: 3 })
  expect(placeAt('ab\ncd', 3)).toEqual({ line: 2, column: 1 })
  expect(placeAt('😀b', 2)).toEqual({ line: 1, column: 3 })
})

test('an offset past the end is the place of the end', () => {
  expect(placeAt('a\nb', 99)).toEqual({ line: 2, column: 2 })
})
