// Whether the outline stands in the place of the list.
import { computed } from '@preact/signals'
import { focusEditor } from '../app/focus-work.ts'
import { openBrief, room } from '../state/desk.ts'
import { keptSwitch } from '../state/kept-switch.ts'

export const isOutlineShown = keptSwitch('outline', false)

/** Whether it is on the screen now, and the list not. */
export const isOutlineThere = computed(
  () => isOutlineShown.value && room.value === 'briefs' && openBrief.value !== null,
)

/** Brings the outline, with the keyboard in it; takes it away where it has that. */
export function toggleOutline(): void {
  if (room.value !== 'briefs' || !openBrief.value) return
  const hasKeyboard = document.activeElement?.closest('.outline') != null
  isOutlineShown.value = !(isOutlineShown.value && hasKeyboard)
  if (isOutlineShown.value) requestAnimationFrame(focusOutline)
  else focusEditor()
}

function focusOutline(): void {
  const item = document.querySelector<HTMLElement>('.outline [tabindex="0"]')
  const place = item ?? document.querySelector<HTMLElement>('.outline button')
  place?.focus()
}
