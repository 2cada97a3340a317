import { textWidth } from '../charts/text-width.ts'

/** Words on one line of at most so many px; what is too long ends with an ellipsis, between words where it can. */
export function fitWords(words: string, fontSize: number, most: number): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (textWidth(line, fontSize) <= most) return line
  const characters = [...line]
  let [low, high] = [0, characters.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (textWidth(`${characters.slice(0, middle).join('')}…`, fontSize) <= most) low = middle
    else high = middle - 1
  }
  const cut = characters.slice(0, low).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > cut.length * 0.6 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, '')}…`
}
