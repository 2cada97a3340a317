// Whether there is room for the list beside the work.
import { computed } from '@preact/signals'
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

export const isListShown = computed(() =>
  listIsShown(isListChosen.value, {
    room: room.value,
    width: windowWidth.value,
    hasPreview: isPreviewShown.value && openBrief.value !== null,
    hasInspector: openSource.value !== null && (evidenceForm.value !== null || isPanelShown.value),
  }),
)

/** Whether the list column has room: what the person chose, else unless the work would be squeezed. Widths in CSS px. */
export function listIsShown(
  chosen: boolean | null,
  desk: { room: Room; width: number; hasPreview: boolean; hasInspector: boolean },
): boolean {
  if (chosen !== null) return chosen
  if (desk.width >= 1180) return true
  return !((desk.room === 'briefs' && desk.hasPreview) || (desk.room === 'sources' && desk.hasInspector))
}
