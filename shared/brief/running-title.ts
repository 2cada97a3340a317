// The title at the foot of a page: one line, cut at a word's end where it has no room.

/** About how wide a character of the margins' face is, in ems: rather too wide than too narrow. */
function widthOf(character: string): number {
  if (/[\s.,:;'’‘|!()[\]ijlftrI]/.test(character)) return 0.35
  if (/[mwMW@%—…]/.test(character)) return 0.95
  if (/[a-z\d–]/.test(character)) return 0.6
  if (/[A-Z]/.test(character)) return 0.74
  return /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}]/u.test(character) ? 0.75 : 1
}

/** A title as far as it has room on a line so many ems wide. */
export function runningTitle(title: string, room: number): string {
  const characters = [...title.replace(/\s+/g, ' ').trim()]
  const whole = characters.join('')
  if (widthOfAll(characters) <= room) return whole
  const left = room - widthOf('…')
  let [fit, width] = [0, 0]
  for (const character of characters) {
    width += widthOf(character)
    if (width > left) break
    fit += 1
  }
  const isWordWhole = characters[fit] === ' '
  const cut = characters.slice(0, fit).join('')
  return `${(isWordWhole ? cut : cut.replace(/\s+\S*$/, '')).replace(/[\s.,:;–—]+$/, '')}…`
}

function widthOfAll(characters: readonly string[]): number {
  return characters.reduce((sum, character) => sum + widthOf(character), 0)
}
