import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../../shared/model/records.ts'
import { formatFigure } from '../../../shared/references/format-figure.ts'
import { saysFigure } from '../../../shared/verify/figure-says.ts'

const figure = (value: string, unit: string, more: Partial<Figure> = {}) => ({
  value,
  upper: null,
  unit,
  qualifier: null,
  scale: null,
  ...more,
})
const dollars = figure('1130000000000', 'USD')

describe('a label says a figure at its own rounding', () => {
  test.each([
    ['$1.13 trillion', dollars],
    ['US$1.1tn', dollars],
    ['US$ 1.1 tn', dollars],
    ['1.13tn', dollars],
    ['$1,130bn', dollars],
    ['$1,130,000,000,000', dollars],
    ['USD 1.13 trillion', dollars],
    ['1.13 trillion dollars', dollars],
    ['about $1 trillion', dollars],
    ['more than $1.1 trillion', dollars],
    ['nearly $1.2 trillion', dollars],
    ['¥170兆', figure('170000000000000', 'JPY')],
    ['170兆円', figure('169800000000000', 'JPY')],
    ['１７０兆円', figure('170000000000000', 'JPY')],
    ['¥170 trillion', figure('170000000000000', 'JPY')],
    ['¥3亿', figure('300000000', 'CNY')],
    ['$5 billion', figure('5000000000', 'AUD')],
    ['25%', figure('25.4', '%')],
    ['25.4 per cent', figure('25.4', '%')],
    ['a 25-basis-point cut', figure('-25', 'bps')],
    ['12 basis points', figure('12', 'bps')],
    ['−0.4%', figure('-0.4', '%')],
    ['-0.4%', figure('-0.4', '%')],
    ['half a million', figure('500000', 'person')],
    ['1.2 million people', figure('1234567', 'person')],
    ['about 1,200,000 people', figure('1234567', 'person')],
    ['between $1 and $2 billion', figure('1000000000', 'USD', { upper: '2000000000', qualifier: 'between' })],
    ['a great deal', dollars],
  ])('“%s”', (label, record) => {
    expect(saysFigure(label, record)).toBe(true)
  })

  test.each([
    ['$1.2 trillion', dollars],
    ['$1.13 billion', dollars],
    ['£1.13 trillion', dollars],
    ['1.13%', dollars],
    ['more than $1.2 trillion', dollars],
    ['nearly $1.1 trillion', dollars],
    ['¥170億', figure('170000000000000', 'JPY')],
    ['$5 billion', figure('5000000000', 'GBP')],
    ['25%', figure('25', 'pp')],
    ['0.4%', figure('-0.4', '%')],
    ['1,200,000 people', figure('1234567', 'person')],
    ['between $1 and $3 billion', figure('1000000000', 'USD', { upper: '2000000000', qualifier: 'between' })],
  ])('and “%s” does not', (label, record) => {
    expect(saysFigure(label, record)).toBe(false)
  })

  test('what fell is written without a minus', () => {
    expect(saysFigure('5%', figure('-5', '%'), 'Exports fell by ')).toBe(true)
    expect(saysFigure('5%', figure('-5', '%'), 'Exports grew by ')).toBe(false)
  })

  const decimal = fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.option(fc.stringMatching(/^\d{1,6}$/)))
    .map(
      ([isNegative, whole, fraction]) => `${isNegative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`,
    )
  const anyFigure = fc.record({
    value: decimal,
    upper: fc.option(decimal),
    unit: fc.constantFrom(
      'USD',
      'GBP',
      'JPY',
      'CNY',
      'XOF',
      'CHF',
      'MXN',
      '%',
      'pp',
      'bps',
      'person',
      'barrel per day',
      't',
      'T',
      'm',
    ),
    qualifier: fc.constantFrom(
      null,
      'approximately',
      'at least',
      'at most',
      'more than',
      'less than',
      'between',
    ),
    scale: fc.constantFrom(null, 'thousand', 'million', 'billion', 'trillion'),
  }) as fc.Arbitrary<Pick<Figure, 'value' | 'upper' | 'unit' | 'qualifier' | 'scale'>>

  test('any label made from a record passes its own check', () => {
    fc.assert(
      fc.property(anyFigure, record => {
        expect(saysFigure(formatFigure(record), record), formatFigure(record)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('any other first digit is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 1, max: 9 }), (value, digit) => {
        fc.pre(!String(value).startsWith(String(digit)))
        const label = `$${digit}${String(value).slice(1)} million`
        expect(saysFigure(label, figure(`${value}000000`, 'USD')), label).toBe(false)
      }),
    )
  })
})
