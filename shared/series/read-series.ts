// A series out of a table, with every line that could not be read.
import { shiftSigned } from '../extract/decimals.ts'
import { columnsOf, formsOf, type TableColumns } from './choose-columns.ts'
import { readDateCell } from './date-cells.ts'
import { type DecimalMark, type NumberCell, readNumberCell, unitInHeading } from './number-cells.ts'
import type { Table } from './read-table.ts'
import { inOrder, mostPoints, type SeriesPoint } from './series-points.ts'

/** What a person may say of a table where it can be read in more ways than one; the rest is told from the table. */
export type SeriesChoice = { dates?: number; value?: number; isDayFirst?: boolean; mark?: DecimalMark }

export type Scale = 'thousand' | 'million' | 'billion' | 'trillion'

/** A line that is not in the series; `reason` is the end of a sentence that begins with the line. */
export type UnreadLine = { line: number; words: string; reason: string }

export type SeriesReading = {
  columns: TableColumns
  /** The column that was read; null where the table has no dates, no numbers, or several columns of numbers to choose from. */
  value: number | null
  /** The oldest first. */
  points: readonly SeriesPoint[]
  /** Whether values are in base units, because cells or the heading name a magnitude; else they are as they are written. */
  isScaled: boolean
  /** The magnitude that most of it is written in. */
  scale: Scale | null
  /** What the cells or the heading name; null where they name nothing, or not the same. */
  unit: string | null
  /** Lines above the first date. */
  headings: readonly number[]
  unread: readonly UnreadLine[]
  isDayFirst: boolean
  isDateUncertain: boolean
  mark: DecimalMark
  isMarkUncertain: boolean
}

const scales: readonly [power: number, scale: Scale][] = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
  [3, 'thousand'],
]

/** Reads a series. Nothing is dropped silently: a line is a point, a heading, or among the unread with the reason. */
export function readSeries(table: Table, choice: SeriesChoice = {}): SeriesReading {
  const columns = columnsOf(table)
  const dates = choice.dates ?? columns.dates
  const value = choice.value ?? (columns.values.length === 1 ? (columns.values[0] ?? null) : null)
  if (dates === null || value === null) return nothingRead(table, columns)
  const forms = formsOf(table, columns, { dates, value })
  const form = { ...forms.date, isDayFirst: choice.isDayFirst ?? forms.date.isDayFirst }
  const mark = choice.mark ?? forms.mark
  const unread: UnreadLine[] = table.faults.map(({ line, reason }) => ({ line, words: '', reason }))
  const read: { line: number; asOf: string; cell: NumberCell }[] = []
  const seen = new Map<string, number>()
  for (const { line, cells } of table.lines.slice(columns.firstLine)) {
    const [when = '', words = ''] = [cells[dates], cells[value]]
    const refuse = (reason: string) => void unread.push({ line, words: cells.join(' · '), reason })
    const asOf = readDateCell(when, form)
    const cell = readNumberCell(words, mark)
    if (asOf === null) refuse(when === '' ? 'has no date' : `“${shorten(when)}” is not understood as a date`)
    else if (cell === null) refuse(words === '' ? 'has no value' : `“${shorten(words)}” is not a number`)
    else if (seen.has(asOf)) refuse(`its date is that of line ${seen.get(asOf)}`)
    else if (read.length === mostPoints) refuse(`a series has ${mostPoints} values at most`)
    else {
      read.push({ line, asOf, cell })
      seen.set(asOf, line)
    }
  }
  const heading = unitInHeading(columns.names[value] ?? '')
  const isScaled = heading.power !== null || read.some(({ cell }) => cell.power !== null)
  const powerOf = ({ power }: NumberCell) => power ?? heading.power ?? 0
  return {
    columns,
    value,
    points: inOrder(read.map(({ asOf, cell }) => ({ asOf, value: shiftSigned(cell.value, powerOf(cell)) }))),
    isScaled,
    scale: isScaled ? scaleOf(read.map(({ cell }) => powerOf(cell))) : null,
    unit: only([heading.unit, ...read.map(({ cell }) => cell.unit)]),
    headings: headingsOf(table, columns),
    unread: unread.sort((one, other) => one.line - other.line),
    isDayFirst: form.isDayFirst,
    isDateUncertain: forms.isDateUncertain,
    mark,
    isMarkUncertain: forms.isMarkUncertain,
  }
}

function nothingRead(table: Table, columns: TableColumns): SeriesReading {
  const unread = table.faults.map(({ line, reason }) => ({ line, words: '', reason }))
  const forms = { isDayFirst: true, isDateUncertain: false, mark: '.' as const, isMarkUncertain: false }
  const headings = headingsOf(table, columns)
  return {
    ...forms,
    columns,
    value: null,
    points: [],
    isScaled: false,
    scale: null,
    unit: null,
    headings,
    unread,
  }
}

function headingsOf({ lines }: Table, { firstLine }: TableColumns): number[] {
  return lines.slice(0, firstLine).map(({ line }) => line)
}

function scaleOf(powers: readonly number[]): Scale | null {
  const counted = scales.map(([power, scale]) => ({
    scale,
    count: powers.filter(each => each === power).length,
  }))
  const most = counted.reduce((best, each) => (each.count > best.count ? each : best))
  return most.count === 0 ? null : most.scale
}

function only(units: readonly (string | null)[]): string | null {
  const named = new Set(units.filter(unit => unit !== null))
  return named.size === 1 ? ([...named][0] ?? null) : null
}

function shorten(words: string): string {
  return words.length > 40 ? `${words.slice(0, 39)}…` : words
}
