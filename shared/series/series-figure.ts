// A figure of many values: its own is the last of them.
import type { Figure } from '../model/records.ts'
import { inOrder } from './series-points.ts'

/** The figure with its series in order, and the last value as its own; itself where it has none. */
export function withLastValue<F extends Pick<Figure, 'series' | 'value' | 'upper' | 'asOf'>>(figure: F): F {
  if (figure.series === null) return figure
  const series = inOrder(figure.series)
  const last = series.at(-1)
  return last ? { ...figure, series, value: last.value, upper: null, asOf: last.asOf } : figure
}
