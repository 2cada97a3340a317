// The dialog of the preferences, and how the window looks by them.
import { openDialog } from '../state/desk.ts'
import { preferences, readPreferences } from './preferences-state.ts'

export async function showPreferences(): Promise<void> {
  if (preferences.value === null) await readPreferences()
  openDialog.value = 'preferences'
}

/** Keeps the window's look up with what is preferred; at the start the page comes with it (`main/shell/page-look.ts`). */
export function followPreferences(): void {
  preferences.subscribe(now => {
    if (now === null) return
    document.documentElement.dataset.contrast = now.contrast
    document.documentElement.dataset.textSize = now.textSize
  })
}
