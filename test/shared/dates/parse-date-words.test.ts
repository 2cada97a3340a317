import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { formatEdtf } from '../../../shared/dates/format-edtf.ts'
import { isEdtf } from '../../../shared/dates/is-edtf.ts'
import { parseDateWords } from '../../../shared/dates/parse-date-words.ts'

// A Saturday.
const reference = '2025-05-03'

const absolute: [words: string, when: string][] = [
  ['2025-05-03', '2025-05-03'],
  ['../2025-06', '../2025-06'],
  ['2025-06~', '2025-06~'],
  ['3 May 2025', '2025-05-03'],
  ['3rd of May, 2025', '2025-05-03'],
  ['May 3, 2025', '2025-05-03'],
  ['on Saturday, 3 May 2025', '2025-05-03'],
  ['Sept. 30, 2016', '2016-09-30'],
  ['13/5/2025', '2025-05-13'],
  ['5/13/2025', '2025-05-13'],
  ['5/5/2025', '2025-05-05'],
  ['3.5.2025', '2025-05-03'],
  ['by June 2025', '../2025-06'],
  ['by the end of March 2017', '../2017-03-31'],
  ['until 2010', '../2010'],
  ['since February 2015', '2015-02/..'],
  ['since the 1990s', '1990/..'],
  ['before June 2025', '../2025-05'],
  ['after June 2025', '2025-07/..'],
  ['from June 2025', '2025-06/..'],
  ['early 2026', '2026~'],
  ['mid-2026', '2026~'],
  ['late 2026', '2026~'],
  ['summer 2025', '2025-22'],
  ['the fall of 2024', '2024-23'],
  ['Q3 2025', '2025-07/2025-09'],
  ['third quarter of 2025', '2025-07/2025-09'],
  ['the first half of 2025', '2025-01/2025-06'],
  ['between 8 and 9 October 2016', '2016-10-08/2016-10-09'],
  ['between Oct. 8 and Oct. 9, 2016', '2016-10-08/2016-10-09'],
  ['from November 2015 to February 2016', '2015-11/2016-02'],
  ['from March 2015 to May', '2015-03/2015-05'],
  ['November to February 2016', '2015-11/2016-02'],
  ['2009-2013', '2009/2013'],
  ['2015-16', '2015/2016'],
  ['the 1990s', '199X'],
  ['about June 2025', '2025-06~'],
  ['circa 1850', '1850~'],
]

const relative: [words: string, when: string, isExpected: boolean | null][] = [
  ['through May', '2025-05-03/2025-05-31', true],
  ['by June', '../2025-06', true],
  ['by Friday', '../2025-05-09', true],
  ['by the end of the year', '../2025-12-31', true],
  ['Tuesday', '2025-05-06', true],
  ['last Tuesday', '2025-04-29', false],
  ['Friday 9 May', '2025-05-09', true],
  ['Thu, 9 May', '2024-05-09', false],
  ['yesterday', '2025-05-02', false],
  ['last week', '2025-04-21/2025-04-27', false],
  ['next week', '2025-05-05/2025-05-11', true],
  ['the weekend', '2025-05-03/2025-05-04', true],
  ['two days earlier', '2025-05-01', false],
  ['two days ago', '2025-05-01', false],
  ['two days later', '2025-05-05', true],
  ['in two months', '2025-07', true],
  ['three years ago', '2022', false],
  ['end of March', '2025-03~', false],
  ['the past two weeks', '2025-04-19/2025-05-03', null],
  ['next two weeks', '2025-05-03/2025-05-17', true],
  ['last June', '2024-06', false],
  ['June last year', '2024-06', false],
  ['last winter', '2024-24', false],
  ['last quarter', '2025-01/2025-03', false],
  ['early june', '2025-06~', true],
]

