// Whether the preview shows a brief as running text or as its pages: what was chosen last, also before this start.
import { signal } from '@preact/signals'
import { isCalm, leaveCalm } from '../calm/calm-state.ts'
import { isPreviewShown } from '../state/desk.ts'

export type PreviewLook = 'text' | 'pages'

const storedAs = 'preview-look'

export const previewLook = signal<PreviewLook>('text')

/** To be called at the start. */
export function recallLook(): void {
  if (localStorage.getItem(storedAs) === 'pages') previewLook.value = 'pages'
}

export function chooseLook(look: PreviewLook): void {
  previewLook.value = look
  localStorage.setItem(storedAs, look)
}

/** Shows or hides the preview; it is brought back from where calm writing has folded it away. */
export function togglePreview(): void {
  isPreviewShown.value = isCalm.value || !isPreviewShown.value
  leaveCalm()
}

/** The other look; of a preview that is hidden, its pages. */
export function togglePages(): void {
  chooseLook(isPreviewShown.value && !isCalm.value && previewLook.value === 'pages' ? 'text' : 'pages')
  isPreviewShown.value = true
  leaveCalm()
}
