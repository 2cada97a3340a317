// Focus mode and typewriter mode.
import { EditorState, type Extension } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { isFocusMode, isTypewriterMode } from '../calm/calm-state.ts'
import { whileOn } from './while-on.ts'

const written = Decoration.line({ class: 'written' })

/** Lines of the paragraph that the cursor is in are marked; the style makes the others paler. */
const focus: Extension = [
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = paragraphAtCursor(view)
      }
      update(update: ViewUpdate) {
        if (update.docChanged || update.selectionSet) this.decorations = paragraphAtCursor(update.view)
      }
    },
    { decorations: plugin => plugin.decorations },
  ),
  EditorView.editorAttributes.of({ class: 'focus-mode' }),
  EditorView.theme({
    '&.focus-mode .cm-line:not(.written), &.focus-mode .cm-line:not(.written) *': {
      color: 'var(--ink-faint)',
    },
    '&.focus-mode .cm-line:not(.written) .chip': { background: 'none' },
  }),
]

function paragraphAtCursor({ state }: EditorView): DecorationSet {
  const { doc, selection } = state
  const isBlank = (line: number) => line < 1 || line > doc.lines || doc.line(line).text.trim() === ''
  const { number } = doc.lineAt(selection.main.head)
  let [first, last] = [number, number]
  if (!isBlank(number)) {
    while (!isBlank(first - 1)) first -= 1
    while (!isBlank(last + 1)) last += 1
  }
  const lines = Array.from({ length: last - first + 1 }, (_, index) => doc.line(first + index).from)
  return Decoration.set(lines.map(from => written.range(from)))
}

/** Whoever clicks looks at a place, and the text must not move from under the pointer. */
const typewriter: Extension = [
  EditorState.transactionExtender.of(transaction => {
    const isMoved = transaction.docChanged || transaction.selection !== undefined
    if (!isMoved || transaction.isUserEvent('select.pointer')) return null
    const { head } = transaction.newSelection.main
    return { effects: EditorView.scrollIntoView(head, { y: 'center' }) }
  }),
  EditorView.theme({ '.cm-content': { paddingBlock: '40vh' } }),
]

/** Both, for an editor that is opened now. */
export function writingModes(): Extension {
  return [whileOn(isFocusMode, focus), whileOn(isTypewriterMode, typewriter)]
}
