import { EditorView } from '@codemirror/view'

/** The editor of the brief that is open; null where none is. */
export function editorInWindow(): EditorView | null {
  const content = document
    .querySelector('.editor-pane')
    ?.shadowRoot?.querySelector<HTMLElement>('.cm-content')
  return content ? EditorView.findFromDOM(content) : null
}
