// How the window looks from its first paint on, by what the person prefers. Pure.
import type { Preferences } from '../../shared/model/preferences.ts'

/** The page of the window with the marks that its styles and its dates go by. */
export function markLook(page: string, { contrast, textSize, region }: Preferences): string {
  const marks = `data-contrast="${contrast}" data-text-size="${textSize}" data-region="${region}"`
  return page.replace('<html ', `<html ${marks} `)
}

/** What the window shows before its page: the colour of paper (`renderer/ui/tokens.css`, `contrast.css`). */
export function groundOf({ contrast }: Preferences, isDark: boolean): string {
  if (contrast === 'more') return isDark ? '#000000' : '#ffffff'
  return isDark ? '#1b1b1d' : '#fbfaf8'
}
