// The series that the text of a table says, in base units, or why there is none.
import { shiftSigned } from '../extract/decimals.ts'
import type { Figure } from '../model/records.ts'
import { readSeries, type SeriesChoice, type SeriesReading } from './read-series.ts'
import { readTable } from './read-table.ts'
import type { SeriesPoint } from './series-points.ts'

const powers = { thousand: 3, million: 6, billion: 9, trillion: 12 } as const

export type SeriesOfTable = {
  /** The oldest first. */
  points: readonly SeriesPoint[]
  unit: string | null
  scale: Figure['scale']
  reading: SeriesReading
}

/**
 * Reads a table: values that name no magnitude themselves, and whose heading names none, are in `scale`. `problem` is a
 * sentence that says what to do where there are not two values at least.
 */
export function seriesFromTable(
  text: string,
  scale: Figure['scale'],
  choice: SeriesChoice = {},
): SeriesOfTable & { problem: string | null } {
  const reading = readSeries(readTable(text), choice)
  const power = reading.isScaled || scale === null ? 0 : powers[scale]
  const points = reading.points.map(({ asOf, value }) => ({ asOf, value: shiftSigned(value, power) }))
  return { points, unit: reading.unit, scale: reading.scale ?? scale, reading, problem: problemOf(reading) }
}

function problemOf({ columns, value, points, unread }: SeriesReading): string | null {
  if (columns.dates === null)
    return 'No column of dates was found. Put a date in the first column of each line, such as 2025-04 or 3 May 2025.'
  if (columns.values.length === 0)
    return 'No column of numbers was found. Put a number beside each date, such as 1,153.1.'
  if (value === null)
    return `There are several columns of numbers: ${columns.values.map(at => columns.names[at]).join(', ')}. Choose one.`
  if (points.length >= 2) return null
  const [first] = unread
  const why = first ? ` Line ${first.line} ${first.reason}.` : ''
  return `A series has two values at least, and ${points.length === 1 ? 'only one was' : 'none was'} found.${why}`
}
