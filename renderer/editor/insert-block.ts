// Putting a block into the text of a brief.
import type { EditorView } from '@codemirror/view'

/** Puts a block on lines of its own after the line of the cursor, with a blank line on each side, and the cursor after it. */
export function insertBlock(view: EditorView, block: string): void {
  const { state } = view
  const line = state.doc.lineAt(state.selection.main.to)
  const isBlank = line.text.trim() === ''
  const before = isBlank
    ? line.number > 1 && state.doc.line(line.number - 1).text.trim() !== ''
      ? '\n'
      : ''
    : '\n\n'
  const next = line.number < state.doc.lines ? state.doc.line(line.number + 1).text.trim() : ''
  const insert = `${before}${block}\n${next === '' ? '' : '\n'}`
  view.dispatch({
    changes: { from: line.to, insert },
    selection: { anchor: line.to + insert.length },
    userEvent: 'input.complete',
    scrollIntoView: true,
  })
  view.focus()
}
