// A table that was written in has its columns put in line once the cursor has left it, as one step that can be undone.
import { isolateHistory } from '@codemirror/commands'
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { formatPipeTable } from '../../shared/markdown/pipe-table.ts'
import { tableAt } from './table-at.ts'
import { shifted } from './table-commands.ts'

class Realigning {
  readonly #view: EditorView
  /** Where the table begins in which something was written; null where the cursor is in none that was. */
  #written: number | null = null

  constructor(view: EditorView) {
    this.#view = view
  }

  update({ docChanged, selectionSet, changes, state, transactions }: ViewUpdate): void {
    if (!docChanged && !selectionSet) return
    const before = this.#written === null ? null : changes.mapPos(this.#written, -1)
    const now = tableAt(state, state.selection.main.head)?.from ?? null
    const isBroughtBack = transactions.some(each => each.isUserEvent('undo') || each.isUserEvent('redo'))
    if (before !== null && before !== now && !isBroughtBack) queueMicrotask(() => this.#realign(before))
    const isWritten = docChanged && !isBroughtBack
    this.#written = now !== null && (now === before || isWritten) ? now : null
  }

  #realign(at: number): void {
    const { state } = this.#view
    if (!this.#view.dom.isConnected || state.readOnly || at > state.doc.length) return
    const found = tableAt(state, at)
    if (!found) return
    const text = formatPipeTable(found.table)
    if (text === state.sliceDoc(found.from, found.to)) return
    this.#view.dispatch({
      changes: shifted(state, found, text),
      annotations: isolateHistory.of('full'),
      userEvent: 'format.table',
    })
  }
}

export const realignTables = ViewPlugin.fromClass(Realigning)
