// Parts of the window that are asked for before their code is there.
import { effect } from '@preact/signals'
import { closeDialog, openBrief, openDialog, room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { isRoomLoaded } from '../state/once-drawn.ts'
import { isMod } from '../ui/is-mod.ts'
import { strings } from '../ui/strings.ts'
import { briefDesk, loadDesk, otherRooms, overlays } from './later.ts'

/** Loads from here on what is to be shown, and again where that failed before. To be called once. */
export function loadOnDemand(): void {
  effect(() => {
    if (openDialog.value === null || overlays.code.value) return
    overlays.load().catch(() => {
      // It holds the keys as long as it is asked for.
      closeDialog()
      tellOfFailure()
    })
  })
  effect(() => {
    const part = room.value !== 'briefs' ? otherRooms : openBrief.value ? briefDesk : null
    isRoomLoaded.value = !part || part.code.value !== null
  })
  effect(() => {
    if (room.value !== 'briefs' && !otherRooms.code.value) otherRooms.load().catch(tellOfFailure)
  })
  effect(() => {
    if (openBrief.value && !briefDesk.code.value) loadDesk().catch(tellOfFailure)
  })
  effect(() => {
    if (openDialog.value === null) letGo()
    else if (!overlays.code.value) isAwaited = true
    else if (isAwaited) giveHeldSoon()
  })
  window.addEventListener('keydown', holdKey, { capture: true })
}

function tellOfFailure(): void {
  tell('problem', strings.parts.notLoaded)
}

/** Whether a dialog is waited for, and what was typed for it meanwhile. */
let isAwaited = false
let held = ''

/** What is typed for a dialog that is yet to come must not go into the text under it, but into the dialog. */
function holdKey(event: KeyboardEvent): void {
  if (!isAwaited || isMod(event)) return
  event.preventDefault()
  event.stopPropagation()
  if (event.key === 'Escape') closeDialog()
  else if (event.key.length === 1) held += event.key
}

/** Once it is drawn and has the focus. */
function giveHeldSoon(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const words = held
      letGo()
      const field = document.activeElement
      if (words !== '' && field instanceof HTMLInputElement && field.closest('dialog'))
        document.execCommand('insertText', false, words)
    }),
  )
}

function letGo(): void {
  isAwaited = false
  held = ''
}
