// Lines that are a block by themselves, such as `::quote{#id}`: nothing else may come to stand on them.
import { EditorSelection, type EditorState, type Extension } from '@codemirror/state'
import { type Command, EditorView } from '@codemirror/view'
import { isLayoutMark } from '../../shared/markdown/grammar.ts'
import { readBlockDirective } from '../../shared/references/directive.ts'
import { isReferenceKind } from '../../shared/references/reference.ts'

/** What is typed before or after a block goes into a paragraph of its own: on its line it would make code of the block. */
export const apartFromBlocks: Extension = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view
  // An input method writes where it began: moving that would break the word. A check tells of it where it is left so.
  if (
    view.composing ||
    from !== to ||
    text.trim() === '' ||
    state.readOnly ||
    state.selection.ranges.length > 1
  )
    return false
  const block = blockAt(state, from)
  if (!block || (from > block.from && from < block.to)) return false
  const isAfter = from >= block.to
  const insert = isAfter ? `\n\n${text}` : `${text}\n\n`
  const at = isAfter ? { from: block.to, to: block.lineTo } : { from: block.from, to: block.from }
  const cursor = at.from + (isAfter ? insert.length : text.length)
  view.dispatch({
    changes: { ...at, insert },
    selection: EditorSelection.cursor(cursor),
    userEvent: 'input.type',
    scrollIntoView: true,
  })
  return true
})

/** Deletes the block that ends, or begins, at the cursor as a whole. */
export function deleteBlock(side: 'before' | 'after'): Command {
  return view => {
    const { state } = view
    const { main, ranges } = state.selection
    if (!main.empty || ranges.length > 1 || state.readOnly) return false
    const block = blockAt(state, main.head)
    if (!block || main.head !== (side === 'before' ? block.to : block.from)) return false
    view.dispatch({
      changes: { from: block.from, to: block.to },
      userEvent: `delete.${side}`,
      scrollIntoView: true,
    })
    return true
  }
}

/** The block that is the line of an offset, closed by its brace; a name alone may still be written on. */
function blockAt(state: EditorState, at: number): { from: number; to: number; lineTo: number } | null {
  const line = state.doc.lineAt(at)
  const written = line.text.trimEnd()
  const directive = written.endsWith('}') ? readBlockDirective(written) : null
  if (!directive || !(isLayoutMark(directive.name) || (isReferenceKind(directive.name) && directive.id)))
    return null
  const from = line.from + written.length - written.trimStart().length
  return { from, to: line.from + written.length, lineTo: line.to }
}
