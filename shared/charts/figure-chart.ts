import type { Figure } from '../model/records.ts'
import type { Chart } from './chart.ts'

/** The chart of one figure's series; null where it is a single value. */
export function figureChart({ measures, unit, scale, series }: Figure): Chart | null {
  if (series === null) return null
  const values = series.map(({ asOf, value }) => ({ asOf, value, upper: null }))
  return { title: measures, unit, scale, lines: [{ name: null, values }], singles: [] }
}
