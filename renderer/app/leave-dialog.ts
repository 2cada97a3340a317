import { closeDialog, dialogWords, question } from '../state/desk.ts'
import { strings } from '../ui/strings.ts'

/** Closes the open dialog, or does what `leave` does instead; where words were typed in it, only once the person agrees. */
export function leaveDialog(leave: () => void = closeDialog): void {
  if (dialogWords.value.trim() === '') {
    leave()
    return
  }
  question.value = {
    title: strings.evidence.discardTitle,
    text: strings.closing.dialogText,
    yes: strings.actions.discard,
    no: strings.actions.keepEditing,
    onYes: () => {
      dialogWords.value = ''
      leave()
    },
  }
}
