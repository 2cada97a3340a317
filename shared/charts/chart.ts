// What a chart is made of, before it is drawn.
import { compareDecimals, shiftSigned, withoutSign } from '../extract/decimals.ts'
import type { Figure } from '../model/records.ts'
import { compareDates } from '../series/series-points.ts'
import { type ChartTime, chartTime } from './chart-time.ts'

/** A value as it is recorded; `upper` is the higher end of a range. */
export type ChartValue = { asOf: string | null; value: string; upper: string | null }

export type Chart = {
  /** Plain text. */
  title: string
  /** As figures store it, with the magnitude they are shown in. */
  unit: string
  scale: Figure['scale']
  /** Series, each drawn as a line; the name says which it is where there are several. */
  lines: readonly { name: string | null; values: readonly ChartValue[] }[]
  /** Values that belong to no series. */
  singles: readonly ChartValue[]
}

/** A value with its place in time, and as numbers that are good enough for a place on paper, in the chart's magnitude. */
export type ChartPoint = ChartValue & { asOf: string; time: ChartTime; low: number; high: number }

export type PlacedChart = {
  scale: Figure['scale']
  lines: { name: string | null; points: ChartPoint[] }[]
  singles: ChartPoint[]
  /** Values whose date has no place on an axis: unknown, or open at one end. */
  undated: ChartValue[]
}

const zeros = { thousand: 3, million: 6, billion: 9, trillion: 12 } as const

/** Gives each value its place in time, in order. */
export function placeChart({ lines, singles, scale }: Chart): PlacedChart {
  const all = [...lines.flatMap(({ values }) => values), ...singles]
  const shown = scale ?? scaleFor(all)
  const undated: ChartValue[] = []
  const place = (values: readonly ChartValue[]) =>
    values
      .flatMap(value => {
        const time = chartTime(value.asOf)
        if (time === null || value.asOf === null) {
          undated.push(value)
          return []
        }
        const low = numberIn(value.value, shown)
        const high = value.upper === null ? low : numberIn(value.upper, shown)
        return { ...value, asOf: value.asOf, time, low: Math.min(low, high), high: Math.max(low, high) }
      })
      .toSorted((one, other) => compareDates(one.asOf, other.asOf))
  return {
    scale: shown,
    lines: lines.map(({ name, values }) => ({ name, points: place(values) })),
    singles: place(singles),
    undated,
  }
}

/** The magnitude for values that have none of their own: nobody counts the zeros of a trillion. */
function scaleFor(values: readonly ChartValue[]): Figure['scale'] {
  const largest = values
    .flatMap(({ value, upper }) => [value, ...(upper === null ? [] : [upper])])
    .map(withoutSign)
    .reduce((most, each) => (compareDecimals(each, most) > 0 ? each : most), '0')
  const digits = (largest.split('.')[0] ?? '').replace(/^0+/, '').length
  if (digits > 12) return 'trillion'
  if (digits > 9) return 'billion'
  return digits > 6 ? 'million' : null
}

function numberIn(decimal: string, scale: Figure['scale']): number {
  return Number(scale === null ? decimal : shiftSigned(decimal, -zeros[scale]))
}
