// What keys do in the editor, for whoever chooses it from a list.
import type { EditorView } from '@codemirror/view'

/** Does what keys such as `mod+F` do. */
export function pressIn(keys: string): (view: EditorView) => void {
  const held = keys.split('+')
  const key = held.pop() ?? ''
  const isMac = navigator.platform.startsWith('Mac')
  const press = {
    key: key.length === 1 ? key.toLowerCase() : key,
    ctrlKey: held.includes('mod') && !isMac,
    metaKey: held.includes('mod') && isMac,
    altKey: held.includes('Alt'),
    shiftKey: held.includes('Shift'),
  }
  // Without bubbling: it is meant for the editor alone.
  return view => void view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', press))
}

/** Types the sign that opens the list of what can be linked. */
export function typeSign(view: EditorView): void {
  const { from } = view.state.selection.main
  const before = view.state.sliceDoc(Math.max(0, from - 1), from)
  type(view, before.trim() === '' ? '@' : ' @')
}

/** Types the slash that opens the list of blocks, on a line of its own. */
export function beginBlock(view: EditorView): void {
  const line = view.state.doc.lineAt(view.state.selection.main.head)
  view.dispatch({ selection: { anchor: line.to } })
  type(view, line.text.trim() === '' ? '/' : '\n\n/')
}

function type(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true })
}
