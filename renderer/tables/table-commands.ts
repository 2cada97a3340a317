// The keys of a table: from cell to cell, and rows and columns moved. Outside of one they are what they were.
import { ensureSyntaxTree } from '@codemirror/language'
import type { EditorState, StateCommand, TransactionSpec } from '@codemirror/state'
import type { KeyBinding } from '@codemirror/view'
import { cellPlaces, formatPipeTable, type PipeTable } from '../../shared/markdown/pipe-table.ts'
import {
  insertRow,
  moveColumn,
  moveRow,
  type TableCell,
  type TableEdit,
} from '../../shared/markdown/table-edit.ts'
import { changesBetween } from '../editor/changes-between.ts'
import { cellAt, endOfCell, type FoundTable, tableAt } from './table-at.ts'

/** Does an edit to the table that the cursor is in; false where it is in none. What cannot be done is left. */
export function editTable(edit: TableEdit): StateCommand {
  return inTable((state, found, at) => {
    const done = edit(found.table, at)
    return done && { ...written(state, found, done.table, done.at), userEvent: 'input.table' }
  })
}

/** The change that writes a table, with the cursor in a cell of it. */
function written(state: EditorState, found: FoundTable, table: PipeTable, at: TableCell): TransactionSpec {
  const text = formatPipeTable(table)
  const lines = text.split('\n')
  const line = at.row === 0 ? 0 : at.row + 1
  const before = lines.slice(0, line).reduce((length, each) => length + each.length + 1, 0)
  const end = cellPlaces(lines[line] ?? '')[at.column]?.to ?? 0
  return {
    changes: shifted(state, found, text),
    selection: { anchor: found.from + before + end },
    scrollIntoView: true,
  }
}

/** What differs alone, so that marks in the cells stay where they are. */
export function shifted(state: EditorState, { from, to }: FoundTable, text: string) {
  const changes = changesBetween(state.sliceDoc(from, to), text) as { from: number; to?: number }[]
  return changes.map(change => ({
    ...change,
    from: change.from + from,
    ...(change.to === undefined ? {} : { to: change.to + from }),
  }))
}

type Found = (state: EditorState, found: FoundTable, at: TableCell) => TransactionSpec | null

function inTable(change: Found): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly || state.selection.ranges.length > 1) return false
    const { head } = state.selection.main
    // A key may come before the text is parsed as far as the cursor.
    const found = tableAt(state, head, ensureSyntaxTree(state, head) ?? undefined)
    if (!found) return false
    const spec = change(state, found, cellAt(state, found, head))
    if (spec) dispatch(state.update(spec))
    return true
  }
}

/** To a cell, as it is; where the line lacks it, the table is written whole first. */
function goTo(state: EditorState, found: FoundTable, cell: TableCell): TransactionSpec {
  const end = endOfCell(state, found, cell)
  if (end === null) return { ...written(state, found, found.table, cell), userEvent: 'input.table' }
  return { selection: { anchor: end }, scrollIntoView: true, userEvent: 'select' }
}

/** The next cell, or a new row after the last one. */
const nextCell = inTable((state, found, { row, column }) => {
  const { rows, alignments } = found.table
  if (column + 1 < alignments.length) return goTo(state, found, { row, column: column + 1 })
  if (row + 1 < rows.length) return goTo(state, found, { row: row + 1, column: 0 })
  const done = insertRow(found.table, { row, column: 0 })
  return done && { ...written(state, found, done.table, done.at), userEvent: 'input.table' }
})

const previousCell = inTable((state, found, { row, column }) => {
  if (column > 0) return goTo(state, found, { row, column: column - 1 })
  return row > 0 ? goTo(state, found, { row: row - 1, column: found.table.alignments.length - 1 }) : null
})

/** The row below; from the last one a new row, and from an empty last one the line after the table. */
const nextRow = inTable((state, found, { row, column }) => {
  const { rows } = found.table
  if (row + 1 < rows.length) return goTo(state, found, { row: row + 1, column })
  const isEmpty = row > 0 && rows[row]?.every(cell => cell === '')
  if (isEmpty) {
    const last = state.doc.lineAt(found.to)
    return leave(state, found, { from: last.from - 1, to: last.to })
  }
  const done = insertRow(found.table, { row, column: 0 })
  return done && { ...written(state, found, done.table, done.at), userEvent: 'input.table' }
})

/** After the table, past a blank line, so that what is typed is no row of it; the lines are made where they are missing. */
function leave(
  state: EditorState,
  { to }: FoundTable,
  removed: { from: number; to: number } | null,
): TransactionSpec {
  const isLast = to === state.doc.length
  if (!removed && !isLast) {
    const isBlankBelow = state.sliceDoc(to + 1, to + 2) === '\n'
    return {
      selection: { anchor: isBlankBelow ? to + 2 : to + 1 },
      scrollIntoView: true,
      userEvent: 'select',
    }
  }
  const { from, to: end } = removed ?? { from: to, to }
  return {
    changes: { from, to: end, insert: '\n\n' },
    selection: { anchor: from + 2 },
    scrollIntoView: true,
    userEvent: 'input',
  }
}

export const leaveTable = inTable((state, found) => leave(state, found, null))

export const tableKeys: readonly KeyBinding[] = [
  { key: 'Tab', run: nextCell, shift: previousCell },
  { key: 'Enter', run: nextRow },
  { key: 'Alt-Shift-ArrowUp', run: editTable(moveRow(-1)) },
  { key: 'Alt-Shift-ArrowDown', run: editTable(moveRow(1)) },
  { key: 'Alt-Shift-ArrowLeft', run: editTable(moveColumn(-1)) },
  { key: 'Alt-Shift-ArrowRight', run: editTable(moveColumn(1)) },
]
