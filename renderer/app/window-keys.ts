// Keys and pastes that belong to the window as a whole.
import { menuCommandOf } from '../../shared/menu-keys.ts'
import { pastedHtml, pasteSource } from '../capture/take-in.ts'
import { answerChosen, walkFindings } from '../checks/check-actions.ts'
import { isReadOnly, openBrief, room } from '../state/desk.ts'
import { isTyping } from '../state/is-typing.ts'
import { dismissNewest } from '../state/notices.ts'
import { runMenuCommand } from './commands.ts'
import { focusTitle } from './focus-work.ts'

export function listenForWindowKeys(): void {
  const isMac = navigator.platform.startsWith('Mac')
  window.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing) return
    const command = menuCommandOf(event, isMac)
    if (command === null) return
    // The menu would hear it a moment later, and what is typed meanwhile would go where it does not belong.
    event.preventDefault()
    if (!event.repeat) runMenuCommand(command)
  })
  window.addEventListener('keydown', event => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return
    if (event.key === 'Escape' && dismissNewest()) event.preventDefault()
    if (event.key === 'F8' && room.value === 'briefs' && openBrief.value) {
      event.preventDefault()
      if (event.ctrlKey || event.metaKey) answerChosen()
      else walkFindings(event.shiftKey ? -1 : 1)
    }
    if (event.key === 'F2' && room.value === 'briefs' && !isReadOnly.value && focusTitle())
      event.preventDefault()
  })
  window.addEventListener('mouseup', event => {
    // On Linux the middle button would paste what is selected in any program: as a source, where nobody typed.
    if (event.button === 1 && !isTyping(event)) event.preventDefault()
  })
  window.addEventListener('paste', event => {
    if (event.defaultPrevented || isReadOnly.value || isTyping(event)) return
    if (document.querySelector('dialog[open]')) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (text.trim() !== '') void pasteSource(text, pastedHtml(event.clipboardData))
  })
}
