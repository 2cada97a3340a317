// The table that a place of the text is in, and the cell. Pure.
import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import { cellPlaces, type PipeTable, parsePipeTable } from '../../shared/markdown/pipe-table.ts'
import type { TableCell } from '../../shared/markdown/table-edit.ts'

/** Whole lines: offsets in UTF-16 code units, end exclusive. */
export type FoundTable = { from: number; to: number; table: PipeTable }

/**
 * Null where no table stands, or one after the mark of a list, whose lines are not alike. `tree` is what is
 * parsed of the text so far; who must not miss a table gives one that reaches the place.
 */
export function tableAt(state: EditorState, at: number, tree = syntaxTree(state)): FoundTable | null {
  for (const side of [-1, 1] as const) {
    let node = tree.resolveInner(at, side)
    while (node.parent && node.name !== 'Table') node = node.parent
    if (node.name !== 'Table') continue
    const [first, last] = [state.doc.lineAt(node.from), state.doc.lineAt(node.to)]
    const table = parsePipeTable(state.sliceDoc(first.from, last.to))
    const isPlain = /^[\s>]*$/.test(state.sliceDoc(first.from, node.from))
    return table && isPlain ? { from: first.from, to: last.to, table } : null
  }
  return null
}

/** The cell that a place is in; that of the line under the head is in the head. */
export function cellAt(state: EditorState, { from, table }: FoundTable, at: number): TableCell {
  const line = state.doc.lineAt(at)
  const below = line.number - state.doc.lineAt(from).number
  const places = cellPlaces(line.text)
  const column = places.findIndex(place => at - line.from <= place.to)
  const last = table.alignments.length - 1
  return { row: Math.max(0, below - 1), column: column === -1 ? last : Math.min(column, last) }
}

/** Where the words of a cell end; null where its line has no such cell. */
export function endOfCell(
  state: EditorState,
  { from }: FoundTable,
  { row, column }: TableCell,
): number | null {
  const number = state.doc.lineAt(from).number + (row === 0 ? 0 : row + 1)
  if (number > state.doc.lines) return null
  const line = state.doc.line(number)
  const place = cellPlaces(line.text)[column]
  return place ? line.from + place.to : null
}
