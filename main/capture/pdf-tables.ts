// Rows of a table: lines one under another whose pieces stand under one another.
import type { Chunk } from './pdf-lines.ts'

const sameBaseline = 0.25
/** Points by which the edges of two cells of a column may differ. */
const sameEdge = 2.5
/** Longer pieces, or longer ones on average, are text in columns. */
const longestCell = 45
const usualCell = 20

/** Chunks from the top, by baseline, each row from the left. */
export function rowsOf(chunks: readonly Chunk[]): Chunk[][] {
  const rows: Chunk[][] = []
  for (const chunk of chunks) {
    const first = rows.at(-1)?.[0]
    if (first && Math.abs(chunk.y - first.y) < sameBaseline * Math.max(chunk.size, first.size))
      rows.at(-1)?.push(chunk)
    else rows.push([chunk])
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0)
  return rows
}

/** Those rows that are rows of a table. */
export function tableRows(rows: readonly Chunk[][]): Chunk[][] {
  return rows.filter(
    (row, index) =>
      row.length > 1 && [rows[index - 1], rows[index + 1]].some(beside => beside && isUnder(row, beside)),
  )
}

/** Whether two rows have as many cells, each under one of the other, and are not lines of text beside lines of text. */
function isUnder(row: readonly Chunk[], other: readonly Chunk[]): boolean {
  if (row.length !== other.length) return false
  const cells = [...row, ...other]
  if (cells.some(({ text }) => text.length > longestCell)) return false
  if (cells.reduce((sum, { text }) => sum + text.length, 0) > usualCell * cells.length) return false
  const goingOn = cells.filter(({ text }) => /^\p{Ll}/u.test(text)).length
  if (goingOn >= 0.4 * cells.length) return false
  return row.every((cell, index) => {
    const beside = other[index]
    if (!beside) return false
    const offsets = [
      cell.x0 - beside.x0,
      cell.x1 - beside.x1,
      (cell.x0 + cell.x1 - beside.x0 - beside.x1) / 2,
    ]
    return offsets.some(offset => Math.abs(offset) <= sameEdge)
  })
}
