import { expect, test } from 'vitest'
import { placesIn } from '../../../shared/references/text-place.ts'

test('lines and columns count from 1, columns in UTF-16 code units', () => {
  expect(placesIn('')(0)).toEqual({ line: 1, column: 1 })
  expect(placesIn('ab\ncd')(2)).toEqual({ line: 1, column: 3 })
  expect(placesIn('ab\ncd')(3)).toEqual({ line: 2, column: 1 })
  expect(placesIn('😀b')(2)).toEqual({ line: 1, column: 3 })
})

test('an offset past the end is the place of the end', () => {
  expect(placesIn('a\nb')(99)).toEqual({ line: 2, column: 2 })
})
