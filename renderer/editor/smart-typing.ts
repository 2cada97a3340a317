// Quotation marks, dashes and the ellipsis as they are typed; Backspace right after brings the typed character back.
import { isolateHistory } from '@codemirror/commands'
import { syntaxTree } from '@codemirror/language'
import { type EditorState, type Extension, Prec, StateEffect, StateField } from '@codemirror/state'
import { type Command, EditorView, keymap } from '@codemirror/view'
import { marksOf, smartMark } from './smart-marks.ts'
import { isSmartTyping } from './smart-typing-state.ts'
import { whileOn } from './while-on.ts'

/** For an editor that is opened now. */
export function smartTyping(): Extension {
  return whileOn(isSmartTyping, [
    lastMark,
    typing,
    Prec.high(keymap.of([{ key: 'Backspace', run: bringBack }])),
  ])
}

type Made = { from: number; to: number; typed: string }

const made = StateEffect.define<Made>()

/** The mark that was made by the last key. */
const lastMark = StateField.define<Made | null>({
  create: () => null,
  update(mark, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(made)) return effect.value
    return docChanged || selection ? null : mark
  },
})

const typing = EditorView.inputHandler.of((view, from, to, text) => {
  const { state } = view
  const isOne = state.selection.ranges.length === 1 && text.length === 1 && /["'.-]/.test(text)
  if (!isOne || view.composing || state.readOnly || isCode(state, from)) return false
  const line = state.doc.lineAt(from)
  const marks = marksOf(state.sliceDoc(0, 20_000))
  const mark = marks && smartMark(line.text.slice(0, from - line.from), text, marks)
  if (!mark) return false
  // What was typed is a step of its own, so that undoing brings it back too.
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: from + text.length },
    userEvent: 'input.type',
    scrollIntoView: true,
  })
  const start = from - mark.cut
  const typed = view.state.sliceDoc(start, from + text.length)
  const end = start + mark.insert.length
  view.dispatch({
    changes: { from: start, to: from + text.length, insert: mark.insert },
    selection: { anchor: end },
    effects: made.of({ from: start, to: end, typed }),
    annotations: isolateHistory.of('full'),
    userEvent: 'input.smart',
  })
  return true
})

const bringBack: Command = ({ state, dispatch }) => {
  const mark = state.field(lastMark)
  if (!mark) return false
  const { from, to, typed } = mark
  dispatch(
    state.update({
      changes: { from, to, insert: typed },
      selection: { anchor: from + typed.length },
      annotations: isolateHistory.of('full'),
      userEvent: 'delete.smart',
    }),
  )
  return true
}

function isCode(state: EditorState, at: number): boolean {
  for (let node = syntaxTree(state).resolveInner(at, -1); node.parent; node = node.parent) {
    if (/Code|Comment|Reference|LayoutMark|URL|Autolink/.test(node.name)) return true
  }
  return false
}
