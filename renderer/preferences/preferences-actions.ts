// The dialog of the preferences, and how the window looks by them.
import { openDialog } from '../state/desk.ts'
import { isRegion, region } from '../ui/dates-and-numbers.ts'
import { preferences, readPreferences } from './preferences-state.ts'

export async function showPreferences(): Promise<void> {
  if (preferences.value === null) await readPreferences()
  openDialog.value = 'preferences'
}

/** Keeps the window's look up with what is preferred; at the start the page comes with it (`main/shell/page-look.ts`). */
export function followPreferences(): void {
  const { region: marked } = document.documentElement.dataset
  if (isRegion(marked)) region.value = marked
  preferences.subscribe(now => {
    if (now === null) return
    region.value = now.region
    document.documentElement.dataset.contrast = now.contrast
    document.documentElement.dataset.textSize = now.textSize
  })
}
