import type { Preferences } from '../../shared/model/preferences.ts'

/** Marks a preview's page by what is preferred, as the window's page is; null before that is known. */
export function markPreview(page: Document, preferred: Preferences | null): void {
  if (!preferred) return
  page.documentElement.dataset.contrast = preferred.contrast
  page.documentElement.dataset.textSize = preferred.textSize
}
