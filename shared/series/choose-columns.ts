// Which lines of a table are its headings, which column the dates are in, and which may be values.
import { type DateForm, dateFormOf, readDateCell } from './date-cells.ts'
import { type DecimalMark, decimalMarkOf, readNumberCell } from './number-cells.ts'
import type { Table, TableLine } from './read-table.ts'

export type TableColumns = {
  /** Where the values begin, in the table's lines. */
  firstLine: number
  /** The column of the dates; null where none is. Columns are counted from 0. */
  dates: number | null
  /** The columns that hold numbers, in their order. */
  values: readonly number[]
  /** What each column is called: its heading, else its place. */
  names: readonly string[]
}

/** Columns in which fewer of the lines can be read than this share are something else. */
const leastShare = 0.5

/** Tells the columns of a table by what is in them. */
export function columnsOf({ lines, delimiter }: Table): TableColumns {
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, index) => index)
  const counts = columns.map(column => {
    const cells = cellsIn(lines, column)
    const { form } = datesIn(cells)
    return { column, dates: cells.filter(cell => isDate(cell, form)).length }
  })
  // The leftmost of those with most dates: values such as 2,010 may look like years.
  const best = counts.reduce<(typeof counts)[number] | null>(
    (most, each) => (each.dates > (most?.dates ?? 0) ? each : most),
    null,
  )
  if (best === null) return { firstLine: 0, dates: null, values: [], names: namesOf(null, width) }
  const { form } = datesIn(cellsIn(lines, best.column))
  const firstLine = Math.max(
    0,
    lines.findIndex(({ cells }) => isDate(cells[best.column] ?? '', form)),
  )
  const body = lines.slice(firstLine)
  const values = columns.filter(column => {
    if (column === best.column) return false
    const cells = cellsIn(body, column).filter(cell => cell !== '')
    const { mark } = decimalMarkOf(cells, delimiter)
    return cells.filter(cell => readNumberCell(cell, mark)).length > cells.length * leastShare
  })
  return { firstLine, dates: best.column, values, names: namesOf(lines[firstLine - 1] ?? null, width) }
}

/** How the column of the dates, and one of values, are written. */
export function formsOf(
  { lines, delimiter }: Table,
  { firstLine }: TableColumns,
  { dates, value }: { dates: number; value: number },
): {
  date: DateForm
  mark: DecimalMark
  isDateUncertain: boolean
  isMarkUncertain: boolean
} {
  const body = lines.slice(firstLine)
  const { form, isUncertain: isDateUncertain } = datesIn(cellsIn(body, dates))
  const { mark, isUncertain: isMarkUncertain } = decimalMarkOf(cellsIn(body, value), delimiter)
  return { date: form, mark, isDateUncertain, isMarkUncertain }
}

function datesIn(cells: readonly string[]): { form: DateForm; isUncertain: boolean } {
  const { isUncertain, ...form } = dateFormOf(cells)
  return { form, isUncertain }
}

function isDate(cell: string, form: DateForm): boolean {
  // A number alone is a year only where people count years.
  if (/^\d+$/.test(cell) && !/^(?:1[5-9]|20|21)\d\d(?:(?:0[1-9]|1[0-2])[0-3]\d)?$/.test(cell)) return false
  return readDateCell(cell, form) !== null
}

function cellsIn(lines: readonly TableLine[], column: number): string[] {
  return lines.map(({ cells }) => cells[column] ?? '')
}

function namesOf(heading: TableLine | null, width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const name = heading?.cells[column]?.replace(/\s+/g, ' ')
    return name || `Column ${column + 1}`
  })
}
