// Putting a reference into the text of a brief.
import type { EditorView } from '@codemirror/view'
import { type Linkable, referenceTo } from './insertion.ts'

/** Puts a reference after the cursor or what is selected, apart from the word before it, and the cursor after it. */
export function insertReference(view: EditorView, item: Linkable): void {
  const { state } = view
  const at = state.selection.main.to
  const line = state.doc.lineAt(at)
  const before = state.sliceDoc(line.from, at)
  const apart = /[^\s([“"'‘—–-]$/.test(before) ? ' ' : ''
  const insert = apart + referenceTo(item, line.text.trim() === '')
  view.dispatch({
    changes: { from: at, insert },
    selection: { anchor: at + insert.length },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
  view.focus()
}
