import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, magnitudeOf, shiftDecimal } from '../../../shared/extract/numbers.ts'

test.each([
  ['1,902', '1902'],
  ['007', '7'],
  ['0.40', '0.40'],
  ['twelve', '12'],
  ['Twenty-five', '25'],
  ['ninety', '90'],
  ['half a', '0.5'],
  ['half of one', '0.5'],
  ['one and a half', '1.5'],
  ['a quarter of a', '0.25'],
  ['a', '1'],
  ['umpteen', null],
  ['', null],
])('%j is the decimal %j', (words, decimal) => {
  expect(decimalOf(words)).toBe(decimal)
})

test.each([
  ['1.13', 12, '1130000000000'],
  ['50', -2, '0.50'],
  ['5', -2, '0.05'],
  ['0.5', 6, '500000'],
  ['2.345', 1, '23.45'],
  ['150', -2, '1.50'],
  ['0', 3, '0'],
])('%s moved by %i places is %s', (decimal, power, shifted) => {
  expect(shiftDecimal(decimal, power)).toBe(shifted)
})

test('moving a point there and back keeps the number', () => {
  const decimal = fc
    .tuple(fc.nat(), fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: undefined }))
    .map(([whole, fraction]) => (fraction === undefined ? String(whole) : `${whole}.${fraction}`))
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 15 }), (number, power) => {
      expect(Number(shiftDecimal(shiftDecimal(number, power), -power))).toBe(Number(number))
    }),
  )
})

test.each([
  ['bn', 9, 'billion'],
  ['Million', 6, 'million'],
  ['k', 3, 'thousand'],
  ['tn', 12, 'trillion'],
  // Records name no scale above a trillion.
  ['quadrillion', 15, 'trillion'],
  ['miles', 0, null],
  [undefined, 0, null],
])('%j is a magnitude of 10^%i', (word, power, scale) => {
  expect(magnitudeOf(word)).toEqual({ power, scale })
})
