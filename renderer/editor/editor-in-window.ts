import type { EditorView } from '@codemirror/view'

let open: EditorView | null = null

/** The editor of the brief that is open; null where none is. */
export function editorInWindow(): EditorView | null {
  return open
}

/** Called by the editor of a brief itself: to look for it in the page takes CodeMirror, which no start needs. Gives the means to take it away. */
export function putInWindow(view: EditorView): () => void {
  open = view
  return () => {
    if (open === view) open = null
  }
}
