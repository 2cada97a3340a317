import { describe, expect, test } from 'vitest'
import { measureChart, measuresOf, valuesOf } from '../../../shared/measures/measures.ts'
import type { Figure } from '../../../shared/model/records.ts'
import { treasuries } from '../brief/records.ts'

const figure = (id: string, fields: Partial<Figure>): Figure => ({ ...treasuries, id, ...fields })

const series = figure('series', {
  measures: 'Holdings of Japan',
  asOf: '2025-02',
  value: '1125900000000',
  series: [
    { asOf: '2025-01', value: '1079300000000' },
    { asOf: '2025-02', value: '1125900000000' },
  ],
})
const single = figure('single', {
  measures: 'the holdings of Japan',
  asOf: '2025-02',
  value: '1300000000000',
})
const rate = figure('rate', { measures: 'Policy rate', unit: '%', value: '0.5', asOf: null })

describe('measures', () => {
  test('are one whatever the case and the article, and one for each unit', () => {
    const found = measuresOf([series, single, rate, figure('yen', { ...single, id: 'yen', unit: 'JPY' })])
    expect(found.map(({ unit, figures }) => [unit, figures.map(({ id }) => id)])).toEqual([
      ['USD', ['series', 'single']],
      ['%', ['rate']],
      ['JPY', ['yen']],
    ])
  })

  test('give every value in the order of time, and mark what contradicts another', () => {
    const [measure] = measuresOf([single, series])
    expect(
      valuesOf(measure ?? { figures: [] }).map(({ figure, asOf, point, isInConflict }) => [
        figure.id,
        asOf,
        point,
        isInConflict,
      ]),
    ).toEqual([
      ['series', '2025-01', 0, false],
      ['single', '2025-02', null, true],
      ['series', '2025-02', 1, true],
    ])
  })

  test('put what has no date last', () => {
    const undated = figure('undated', { ...single, id: 'undated', asOf: null })
    const [measure] = measuresOf([undated, series])
    expect(valuesOf(measure ?? { figures: [] }).at(-1)?.figure.id).toBe('undated')
  })

  test('are drawn as a line for each series and a dot for each single value', () => {
    const [measure] = measuresOf([series, single])
    const chart = measure && measureChart(measure)
    expect(chart?.lines).toHaveLength(1)
    expect(chart?.lines[0]?.values).toHaveLength(2)
    expect(chart?.singles.map(({ value }) => value)).toEqual(['1300000000000'])
  })
})
