// A chart in words, for those who do not see it.
import type { DateStyle } from '../dates/date-styles.ts'
import { formatNumber, unitInWords } from '../references/format-figure.ts'
import { type Chart, type ChartPoint, placeChart } from './chart.ts'
import { precisionOf, runsOf, shortDate } from './chart-time.ts'

/** Sentences that say what a chart shows: its span, its ends and extremes, and where values are missing. */
export function describeChart(chart: Chart, dates?: DateStyle): string {
  const { lines, singles, scale, undated } = placeChart(chart)
  const unit = unitInWords(chart.unit, scale)
  const say = (point: ChartPoint) => `${valueInWords(point, scale)} (${shortDate(point.asOf, dates)})`
  const sentences: string[] = [`${chart.title}, in ${unit}.`]
  for (const { name, points } of lines) {
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last) continue
    const { highest, lowest } = extremes(points)
    const which = name === null ? 'A line' : `${name}: a line`
    sentences.push(
      `${which} of ${points.length} values from ${say(first)} to ${say(last)}; highest ${say(highest ?? first)}, lowest ${say(lowest ?? first)}.`,
    )
    for (const [before, after] of holesIn(points))
      sentences.push(
        `There is no value between ${shortDate(before.asOf, dates)} and ${shortDate(after.asOf, dates)}.`,
      )
  }
  if (singles.length > 0) sentences.push(`Single values: ${singles.slice(0, 20).map(say).join('; ')}.`)
  if (singles.length > 20) sentences.push(`And ${singles.length - 20} more.`)
  const note = undatedNote(undated.length)
  return [...sentences, ...(note === null ? [] : [note])].join(' ')
}

/** What is to be said under a chart of how it is drawn; null where nothing is. */
export function noteOf(chart: Chart): string | null {
  const { lines, singles, undated } = placeChart(chart)
  const points = [...lines.flatMap(line => line.points), ...singles]
  const precision = precisionOf(points.map(({ time }) => time))
  const middle =
    points.length === 0 || precision === 'day'
      ? null
      : `Each value stands in the middle of ${precision === 'mixed' ? 'the time it is of' : `its ${precision}`}.`
  const holes = lines.some(line => holesIn(line.points).length > 0)
    ? 'The line breaks where values are missing.'
    : null
  const notes = [middle, holes, undatedNote(undated.length)].filter(note => note !== null)
  return notes.length === 0 ? null : notes.join(' ')
}

/** A value, or the two ends of a range, in the chart's magnitude. */
export function valueInWords({ value, upper }: ChartPoint, scale: Chart['scale']): string {
  const low = formatNumber(value, scale)
  return upper === null ? low : `${low}–${formatNumber(upper, scale)}`
}

/** The first of the highest and of the lowest points. */
export function extremes(points: readonly ChartPoint[]): {
  highest: ChartPoint | undefined
  lowest: ChartPoint | undefined
} {
  return {
    highest: points.reduce<ChartPoint | undefined>(
      (most, each) => (most === undefined || each.high > most.high ? each : most),
      undefined,
    ),
    lowest: points.reduce<ChartPoint | undefined>(
      (least, each) => (least === undefined || each.low < least.low ? each : least),
      undefined,
    ),
  }
}

/** The points on either side of each hole. */
function holesIn(points: readonly ChartPoint[]): [ChartPoint, ChartPoint][] {
  const runs = runsOf(points)
  return runs.slice(1).flatMap(([after], index) => {
    const before = runs[index]?.at(-1)
    return before && after ? [[before, after]] : []
  })
}

function undatedNote(count: number): string | null {
  if (count === 0) return null
  return count === 1
    ? 'One value is not drawn, because its date has no place on the axis.'
    : `${count} values are not drawn, because their dates have no place on the axis.`
}
