// Whether everything that was typed is on the disk, for what must not go on without it.
import { isReasonUnsaved } from '../checks/typed-reasons.ts'
import { isTextChanged } from '../sources/text-edit.ts'
import { evidenceForm, saveState } from '../state/desk.ts'
import { isChanged } from '../state/evidence-form.ts'
import { strings } from '../ui/strings.ts'
import { saves } from './brief-actions.ts'

/** Saves what was typed. Why nothing more was done, in a sentence for people; null where all of it is on the disk. */
export async function whyNotSaved(): Promise<string | null> {
  leaveField()
  if (await saves.flush()) return null
  return strings.unsaved.text(saveState.value.is === 'failed' ? saveState.value.problem.message : '')
}

/** The same for what takes the window's words away: words in an open form, which nothing saves by itself, count too. */
export async function whyWordsWouldBeLost(): Promise<string | null> {
  const why = await whyNotSaved()
  if (why !== null) return why
  if (isTextChanged()) return strings.unsaved.source
  if (isReasonUnsaved()) return strings.unsaved.reason
  const form = evidenceForm.value
  return form && isChanged(form) ? strings.unsaved.form : null
}

/** A field that saves when it is left has not been left yet. */
function leaveField(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  field.blur()
  if (field.isConnected) field.focus()
}
