// Everything that is measured, and each value of it in the order of time: the position tracker of numbers.
import type { Chart } from '../charts/chart.ts'
import type { Figure } from '../model/records.ts'
import { compareDates } from '../series/series-points.ts'
import { byMeasure, isInConflict } from './same-measure.ts'

/** `key` tells it from other measures; `figures` are all that measure it, of one unit. */
export type Measure = { key: string; name: string; unit: string; figures: readonly Figure[] }

/** A value of a measure; `point` is its place in the series of its figure, null for a single value. */
export type MeasureValue = {
  figure: Figure
  asOf: string | null
  value: string
  upper: string | null
  point: number | null
  /** Another figure says something else of the same time. */
  isInConflict: boolean
}

/** What is measured, in the order of the alphabet; the name is that of the figure that was changed last. */
export function measuresOf(figures: readonly Figure[]): Measure[] {
  return [...byMeasure(figures)]
    .map(([key, group]) => {
      const newest = group.reduce((last, each) => (each.updatedAt > last.updatedAt ? each : last))
      return { key, name: newest.measures, unit: newest.unit, figures: group }
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** How many values a measure has. */
export function countValues({ figures }: Pick<Measure, 'figures'>): number {
  return figures.reduce((count, { series }) => count + (series?.length ?? 1), 0)
}

/** Every value of a measure, the oldest first and those without a date last; a series gives each of its own. */
export function valuesOf({ figures }: Pick<Measure, 'figures'>): MeasureValue[] {
  return figures
    .flatMap((figure): MeasureValue[] => {
      const isContradicted = figures.some(other => isInConflict(figure, other))
      if (figure.series === null) {
        const { asOf, value, upper } = figure
        return [{ figure, asOf, value, upper, point: null, isInConflict: isContradicted }]
      }
      const last = figure.series.length - 1
      return figure.series.map(({ asOf, value }, point) => ({
        ...{ figure, asOf, value, upper: null, point },
        isInConflict: isContradicted && point === last,
      }))
    })
    .sort((one, other) => compareDates(one.asOf, other.asOf))
}

/** Its chart: a line for each series, a dot for each single value. */
export function measureChart({ name, unit, figures }: Measure): Chart {
  const series = figures.filter(figure => figure.series !== null)
  return {
    title: name,
    unit,
    scale: figures.find(({ scale }) => scale !== null)?.scale ?? null,
    lines: series.map(figure => ({
      name: series.length > 1 ? figure.id : null,
      values: (figure.series ?? []).map(({ asOf, value }) => ({ asOf, value, upper: null })),
    })),
    singles: figures
      .filter(figure => figure.series === null)
      .map(({ asOf, value, upper }) => ({ asOf, value, upper })),
  }
}
