// A chart as an SVG string, in the manner of a print house: few marks on the axes, words beside the points that matter.
// Classes and presentation attributes alone, as the window's content security policy wants it.
import { line } from 'd3-shape'
import type { DateStyle } from '../dates/date-styles.ts'
import { escapeHtml } from '../markdown/escape-html.ts'
import { type Chart, type ChartPoint, placeChart } from './chart.ts'
import { type ChartScales, chartScales } from './chart-scales.ts'
import { dayLength, runsOf, shortDate } from './chart-time.ts'
import { describeChart, extremes, valueInWords } from './describe-chart.ts'
import { type LabelPlace, placeLabels } from './place-labels.ts'
import { textWidth } from './text-width.ts'

/**
 * `id` begins the ids within the drawing, and is unique in its page; sizes are in CSS px. Dates are British where no style is
 * named, as in a brief.
 */
export type ChartSize = { id: string; width: number; height: number; dates?: DateStyle }

const valueSize = 12
const dateSize = 10.5
const lineHeight = 13
/** More points than this stand too close for a dot each. */
const mostDots = 60

/** The drawing; null where no value has a place in time. The same chart always gives the same text. */
export function drawChart(chart: Chart, size: ChartSize): string | null {
  const placed = placeChart(chart)
  const { lines, singles } = placed
  const points = [...lines.flatMap(each => each.points), ...singles]
  if (points.length === 0) return null
  const scales = chartScales(points, size)
  const at = (point: ChartPoint) => ({ x: scales.x(point.time.middle), y: scales.y(middleOf(point)) })
  const labels = labelsOf(placed, points, size.dates)
  const bounds = { ...scales.frame, left: scales.frame.left + 2, top: 2, right: size.width }
  const places = placeLabels(
    labels.map(({ point, words }) => ({ ...at(point), ...sizeOf(words) })),
    bounds,
    wayOf([...lines.map(each => each.points), ...singles.map(single => [single])], at),
  )
  const words = labels.map((label, index) => drawLabel(label.words, places[index] ?? null))
  const dots = points.length <= mostDots ? points : labels.map(({ point }) => point)
  const id = escapeHtml(size.id)
  return [
    `<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img" aria-labelledby="${id}-title ${id}-description">`,
    `<title id="${id}-title">${escapeHtml(chart.title)}</title>`,
    `<desc id="${id}-description">${escapeHtml(describeChart(chart, size.dates))}</desc>`,
    drawAxes(scales, size),
    ...singles.map(point => drawSpan(point, scales)),
    ...lines.map((each, index) => drawLine(each.points, index, at)),
    ...points.map(point => drawRange(point, scales)),
    ...dots.map(point => drawDot(point, singles.includes(point), at)),
    ...words,
    '</svg>',
  ].join('')
}

type Label = { point: ChartPoint; words: readonly string[] }

/** The last of each line first, then the highest and the lowest, then where it began; single values where there are few. */
function labelsOf(
  { lines, singles, scale }: ReturnType<typeof placeChart>,
  all: ChartPoint[],
  dates?: DateStyle,
): Label[] {
  const isOne = lines.length === 1
  const named = lines.flatMap(({ name, points }) => {
    const last = points.at(-1)
    return last ? [{ point: last, name: isOne ? null : name }] : []
  })
  const { highest, lowest } = extremes(all)
  const others = [highest, lowest, ...(isOne ? [lines[0]?.points[0]] : []), ...singles.toReversed()]
  const labels = new Map<ChartPoint, string | null>(named.map(({ point, name }) => [point, name]))
  for (const point of others.slice(0, 12)) if (point && !labels.has(point)) labels.set(point, null)
  return [...labels].map(([point, name]) => ({
    point,
    words: [
      valueInWords(point, scale),
      shortDate(point.asOf, dates),
      ...(name === null ? [] : [shorten(name)]),
    ],
  }))
}

function sizeOf(words: readonly string[]): { width: number; height: number } {
  const widths = words.map((text, index) => textWidth(text, index === 0 ? valueSize : dateSize))
  return { width: Math.ceil(Math.max(...widths)), height: lineHeight * words.length + 2 }
}

