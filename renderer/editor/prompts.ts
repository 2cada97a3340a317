// A template's prompts as ghost text: their words alone are shown, and what is put in at one takes its place.
import { syntaxTree } from '@codemirror/language'
import {
  type EditorSelection,
  EditorState,
  type Extension,
  type StateCommand,
  StateField,
  type Transaction,
} from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, type KeyBinding } from '@codemirror/view'
import { strings } from '../ui/strings.ts'
import { type Prompt, promptsIn } from './find-prompts.ts'

const shownPrompts = StateField.define<readonly Prompt[]>({
  create: promptsIn,
  update(before, transaction) {
    const { docChanged, selection, startState, state } = transaction
    if (!docChanged && !selection && syntaxTree(startState) === syntaxTree(state)) return before
    const isBroughtBack = transaction.isUserEvent('undo') || transaction.isUserEvent('redo')
    // A comment that a person is writing stays one until the cursor has left it.
    return promptsIn(state).filter(
      prompt => isBroughtBack || !isTouched(prompt, state.selection) || wasShown(prompt, before, transaction),
    )
  },
  provide: field => [
    EditorView.decorations.from(field, ghosts),
    EditorView.atomicRanges.of(view => wholes(view.state.field(field))),
  ],
})

const inPlaceOfPrompts = EditorState.transactionFilter.of(transaction => {
  const isPutIn = transaction.isUserEvent('input') || transaction.isUserEvent('move.drop')
  if (!transaction.docChanged || !isPutIn) return transaction
  const replaced = transaction.startState.field(shownPrompts).filter(prompt => isPutInAt(prompt, transaction))
  return replaced.length === 0 ? transaction : [transaction, { changes: replaced.map(cut) }]
})

/** Shows prompts as ghost text that what is typed, pasted or dropped there replaces. */
export const prompts: Extension = [shownPrompts, inPlaceOfPrompts]

/** Removes the prompt that the cursor stands at; its place is the empty paragraph. */
const removePrompt: StateCommand = ({ state, dispatch }) => {
  const prompt = promptAtCursor(state)
  if (!prompt || state.readOnly) return false
  dispatch(state.update({ changes: cut(prompt), userEvent: 'delete', scrollIntoView: true }))
  return true
}

function promptAtCursor(state: EditorState): Prompt | undefined {
  const { empty, head } = state.selection.main
  return empty ? state.field(shownPrompts).find(({ from, to }) => from <= head && head <= to) : undefined
}

/** Puts the cursor at the next prompt after it, or the one before it, and reads it out; false where none is. */
function goToPrompt(direction: 1 | -1): StateCommand {
  return ({ state, dispatch }) => {
    const { head } = state.selection.main
    const all = state.field(shownPrompts)
    const prompt = direction === 1 ? all.find(({ from }) => from > head) : all.findLast(({ to }) => to < head)
    if (!prompt) return false
    const words = state.sliceDoc(prompt.wordsFrom, prompt.wordsTo)
    dispatch(
      state.update({
        selection: { anchor: prompt.from },
        effects: EditorView.announce.of(strings.editor.promptReached(words)),
        scrollIntoView: true,
      }),
    )
    return true
  }
}

export const nextPrompt = goToPrompt(1)
const previousPrompt = goToPrompt(-1)

/** Tab goes from prompt to prompt at one and at the very start, and on where a line was just written; else it leaves the text. */
function whereTabIsFree(command: StateCommand, isLineEndFree = false): StateCommand {
  return target => {
    const { doc, selection } = target.state
    const { empty, head } = selection.main
    const isAtEdge = empty && (head === 0 || (isLineEndFree && head === doc.lineAt(head).to))
    return (isAtEdge || promptAtCursor(target.state) !== undefined) && command(target)
  }
}

export const promptKeys: readonly KeyBinding[] = [
  { key: 'Backspace', run: removePrompt },
  { key: 'Delete', run: removePrompt },
  { key: 'Enter', run: removePrompt },
  { key: 'Tab', run: whereTabIsFree(nextPrompt, true), shift: whereTabIsFree(previousPrompt) },
  { key: 'F9', run: nextPrompt, shift: previousPrompt },
]

const hidden = Decoration.replace({})
const ghost = Decoration.mark({
  class: 'prompt',
  attributes: { role: 'note', 'aria-description': strings.editor.prompt },
})

function ghosts(shown: readonly Prompt[]): DecorationSet {
  return Decoration.set(
    shown.flatMap(({ from, to, wordsFrom, wordsTo }) => [
      hidden.range(from, wordsFrom),
      ghost.range(wordsFrom, wordsTo),
      hidden.range(wordsTo, to),
    ]),
  )
}

function wholes(shown: readonly Prompt[]): DecorationSet {
  return Decoration.set(shown.map(({ from, to }) => hidden.range(from, to)))
}

function cut({ from, to }: Prompt) {
  return { from, to }
}

function isTouched({ from, to }: Prompt, { ranges }: EditorSelection): boolean {
  return ranges.some(range => range.from <= to && from <= range.to)
}

function wasShown({ from, to }: Prompt, before: readonly Prompt[], { changes }: Transaction): boolean {
  return before.some(old => changes.mapPos(old.from, 1) === from && changes.mapPos(old.to, -1) === to)
}

function isPutInAt({ from, to }: Prompt, { changes }: Transaction): boolean {
  let isPutIn = false
  changes.iterChanges((start, end) => {
    if (start === end && from <= start && start <= to) isPutIn = true
  })
  return isPutIn
}
