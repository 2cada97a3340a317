// Cells that are pasted from a spreadsheet: a table of its own, or put into the table that the cursor is in.
import { syntaxTree } from '@codemirror/language'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { formatPipeTable } from '../../shared/markdown/pipe-table.ts'
import { putCells } from '../../shared/markdown/table-edit.ts'
import { withBlankLines } from '../editor/block-insertion.ts'
import { isOfPreview } from '../paste/own-references.ts'
import { readCells } from './read-cells.ts'
import { tableAt } from './table-at.ts'
import { editTable } from './table-commands.ts'

export const pasteCells = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData
    if (!data || view.state.readOnly || isInCode(view.state)) return false
    const html = data.getData('text/html')
    const cells = isOfPreview(html) ? null : readCells(html, data.getData('text/plain'))
    if (!cells) return false
    event.preventDefault()
    const isInTable = tableAt(view.state, view.state.selection.main.head) !== null
    if (isInTable) editTable(putCells(cells))(view)
    else view.dispatch(insertionOf(view.state, cells))
    return true
  },
})

function isInCode(state: EditorState): boolean {
  let node = syntaxTree(state).resolveInner(state.selection.main.head, -1)
  while (node.parent && !/Code/.test(node.name)) node = node.parent
  return /Code/.test(node.name)
}

/** A table as a block of its own, and the cursor after it. */
function insertionOf(state: EditorState, rows: readonly (readonly string[])[]): TransactionSpec {
  const { from, to } = state.selection.main
  const alignments = (rows[0] ?? []).map(() => 'none' as const)
  const table = formatPipeTable({ rows, alignments, prefix: '' })
  const insert = withBlankLines(state.sliceDoc(0, from), table, state.sliceDoc(to))
  return {
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    scrollIntoView: true,
    userEvent: 'input.paste',
  }
}
