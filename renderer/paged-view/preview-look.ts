// Whether the preview shows a brief as running text or as its pages: what was chosen last, also before this start.
import { isSourceBeside } from '../beside/beside-state.ts'
import { isCalm, leaveCalm } from '../calm/calm-state.ts'
import { isPreviewShown } from '../state/desk.ts'
import { keptOneOf } from '../state/kept.ts'

export const looks = ['text', 'pages'] as const

export const previewLook = keptOneOf('preview-look', 'text', looks)

/** Shows or hides the preview; it comes back from where calm writing, or a source in its place, has put it away. */
export function togglePreview(): void {
  isPreviewShown.value = isCalm.value || isSourceBeside.value || !isPreviewShown.value
  isSourceBeside.value = false
  leaveCalm()
}

/** The other look; of a preview that is hidden, its pages. */
export function togglePages(): void {
  const isThere = isPreviewShown.value && !isSourceBeside.value && !isCalm.value
  previewLook.value = isThere && previewLook.value === 'pages' ? 'text' : 'pages'
  isPreviewShown.value = true
  isSourceBeside.value = false
  leaveCalm()
}
