// What comes into a brief's text by a drag or by a command: linked as references.
import { isolateHistory } from '@codemirror/commands'
import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { LibraryLists } from '../../shared/answers.ts'
import { carriesReferences, draggedIds } from '../evidence/drag-references.ts'
import { findEvidence } from '../state/lists.ts'
import type { Linkable } from './insertion.ts'
import { referencesInsertion } from './references-to-insert.ts'

/** Drops of evidence; `lists` is asked anew with each. */
export function takeReferences(lists: () => LibraryLists): Extension {
  return EditorView.domEventHandlers({
    drop(event, view) {
      if (!carriesReferences(event.dataTransfer)) return false
      event.preventDefault()
      const items = draggedIds(event.dataTransfer).flatMap(id => findEvidence(lists(), id) ?? [])
      putReferences(view, items, view.posAtCoords({ x: event.clientX, y: event.clientY }, false))
      return true
    },
  })
}

/**
 * Links records at a place of the text (UTF-16 code units), or (null) where the cursor is, or at the end where nobody has put
 * it anywhere yet.
 */
export function putReferences(view: EditorView, items: readonly Linkable[], place: number | null): void {
  const { state } = view
  view.focus()
  if (items.length === 0 || state.readOnly) return
  const { head } = state.selection.main
  const at = place ?? (head === 0 ? state.doc.length : head)
  const { insert, cursor } = referencesInsertion(state.doc.toString(), at, items)
  view.dispatch({
    changes: { from: at, insert },
    selection: { anchor: cursor },
    annotations: isolateHistory.of('full'),
    userEvent: place === null ? 'input.complete' : 'input.drop',
    scrollIntoView: true,
  })
}
