import { request } from '../bridge/bridge.ts'
import { saves } from '../briefs/brief-actions.ts'
import { isReasonUnsaved } from '../checks/typed-reasons.ts'
import { editorToKeep } from '../editor/editor-to-keep.ts'
import { isTextChanged } from '../sources/text-edit.ts'
import { dialogWords, evidenceForm, question, saveState } from '../state/desk.ts'
import { isChanged } from '../state/evidence-form.ts'
import { strings } from '../ui/strings.ts'

/**
 * Lets the window go where nothing in it would be lost, and otherwise keeps it and asks. Main closes a window that gives
 * no answer when it is closed a second time.
 */
export async function closeWindow(): Promise<void> {
  const field = document.activeElement
  // A field that saves when it is left has not been left yet.
  if (field instanceof HTMLElement) field.blur()
  // What hears of that may write in its own moment.
  await new Promise(done => setTimeout(done))
  await saves.flush()
  const lost = whatIsLost()
  if (lost === null) {
    await editorToKeep.current?.keepSteps()
    void request('window.close', {})
    return
  }
  // Main knows before the person is asked, so that a second closing meanwhile is not one without an answer.
  await request('window.stay', {})
  if (field instanceof HTMLElement && field.isConnected) field.focus()
  question.value = {
    ...lost,
    no: strings.actions.keepEditing,
    onYes: () => void request('window.close', {}),
  }
}

function whatIsLost(): { title: string; text: string; yes: string } | null {
  const { closing, evidence, actions } = strings
  if (saveState.value.is === 'failed') {
    const text = closing.notSaved(saveState.value.problem.message)
    return { title: closing.notSavedTitle, text, yes: closing.withoutSaving }
  }
  const discard = { title: evidence.discardTitle, yes: actions.discard }
  if (dialogWords.value.trim() !== '') return { ...discard, text: closing.dialogText }
  if (isTextChanged()) return { ...discard, text: strings.sources.editDiscard }
  if (isReasonUnsaved()) return { ...discard, text: strings.checks.reasonUnsaved }
  const form = evidenceForm.value
  return form && isChanged(form) ? { ...discard, text: evidence.discardText } : null
}
