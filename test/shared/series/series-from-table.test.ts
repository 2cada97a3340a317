import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seriesFromTable } from '../../../shared/series/series-from-table.ts'
import '../../property-seed.ts'

const pointsOf = (text: string, ...rest: [] | [scale: 'billion' | null]) =>
  seriesFromTable(text, rest[0] ?? null).points.map(({ asOf, value }) => [asOf, value])

describe('a table becomes a series', () => {
  test.each<[what: string, text: string, points: [asOf: string, value: string][]]>([
    [
      'copied out of a spreadsheet',
      'Month\tRate\n2025-01\t4.2\n2025-02\t4.25',
      [
        ['2025-01', '4.2'],
        ['2025-02', '4.25'],
      ],
    ],
    [
      'of comma-separated values',
      'when,value\n2025-01,"1,150.3"\n2025-02,"1,128"',
      [
        ['2025-01', '1150.3'],
        ['2025-02', '1128'],
      ],
    ],
    [
      'with decimal commas',
      'Datum;Wert\n01/2025;1.150,3\n02/2025;1.128,0',
      [
        ['2025-01', '1150.3'],
        ['2025-02', '1128.0'],
      ],
    ],
    [
      'with the newest first',
      '2025-02\t2\n2025-01\t1',
      [
        ['2025-01', '1'],
        ['2025-02', '2'],
      ],
    ],
    [
      'of quarters',
      'Q1 2025\t1\nQ2 2025\t2',
      [
        ['2025-01/2025-03', '1'],
        ['2025-04/2025-06', '2'],
      ],
    ],
    [
      'of days in words',
      '3 May 2025\t-0.4\n4 May 2025\t(0.5)',
      [
        ['2025-05-03', '-0.4'],
        ['2025-05-04', '-0.5'],
      ],
    ],
    [
      'of years',
      '2023\t1\n2024\t2',
      [
        ['2023', '1'],
        ['2024', '2'],
      ],
    ],
  ])('%s', (_, text, points) => {
    expect(pointsOf(text)).toEqual(points)
  })

  test('in base units: by the heading’s magnitude, by the cell’s, else by the one that is chosen', () => {
    expect(pointsOf('Month\tHoldings (US$ bn)\n2025-01\t1.5\n2025-02\t2')[0]).toEqual([
      '2025-01',
      '1500000000',
    ])
    expect(pointsOf('2025-01\t$1.5tn\n2025-02\t$2tn')[0]).toEqual(['2025-01', '1500000000000'])
    expect(pointsOf('2025-01\t1.5\n2025-02\t2', 'billion')[0]).toEqual(['2025-01', '1500000000'])
    expect(seriesFromTable('Month\tHoldings (US$ bn)\n2025-01\t1\n2025-02\t2', null)).toMatchObject({
      unit: 'USD',
      scale: 'billion',
    })
  })

  test('and every line that is not understood is named with its reason', () => {
    const { reading } = seriesFromTable('2025-01\t1\nsoon\t2\n2025-03\tn/a\n2025-01\t4\n2025-05\t5', null)
    expect(reading.unread).toEqual([
      { line: 2, words: 'soon · 2', reason: '“soon” is not understood as a date' },
      { line: 3, words: '2025-03 · n/a', reason: '“n/a” is not a number' },
      { line: 4, words: '2025-01 · 4', reason: 'its date is that of line 1' },
    ])
  })

  test('of several columns of numbers none is guessed', () => {
    const text = 'Month\tUS\tJapan\n2025-01\t1\t2\n2025-02\t3\t4'
    expect(seriesFromTable(text, null).problem).toBe(
      'There are several columns of numbers: US, Japan. Choose one.',
    )
    expect(seriesFromTable(text, null, { value: 2 }).points.map(({ value }) => value)).toEqual(['2', '4'])
  })

  test.each([
    ['words alone', 'nothing here', /No column of dates/],
    ['dates alone', '2025-01\n2025-02', /No column of numbers/],
    ['one value', '2025-01\t1\n2025-01\t2', /only one was found. Line 2 its date is that of line 1/],
  ])('%s are no series, and it says what to do', (_, text, message) => {
    expect(seriesFromTable(text, null).problem).toMatch(message)
  })
})

test('what is written is what is read: any months with any values, in any order', () => {
  const month = fc
    .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`)
  const value = fc
    .tuple(fc.boolean(), fc.nat(999_999), fc.option(fc.integer({ min: 1, max: 99 })))
    .map(
      ([isNegative, whole, part]) =>
        `${isNegative && whole > 0 ? '-' : ''}${whole}${part === null ? '' : `.${part}`}`,
    )
  const series = fc.uniqueArray(fc.tuple(month, value), {
    minLength: 2,
    maxLength: 40,
    selector: ([when]) => when,
  })
  fc.assert(
    fc.property(series, points => {
      const text = ['Month\tValue', ...points.map(([when, words]) => `${when}\t${words}`)].join('\n')
      const read = seriesFromTable(text, null)
      expect(read.reading.unread).toEqual([])
      const expected = [...points].sort(([one], [other]) => one.localeCompare(other))
      expect(read.points.map(({ asOf, value }) => [asOf, Number(value)])).toEqual(
        expected.map(([when, words]) => [when, Number(words)]),
      )
    }),
  )
})

test('no text makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), text => {
      expect(() => seriesFromTable(text, null)).not.toThrow()
    }),
  )
})
