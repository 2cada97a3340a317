// What is done to a table, with where the cursor is then. Pure.
import type { CellAlignment, PipeTable } from './pipe-table.ts'

/** A cell, counted from 0; row 0 is the head. */
export type TableCell = { row: number; column: number }

/** A table that was changed, and the cell that the cursor is in then. Null where it cannot be done. */
export type TableEdit = (table: PipeTable, at: TableCell) => { table: PipeTable; at: TableCell } | null

/** A row under that of the cursor. */
export const insertRow: TableEdit = (table, { row, column }) => {
  const empty = table.alignments.map(() => '')
  return {
    table: { ...table, rows: table.rows.toSpliced(row + 1, 0, empty) },
    at: { row: row + 1, column },
  }
}

/** The head stays: a table has one. */
export const deleteRow: TableEdit = (table, { row, column }) => {
  if (row === 0) return null
  const rows = table.rows.toSpliced(row, 1)
  return { table: { ...table, rows }, at: { row: Math.min(row, rows.length - 1), column } }
}

/** A column after that of the cursor. */
export const insertColumn: TableEdit = (table, { row, column }) => ({
  table: {
    ...table,
    rows: table.rows.map(cells => cells.toSpliced(column + 1, 0, '')),
    alignments: table.alignments.toSpliced(column + 1, 0, 'none'),
  },
  at: { row, column: column + 1 },
})

/** The last one stays. */
export const deleteColumn: TableEdit = (table, { row, column }) => {
  if (table.alignments.length === 1) return null
  const alignments = table.alignments.toSpliced(column, 1)
  return {
    table: { ...table, rows: table.rows.map(cells => cells.toSpliced(column, 1)), alignments },
    at: { row, column: Math.min(column, alignments.length - 1) },
  }
}

/** Up or down among the rows under the head. */
export const moveRow =
  (by: 1 | -1): TableEdit =>
  (table, { row, column }) => {
    const to = row + by
    if (row === 0 || to < 1 || to >= table.rows.length) return null
    return { table: { ...table, rows: swapped(table.rows, row, to) }, at: { row: to, column } }
  }

export const moveColumn =
  (by: 1 | -1): TableEdit =>
  (table, { row, column }) => {
    const to = column + by
    if (to < 0 || to >= table.alignments.length) return null
    return {
      table: {
        ...table,
        rows: table.rows.map(cells => swapped(cells, column, to)),
        alignments: swapped(table.alignments, column, to),
      },
      at: { row, column: to },
    }
  }

/** The alignment of the cursor's column; the one that it has already is taken away. */
export const alignColumn =
  (alignment: CellAlignment): TableEdit =>
  (table, at) => {
    const now = table.alignments[at.column] === alignment ? 'none' : alignment
    return { table: { ...table, alignments: table.alignments.with(at.column, now) }, at }
  }

/** Puts cells into a table from that of the cursor on, which grows as they need. */
export const putCells =
  (cells: readonly (readonly string[])[]): TableEdit =>
  (table, at) => {
    const wide = Math.max(table.alignments.length, at.column + Math.max(...cells.map(({ length }) => length)))
    const high = Math.max(table.rows.length, at.row + cells.length)
    const rows = Array.from({ length: high }, (_, row) =>
      Array.from({ length: wide }, (_, column) => {
        const put = row < at.row || column < at.column ? undefined : cells[row - at.row]?.[column - at.column]
        return put ?? table.rows[row]?.[column] ?? ''
      }),
    )
    const alignments = Array.from({ length: wide }, (_, column) => table.alignments[column] ?? 'none')
    return { table: { ...table, rows, alignments }, at }
  }

function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  return list.with(one, list[other] as T).with(other, list[one] as T)
}
