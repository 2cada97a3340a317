import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBaseUnits, type Scale, toBaseUnits } from '../../../renderer/state/scaled-decimal.ts'

describe('numbers with a scale', () => {
  test.each([
    ['1.13', 'trillion', '1130000000000'],
    ['2.5', 'billion', '2500000000'],
    ['12.5', 'thousand', '12500'],
    ['2,500', null, '2500'],
    ['1,234.50', null, '1234.5'],
    ['−0.4', null, '-0.4'],
    ['.5', 'million', '500000'],
    ['007', null, '7'],
    ['-0', null, '0'],
  ] as const)('%s in %s is %s', (typed, scale, value) => {
    expect(toBaseUnits(typed, scale)).toBe(value)
  })

  test.each(['', '.', 'about 3', '1.2.3', '1,23', '1e9'])('“%s” is not a number', typed => {
    expect(toBaseUnits(typed, null)).toBeNull()
  })

  test('what is shown with a scale is stored as it was, digit for digit', () => {
    const digits = fc.stringMatching(/^-?[1-9][0-9]{0,20}(\.[0-9]{0,8}[1-9])?$/)
    const scale = fc.constantFrom<Scale | null>(null, 'thousand', 'million', 'billion', 'trillion')
    fc.assert(
      fc.property(digits, scale, (value, scale) => {
        expect(toBaseUnits(fromBaseUnits(value, scale), scale)).toBe(value)
      }),
    )
  })
})
