// A figure's series out of a file that `--series` names.
import type { Figure } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { seriesFromTable } from '../../shared/series/series-from-table.ts'

type Options = Readonly<Record<string, string | undefined>>

/**
 * The fields that the table of a file gives a figure. Throws a RequestProblem that names the file, and the lines that are not
 * understood: a series with a hole that nobody saw is worse than none.
 */
export function seriesFields(file: string, text: string, { scale, unit, column }: Options): Partial<Figure> {
  const given = (scale || null) as Figure['scale']
  const first = seriesFromTable(text, given)
  const at = column === undefined ? -1 : first.reading.columns.names.indexOf(column)
  if (column !== undefined && at === -1)
    throw unread(file, `it has no column “${column}”; it has ${first.reading.columns.names.join(', ')}.`)
  const { points, problem, reading, ...found } =
    at === -1 ? first : seriesFromTable(text, given, { value: at })
  if (problem !== null) {
    const isOpen = reading.value === null && reading.columns.values.length > 1
    throw unread(file, isOpen ? problem.replace('Choose one.', 'Choose one with --column.') : problem)
  }
  if (reading.unread.length > 0) {
    const lines = reading.unread.slice(0, 10).map(({ line, reason }) => `line ${line} ${reason}`)
    throw unread(file, `${lines.join('; ')}. Mend or remove these lines.`)
  }
  const last = points.at(-1)
  return {
    series: [...points],
    value: last?.value ?? '0',
    scale: found.scale,
    ...(unit === undefined && found.unit !== null ? { unit: found.unit } : {}),
  }
}

function unread(file: string, why: string): RequestProblem {
  return new RequestProblem('unreadable', `“${file}” gives no series: ${why} Nothing was changed.`)
}
