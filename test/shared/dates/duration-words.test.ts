import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { durationInWords, parseDurationWords } from '../../../shared/dates/duration-words.ts'

describe('a shelf life in words', () => {
  test.each([
    ['3 months', 'P3M'],
    ['three months', 'P3M'],
    ['a year', 'P1Y'],
    ['1 year and 6 months', 'P1Y6M'],
    ['2 weeks', 'P2W'],
    ['10 days', 'P10D'],
    ['p3m', 'P3M'],
  ])('“%s” is %s', (words, duration) => {
    expect(parseDurationWords(words)).toBe(duration)
  })

  test.each(['', 'soon', '3', 'months', '3 months or so', '3 months 2 months', 'P', '1.5 years'])(
    '“%s” is not understood',
    words => {
      expect(parseDurationWords(words)).toBeNull()
    },
  )

  test('whatever is stored is read back from its words', () => {
    const count = fc.integer({ min: 1, max: 99 })
    const part = (letter: string) =>
      fc.option(count.map(value => `${value}${letter}`)).map(text => text ?? '')
    fc.assert(
      fc.property(fc.tuple(part('Y'), part('M'), part('W'), part('D')), parts => {
        fc.pre(parts.join('') !== '')
        const duration = `P${parts.join('')}`
        expect(parseDurationWords(durationInWords(duration))).toBe(duration)
      }),
    )
  })
})
