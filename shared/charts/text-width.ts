/** About how wide a line of text is at a font size, both in px: a little too wide rather than too narrow, for Inter. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) {
    const wide = widths.get(character) ?? widthOf(character)
    widths.set(character, wide)
    width += wide
  }
  return width * fontSize
}

/** Thousands of labels are of the same few characters. */
const widths = new Map<string, number>()

/** In em. */
function widthOf(character: string): number {
  if (/[\d−+$£€¥]/.test(character)) return 0.65
  if (/[.,:;'’“”|()\s]/.test(character)) return 0.36
  if (/[mwMW%–—]/.test(character)) return 0.95
  if (/\p{Lu}/u.test(character)) return 0.75
  if (/[\p{Ll}]/u.test(character) && character < '\u0250') return 0.61
  return 1.05
}
