// A chart with its title above, and what is to be known of it beneath: HTML for print, preview and window.
import { escapeHtml } from '../markdown/escape-html.ts'
import { unitInWords } from '../references/format-figure.ts'
import { type Chart, placeChart } from './chart.ts'
import { noteOf } from './describe-chart.ts'
import { type ChartSize, drawChart } from './draw-chart.ts'

/** `source` is HTML: where the values are from. Null where no value has a place in time. */
export function chartFigure(chart: Chart, size: ChartSize, source: string): string | null {
  const svg = drawChart(chart, size)
  if (svg === null) return null
  const unit = unitInWords(chart.unit, placeChart(chart).scale)
  const note = noteOf(chart)
  const caption = [source, note === null ? '' : escapeHtml(note)].filter(words => words !== '').join(' ')
  const foot = caption === '' ? '' : `<figcaption>${caption}</figcaption>`
  return `<figure class="chart-figure"><p class="chart-title"><b>${escapeHtml(chart.title)}</b>, ${escapeHtml(unit)}</p>${svg}${foot}</figure>`
}
