import { ensureSyntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'

/** A state with its whole text parsed, however slow the machine: by itself CodeMirror stops after some milliseconds. */
export function parsed(state: EditorState): EditorState {
  if (!ensureSyntaxTree(state, state.doc.length, 60_000)) throw new Error('The text was not parsed.')
  // A state takes up what was parsed since it was made with its next transaction.
  return state.update({}).state
}
