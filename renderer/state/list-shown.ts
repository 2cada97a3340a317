// Whether there is room for the list beside the work.
import { computed } from '@preact/signals'
import { isSourceBeside } from '../beside/beside-state.ts'
import {
  evidenceForm,
  isListChosen,
  isPreviewShown,
  openBrief,
  openSource,
  type Room,
  room,
  windowWidth,
} from './desk.ts'
import { isPanelShown } from './suggestions.ts'

/** CSS px of a window below which two columns are all that has room. */
export const narrow = 1180

export const isListShown = computed(() =>
  listIsShown(isListChosen.value, {
    room: room.value,
    width: windowWidth.value,
    hasSide: (isPreviewShown.value || isSourceBeside.value) && openBrief.value !== null,
    hasInspector: openSource.value !== null && (evidenceForm.value !== null || isPanelShown.value),
  }),
)

/** Whether the list column has room: what the person chose, else unless the work would be squeezed. Widths in CSS px. */
export function listIsShown(
  chosen: boolean | null,
  desk: { room: Room; width: number; hasSide: boolean; hasInspector: boolean },
): boolean {
  if (chosen !== null) return chosen
  if (desk.width >= narrow) return true
  return !((desk.room === 'briefs' && desk.hasSide) || (desk.room === 'sources' && desk.hasInspector))
}
