// What the outline does to the text: it goes to a section, or moves one.
import { isolateHistory } from '@codemirror/commands'
import { EditorView } from '@codemirror/view'
import {
  type Move,
  moveSection,
  moveSectionBefore,
  type Section,
  sectionsOf,
} from '../../shared/markdown/sections.ts'
import { editorInWindow } from '../editor/editor-in-window.ts'
import { strings } from '../ui/strings.ts'

const texts = strings.outline

/** Puts the cursor at the end of a section's heading, which comes to the top. */
export function goToSection({ from }: Section): void {
  const view = editorInWindow()
  if (!view || from > view.state.doc.length) return
  const { to } = view.state.doc.lineAt(from)
  view.dispatch({
    selection: { anchor: to },
    effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 24 }),
  })
  view.focus()
}

/** Moves a section among those of its level; gives its new index, null where it stays. */
export function stepSection(index: number, direction: -1 | 1): number | null {
  return make(index, body => moveSection(body, index, direction))
}

/** Moves a section before the heading of another (by its index), or to the end; gives its new index, null where it stays. */
export function dropSection(index: number, before: number): number | null {
  return make(index, body => moveSectionBefore(body, index, before))
}

/** One step that can be undone. The cursor goes along with the section, and what came of it is read out. */
function make(index: number, plan: (body: string) => Move | null): number | null {
  const view = editorInWindow()
  if (!view || view.state.readOnly) return null
  const body = view.state.doc.toString()
  const words = sectionsOf(body)[index]?.words || texts.untitled
  const move = plan(body)
  if (!move) {
    view.dispatch({ effects: EditorView.announce.of(texts.notMoved(words)) })
    return null
  }
  const { start, end, text } = move.edit
  view.dispatch({
    changes: { from: start, to: end, insert: text },
    selection: { anchor: move.headingAt },
    effects: EditorView.scrollIntoView(move.headingAt, { y: 'center' }),
    annotations: isolateHistory.of('full'),
    userEvent: 'move.section',
  })
  const sections = sectionsOf(view.state.doc.toString())
  const at = sections.findIndex(({ from }) => from === move.headingAt)
  view.dispatch({ effects: EditorView.announce.of(texts.moved(words, at + 1, sections.length)) })
  return at
}
