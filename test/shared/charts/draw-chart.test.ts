import { describe, expect, test } from 'vitest'
import type { Chart } from '../../../shared/charts/chart.ts'
import { chartFigure } from '../../../shared/charts/chart-figure.ts'
import { describeChart } from '../../../shared/charts/describe-chart.ts'
import { drawChart } from '../../../shared/charts/draw-chart.ts'
import { type DateStyle, dateStyles } from '../../../shared/dates/date-styles.ts'

const size = { id: 'test', width: 620, height: 250 }

const chartOf = (points: [asOf: string, value: string][], fields: Partial<Chart> = {}): Chart => ({
  title: 'Holdings <of> Japan',
  unit: 'USD',
  scale: 'billion',
  lines: [{ name: null, values: points.map(([asOf, value]) => ({ asOf, value, upper: null })) }],
  singles: [],
  ...fields,
})

const months: [string, string][] = [
  ['2025-01', '1079000000000'],
  ['2025-02', '1126000000000'],
  ['2025-03', '1131000000000'],
]

describe('a chart', () => {
  test('is one line through its values, with its ends and extremes named in its magnitude', () => {
    const svg = drawChart(chartOf(months), size) ?? ''
    expect(svg.match(/class="chart-line /g)).toHaveLength(1)
    expect(svg.match(/class="chart-dot"/g)).toHaveLength(3)
    expect(svg).toContain('>1,131<')
    expect(svg).toContain('>1,079<')
  })

  test('breaks its line where a value is missing, and says so', () => {
    const hole = chartOf([...months, ['2025-06', '1100000000000'], ['2025-07', '1090000000000']])
    expect(drawChart(hole, size)?.match(/class="chart-line /g)).toHaveLength(2)
    expect(describeChart(hole)).toContain('There is no value between')
    expect(chartFigure(hole, size, '')).toContain('The line breaks where values are missing.')
  })

  test('rises on paper where its values rise', () => {
    const dots = [...(drawChart(chartOf(months), size) ?? '').matchAll(/cy="([\d.]+)"/g)].map(([, y]) =>
      Number(y),
    )
    expect(dots[0]).toBeGreaterThan(dots[1] ?? 0)
    expect(dots[1]).toBeGreaterThan(dots[2] ?? 0)
  })

  test('has words for who does not see it, and nothing of a title acts', () => {
    const svg = drawChart(chartOf(months), size) ?? ''
    expect(svg).toContain('role="img"')
    expect(svg).toContain('A line of 3 values from 1,079')
    expect(svg).not.toContain('<of>')
    expect(svg).not.toMatch(/\sstyle=/)
  })

  test('has dates of the style that is named on its axis, at its values and in its words', () => {
    const days: [string, string][] = [
      ['2025-09-03', '1'],
      ['2025-10-20', '2'],
    ]
    const drawn = (dates?: DateStyle) => drawChart(chartOf(days), { ...size, ...(dates && { dates }) }) ?? ''
    expect(drawn()).toContain('>3 Sept 2025<')
    expect(drawn(dateStyles['en-GB'])).toContain('>3 Sept 2025<')
    const american = drawn(dateStyles['en-US'])
    expect(american).toContain('>Sept 3, 2025<')
    expect(american).toContain('(Oct 20, 2025)')
    expect(american).not.toContain('20 Oct')
    expect(drawn(dateStyles['de-DE'])).toContain('>3. Sept 2025<')
    expect(drawn(dateStyles.iso)).toMatch(/class="chart-tick"[^>]*>2025-\d{2}-\d{2}</)
  })

  test('is not drawn where no value has a date', () => {
    expect(drawChart(chartOf([]), size)).toBeNull()
    const undated = chartOf([], { singles: [{ asOf: null, value: '1', upper: null }] })
    expect(drawChart(undated, size)).toBeNull()
  })

  test('stays within its size, however many values there are', () => {
    const many = Array.from({ length: 400 }, (_, index): [string, string] => [
      `${1900 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      String((index * 7919) % 1000),
    ])
    const svg = drawChart(chartOf(many, { scale: null }), size) ?? ''
    const xs = [...svg.matchAll(/ (?:x|cx|x1|x2)="([-\d.]+)"/g)].map(([, x]) => Number(x))
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...xs)).toBeLessThanOrEqual(size.width)
  })
})