function drawAxes({ xTicks, yTicks, y, isMiddle, frame }: ChartScales, { width }: ChartSize): string {
  const [low = 0, high = 0] = y.domain()
  const rows = yTicks.map(
    ({ at, label }) =>
      `<line class="chart-rule" x1="${frame.left}" x2="${width}" y1="${px(at)}" y2="${px(at)}" stroke="currentColor" stroke-width="0.5"/><text class="chart-tick" x="${frame.left - 6}" y="${px(at + 3.5)}" font-size="11" text-anchor="end">${escapeHtml(label)}</text>`,
  )
  const columns = xTicks.map(
    ({ at, label }) =>
      `${isMiddle ? '' : `<line class="chart-axis" x1="${px(at)}" x2="${px(at)}" y1="${frame.bottom}" y2="${frame.bottom + 4}" stroke="currentColor"/>`}<text class="chart-tick" x="${px(at)}" y="${frame.bottom + 17}" font-size="11" text-anchor="middle">${escapeHtml(label)}</text>`,
  )
  // The axis stands at zero where that is in sight, else at the foot.
  const base = low < 0 && high > 0 ? y(0) : frame.bottom
  const axis = `<line class="chart-axis" x1="${frame.left}" x2="${width}" y1="${px(base)}" y2="${px(base)}" stroke="currentColor"/>`
  return `<g aria-hidden="true">${rows.join('')}${columns.join('')}${axis}</g>`
}

type At = (point: ChartPoint) => { x: number; y: number }

function drawLine(points: readonly ChartPoint[], index: number, at: At): string {
  const path = line<ChartPoint>()
    .x(point => at(point).x)
    .y(point => at(point).y)
    .digits(1)
  const runs = runsOf(points).filter(run => run.length > 1)
  return runs
    .map(
      run =>
        `<path class="chart-line chart-line-${Math.min(index, 3)}" d="${path(run) ?? ''}" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round" stroke-linecap="round"/>`,
    )
    .join('')
}

/** The time that a single value is of, where that is no point. */
function drawSpan({ time, ...point }: ChartPoint, { x, y }: ChartScales): string {
  const [from, to] = [x(time.from), x(time.to)]
  if (time.to - time.from <= dayLength || to - from < 12) return ''
  const height = px(y(middleOf(point)))
  return `<line class="chart-span" x1="${px(from)}" x2="${px(to)}" y1="${height}" y2="${height}" stroke="currentColor" stroke-width="1"/>`
}

/** From the lower to the higher end of a range. */
function drawRange({ time, low, high, upper }: ChartPoint, { x, y }: ChartScales): string {
  if (upper === null) return ''
  const top = y(high)
  return `<rect class="chart-range" x="${px(x(time.middle) - 3)}" y="${px(top)}" width="6" height="${px(Math.max(1, y(low) - top))}" rx="1.5" fill="currentColor"/>`
}

function drawDot(point: ChartPoint, isSingle: boolean, at: At): string {
  if (point.upper !== null) return ''
  const { x, y } = at(point)
  return `<circle class="${isSingle ? 'chart-single' : 'chart-dot'}" cx="${px(x)}" cy="${px(y)}" r="${isSingle ? 3.5 : 2.5}" fill="currentColor"/>`
}

function drawLabel(words: readonly string[], place: LabelPlace | null): string {
  if (place === null) return ''
  const { box, anchor } = place
  const x = anchor === 'start' ? box.left : anchor === 'end' ? box.right : (box.left + box.right) / 2
  const rows = words.map(
    (text, index) =>
      `<tspan class="${index === 0 ? 'chart-value' : 'chart-date'}" x="${px(x)}" y="${px(box.top + lineHeight * (index + 1) - 2)}" font-size="${index === 0 ? valueSize : dateSize}"${index === 0 ? ' font-weight="600"' : ''}>${escapeHtml(text)}</tspan>`,
  )
  return `<text class="chart-label" text-anchor="${anchor}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${rows.join('')}</text>`
}

/** Places a few px apart on the ways between points. */
function wayOf(lines: readonly ChartPoint[][], at: At): { x: number; y: number }[] {
  return lines.flatMap(points =>
    points.flatMap((point, index) => {
      const here = at(point)
      const next = points[index + 1]
      if (next === undefined) return [here]
      const there = at(next)
      const steps = Math.min(200, Math.ceil(Math.hypot(there.x - here.x, there.y - here.y) / 4))
      return Array.from({ length: Math.max(1, steps) }, (_, step) => ({
        x: here.x + ((there.x - here.x) * step) / Math.max(1, steps),
        y: here.y + ((there.y - here.y) * step) / Math.max(1, steps),
      }))
    }),
  )
}

function middleOf({ low, high }: Pick<ChartPoint, 'low' | 'high'>): number {
  return (low + high) / 2
}

function shorten(name: string): string {
  return name.length > 28 ? `${name.slice(0, 27).trimEnd()}…` : name
}

function px(number: number): string {
  return String(Math.round(number * 10) / 10)
}
