import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatFigure } from '../../../shared/references/format-figure.ts'

type Shown = Parameters<typeof formatFigure>[0]
const figure = (value: string, unit: string, more: Partial<Shown> = {}): Shown => ({
  value,
  unit,
  upper: null,
  qualifier: null,
  scale: null,
  ...more,
})

test.each<[Shown, string]>([
  [figure('1130000000000', 'USD', { scale: 'trillion' }), '$1.13 trillion'],
  [figure('170000000000000', 'JPY', { scale: 'trillion' }), '¥170 trillion'],
  [figure('25', '%', { qualifier: 'approximately' }), 'about 25%'],
  [figure('12', 'bps'), '12 basis points'],
  [figure('1', 'bps'), '1 basis point'],
  [figure('0.4', 'pp'), '0.4 percentage points'],
  [
    figure('1000000000', 'USD', { upper: '2000000000', scale: 'billion', qualifier: 'between' }),
    'between $1 and $2 billion',
  ],
  [figure('20', '%', { upper: '25', qualifier: 'between' }), 'between 20% and 25%'],
  [figure('-400000000', 'GBP', { scale: 'billion' }), '−£0.4 billion'],
  [figure('5000000', 'CHF', { scale: 'million', qualifier: 'more than' }), 'more than CHF 5 million'],
  [figure('10', 'CAD'), 'CA$10'],
  [figure('1234567.50', 'EUR'), '€1,234,567.50'],
  [figure('3', 'country'), '3 countries'],
  [figure('1', 'job'), '1 job'],
  [figure('4500000', 'barrel per day', { scale: 'million' }), '4.5 million barrels per day'],
  [figure('2', 'person'), '2 people'],
  [figure('7', 'XYZ'), '7 XYZ'],
  [figure('5', 'USD', { scale: 'billion' }), '$0.000000005 billion'],
])('%o reads as %s', (shown, words) => {
  expect(formatFigure(shown)).toBe(words)
})

test('no digit is lost or rounded, however long the number', () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{0,40}$/)
  fc.assert(
    fc.property(
      digits,
      fc.constantFrom('thousand', 'million', 'billion', 'trillion', null),
      (value, scale) => {
        const zeros = { thousand: 3, million: 6, billion: 9, trillion: 12 }
        const shown = formatFigure(figure(value, 'USD', { scale })).replace(/[^0-9.]/g, '')
        const [whole = '', fraction = ''] = shown.split('.')
        const restored = whole + (scale === null ? '' : fraction.padEnd(zeros[scale], '0'))
        expect(restored.replace(/^0+/, '')).toBe(value)
      },
    ),
  )
})
