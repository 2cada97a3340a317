// What keeps the eye on the writing: one paragraph, one height, and nothing around the text.
import { computed } from '@preact/signals'
import { openBrief, room } from '../state/desk.ts'
import { keptSwitch } from '../state/kept-switch.ts'

/** All but the paragraph that is written is paler. */
export const isFocusMode = keptSwitch('focus-mode', false)
/** The line that is written stays at the middle. */
export const isTypewriterMode = keptSwitch('typewriter-mode', false)

const isCalmChosen = keptSwitch('calm', false)

/** Whether the rail, the list and the preview are folded away: beside the text of a brief alone. */
export const isCalm = computed(
  () => isCalmChosen.value && room.value === 'briefs' && openBrief.value !== null,
)

/** Brings back what is folded away. */
export function leaveCalm(): void {
  isCalmChosen.value = false
}

export function toggleCalm(): void {
  if (room.value === 'briefs' && openBrief.value) isCalmChosen.value = !isCalmChosen.value
}
