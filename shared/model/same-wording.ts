// Words that are the same but for how they are set.

/** UTF-16 code units, end exclusive. */
type Range = { start: number; end: number }

/**
 * The ranges between two offsets of a text that have the same words: every letter, digit and sign alike, but for white
 * space, dashes and the form of quotation marks. None where there are no words.
 */
export function sameWordings(words: string, text: string, { start, end }: Range): Range[] {
  const sought = plain(words).characters.join('').trim()
  const { characters, offsets } = plain(text.slice(start, end))
  const whole = characters.join('')
  const found: Range[] = []
  if (sought === '') return found
  for (let at = whole.indexOf(sought); at !== -1; at = whole.indexOf(sought, at + 1)) {
    const last = offsets[at + sought.length - 1] ?? 0
    found.push({ start: start + (offsets[at] ?? 0), end: start + last + 1 })
  }
  return found
}

const signs: readonly [RegExp, string][] = [
  [/[‘’‚‛′]/, "'"],
  [/[“”„‟″«»]/, '"'],
  [/[‐-―−]/, '-'],
]

/** Each character as it is compared, with its offset; white space is one character however long it is. */
function plain(text: string): { characters: string[]; offsets: number[] } {
  const characters: string[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; at++) {
    const written = text[at] ?? ''
    const isBlank = /\s/.test(written)
    if (isBlank && characters.at(-1) === ' ') continue
    characters.push(isBlank ? ' ' : (signs.find(([pattern]) => pattern.test(written))?.[1] ?? written))
    offsets.push(at)
  }
  return { characters, offsets }
}