describe('parseDateWords', () => {
  test.each(absolute)('reads “%s” as %s with no reference date', (words, when) => {
    expect(parseDateWords(words, null)).toEqual({ when, isExpected: null })
  })

  test.each(relative)('reads “%s” as %s against the reference date', (words, when, isExpected) => {
    expect(parseDateWords(words, reference)).toEqual({ when, isExpected })
  })

  test.each(relative)('never takes today for “%s” where there is no reference date', words => {
    expect(parseDateWords(words, null)).toBeNull()
  })

  test.each([
    '',
    '3/5/2025',
    '30 February 2025',
    'soon',
    'June 2025 or so',
    'the treasury',
    '12',
    'x'.repeat(10_000),
  ])('does not guess at “%.20s”', words => {
    expect(parseDateWords(words, reference)).toBeNull()
  })

  test('tells what lies ahead of the reference date from what is past', () => {
    expect(parseDateWords('June 2025', reference)?.isExpected).toBe(true)
    expect(parseDateWords('June 2024', reference)?.isExpected).toBe(false)
    expect(parseDateWords('2025', reference)?.isExpected).toBeNull()
  })

  test('reads back what formatEdtf says of the common forms', () => {
    const day = fc
      .integer({ min: 0, max: 60_000 })
      .map(days => Temporal.PlainDate.from('1900-01-01').add({ days }).toString())
    const month = day.map(text => text.slice(0, 7))
    const year = day.map(text => text.slice(0, 4))
    const point = fc.oneof(day, month, year)
    const ordered = (ends: fc.Arbitrary<string>) =>
      fc
        .tuple(ends, ends)
        .filter(([a, b]) => a !== b)
        .map(pair => pair.sort().join('/'))
    const forms = fc.oneof(
      point,
      point.map(text => `../${text}`),
      point.map(text => `${text}/..`),
      point.map(text => `${text}~`),
      point.map(text => `${text}?`),
      point.map(text => `${text}%`),
      year.map(text => `${text}-XX`),
      month.map(text => `${text}-XX`),
      fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([text, season]) => `${text}-${season}`),
      fc
        .integer({ min: 151, max: 209 })
        .filter(n => n % 10 !== 0)
        .map(n => `${n}X`),
      ordered(day),
      ordered(month),
      ordered(year),
    )
    fc.assert(
      fc.property(forms, edtf => {
        expect(parseDateWords(formatEdtf(edtf), null)?.when).toBe(edtf)
      }),
      { numRuns: 2000 },
    )
  })

  test('never throws, and gives EDTF or nothing', () => {
    const word = fc.constantFrom(
      ...'by through since from to and between the end of last next past May June Tuesday week weeks year 2025 2016 3 31 31st two ago later Q3 quarter mid- – - , 9999 summer decade'.split(
        ' ',
      ),
    )
    const phrase = fc.array(word, { maxLength: 7 }).map(words => words.join(' '))
    fc.assert(
      fc.property(
        fc.oneof(phrase, fc.string()),
        fc.constantFrom(reference, null, '9999-12-31', 'x'),
        (words, day) => {
          const parsed = parseDateWords(words, day)
          expect(parsed === null || isEdtf(parsed.when)).toBe(true)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

test('what no record would take is not understood', () => {
  expect(['2025-09/2025-07', '2025-03-14T10:00'].map(words => parseDateWords(words, null))).toEqual([
    null,
    null,
  ])
})

test.each([
  ['the fourth of July 1995', '1995-07-04'],
  ['March eighth', '2025-03-08'],
  ['9th through 17th April 2024', '2024-04-09/2024-04-17'],
  ['22/Jan/2019', '2019-01-22'],
  ['nineteen eighty-six', '1986'],
  ['two thousand and five', '2005'],
  ['April ’87', '1987-04'],
  ['the 19th century', '18XX'],
  ['last 23 October', '2024-10-23'],
  ['next Easter', '2026-04-05'],
  ['H2 2024', '2024-07/2024-12'],
  ['fiscal 2024', '2024~'],
  ['two weeks before 13 May 2024', '2024-04-29'],
  ['the day after 31 May 2024', '2024-06-01'],
  ['the week of 10 April', '2025-04-07/2025-04-13'],
  ['the second week of March 2024', '2024-03-11/2024-03-17'],
  ['the last Friday in June 2025', '2025-06-27'],
  ['Tuesday of next week', '2025-05-06'],
  ['the three previous months', '2025-02/2025-05'],
  ['from March 2020 to now', '2020-03/2025-05-03'],
  ['the year to date', '2025-01-01/2025-05-03'],
  ['Wednesday the 14th', '2025-05-14'],
])('%s is %s too', (words, when) => {
  expect(parseDateWords(words, '2025-05-03')?.when).toBe(when)
})
