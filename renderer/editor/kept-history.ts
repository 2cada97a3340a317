// The steps that can be undone in a brief, kept from one session to the next of the same day.
import { history, historyField, redoDepth, undoDepth } from '@codemirror/commands'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { largestKeptSteps } from '../../shared/model/limits.ts'
import { request } from '../bridge/bridge.ts'

export const rememberedFields = { history: historyField }

const place = new Compartment()

/** The history of an editor, which `recallSteps` can put another one into the place of. */
export function keptHistory(): Extension {
  return place.of(history())
}

/** Keeps the steps of a brief's text; more than can be kept are let go. */
export async function keepSteps(brief: string, state: EditorState): Promise<void> {
  if (undoDepth(state) + redoDepth(state) === 0) return
  const steps = JSON.stringify(state.toJSON(rememberedFields))
  if (steps.length <= largestKeptSteps) await request('steps.keep', { id: brief, steps })
}

/** Takes up what was kept of a brief today, if it ends in the text that is there and nothing was done in it yet. */
export async function recallSteps(brief: string, view: EditorView): Promise<void> {
  const result = await request('steps.recall', { id: brief })
  if (!result.ok || result.value.steps === null || !view.dom.isConnected) return
  if (undoDepth(view.state) + redoDepth(view.state) > 0) return
  const kept = readSteps(result.value.steps)
  if (!kept?.doc.eq(view.state.doc)) return
  const steps = kept.field(historyField)
  // The field takes up a value only where it was not there.
  view.dispatch({ effects: place.reconfigure([]) })
  view.dispatch({ effects: place.reconfigure([historyField.init(() => steps), history()]) })
}

function readSteps(written: string): EditorState | null {
  try {
    return EditorState.fromJSON(JSON.parse(written), { extensions: history() }, rememberedFields)
  } catch {
    return null
  }
}
