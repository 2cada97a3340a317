// Putting a block into the text of a brief.
import type { EditorState, TransactionSpec } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'

/** Puts a block on lines of its own after the line of the cursor, and the keyboard after it. */
export function insertBlock(view: EditorView, block: string): void {
  view.dispatch({ ...blockChange(view.state, block), userEvent: 'input.complete', scrollIntoView: true })
  view.focus()
}

/** The change that does it, with a blank line on each side where something stands there. */
export function blockChange({ doc, selection }: EditorState, block: string): TransactionSpec {
  const line = doc.lineAt(selection.main.to)
  const textOf = (number: number) => (number >= 1 && number <= doc.lines ? doc.line(number).text.trim() : '')
  const before = textOf(line.number) !== '' ? '\n\n' : textOf(line.number - 1) !== '' ? '\n' : ''
  const isFollowed = line.number < doc.lines
  const after = !isFollowed ? '\n' : textOf(line.number + 1) === '' ? '' : '\n'
  const insert = `${before}${block}${after}`
  return { changes: { from: line.to, insert }, selection: { anchor: line.to + insert.length } }
}
