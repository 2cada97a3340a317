// Bringing a source beside the brief.
import { focusEditor } from '../app/focus-work.ts'
import { isCalm, leaveCalm } from '../calm/calm-state.ts'
import { leaveForm } from '../evidence/evidence-actions.ts'
import { openSourceById } from '../sources/source-actions.ts'
import { isListChosen, room, shownPlace, windowWidth } from '../state/desk.ts'
import { narrow } from '../state/list-shown.ts'
import { onceDrawn } from '../state/once-drawn.ts'
import { isSourceBeside } from './beside-state.ts'

/** Brings the source that was open last, with the keyboard in it, or the place for one; takes it away where it is there. */
export function toggleSourceBeside(): void {
  if (isSourceBeside.value && !isCalm.value) {
    isSourceBeside.value = false
    focusEditor()
  } else show(focusSource)
}

/** Opens a source beside the open brief, at a piece of evidence where one is named; the form that covers it goes. */
export function openBeside(source: string, evidence: string | null = null): void {
  leaveForm(
    () =>
      void openSourceById(source, () => {
        show(focusSource)
        if (evidence !== null) shownPlace.value = { id: evidence }
      }),
  )
}

function show(onShown: () => void): void {
  leaveCalm()
  isSourceBeside.value = true
  room.value = 'briefs'
  // Three columns have no room there, whatever was chosen for two.
  if (windowWidth.value < narrow) isListChosen.value = null
  onceDrawn(onShown)
}

function focusSource(): void {
  const places = '.source-beside .reading-text, .source-beside .empty button'
  document.querySelector<HTMLElement>(places)?.focus({ preventScroll: true })
}
