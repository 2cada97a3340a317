// Parts of the window that are asked for before their code is there.
import { effect } from '@preact/signals'
import { closeDialog, openBrief, openDialog, room } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
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
    if (room.value !== 'briefs' && !otherRooms.code.value) otherRooms.load().catch(tellOfFailure)
  })
  effect(() => {
    if (openBrief.value && !briefDesk.code.value) loadDesk().catch(tellOfFailure)
  })
  window.addEventListener('keydown', holdKey, { capture: true })
}

function tellOfFailure(): void {
  tell('problem', strings.parts.notLoaded)
}

/** What is typed for a dialog that is yet to come must not go into the text under it. */
function holdKey(event: KeyboardEvent): void {
  if (openDialog.value === null || overlays.code.value || isMod(event)) return
  event.preventDefault()
  event.stopPropagation()
  if (event.key === 'Escape') closeDialog()
}
