// Glyphs to pieces of text that stand on one line.
import type { Tag } from './tags.ts'

export type Matrix = readonly [number, number, number, number, number, number]

export type Glyph = {
  text: string
  /** Type space to the page, the glyph being one unit high. */
  from: Matrix
  to: readonly [number, number]
  isBold: boolean
  isVertical: boolean
  isFaint: boolean
  isArtifact?: boolean
  tag?: Tag | null
}

/** Glyphs drawn side by side with nothing between them. Lengths are in points; y grows down the page. */
export type Fragment = {
  text: string
  x0: number
  x1: number
  /** Of the baseline of its line: a raised or lowered figure has that of the text beside it. */
  y: number
  size: number
  isBold: boolean
  isFaint: boolean
  /** A space, drawn as such, stands before it. */
  hasSpaceBefore: boolean
  /** Marked by the producer as no part of the text, such as a running head. */
  isArtifact: boolean
  /** The paragraph of the structure tree it belongs to; null in an untagged file. */
  tag: Tag | null
  isRaised: boolean
}

/** The text of one page, of the direction that most of it runs in, in the order it is drawn. */
export type PageText = {
  fragments: Fragment[]
  height: number
  /** Whether that direction is level, the page not turned. */
  isLevel: boolean
}

// Parts of the type size.
/** A glyph that stands further from the one before begins a fragment of its own. */
const touching = 0.06
/** So near to other text, something smaller or larger that is raised belongs to its line. */
const beside = 0.35

/** Collects the glyphs of a page. */
export class DrawnText {
  /** By the direction they run in, in degrees. */
  private readonly directions = new Map<number, { fragments: Fragment[]; glyphs: number }>()
  private hasSpace = false
  private lastAngle = 0

  add({ text, from, to, isBold, isVertical, isFaint, isArtifact = false, tag = null }: Glyph): void {
    const words = text.replace(unseen, '').replace(unknown, '\ufffd')
    if (words.trim() === '') {
      if (/\s/.test(text)) this.hasSpace = true
      return
    }
    const along = isVertical ? [to[0] - from[4], to[1] - from[5]] : [from[0], from[1]]
    const angle = Math.round((Math.atan2(along[1] ?? 0, along[0] ?? 0) * 180) / Math.PI / 3) * 3
    const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
    const turn = (x: number, y: number) => [x * cosine + y * sine, y * cosine - x * sine] as const
    const [start, y] = turn(from[4], from[5])
    const [end] = turn(...to)
    const size = Math.hypot(from[2], from[3])
    const isUnseenHyphen = words === '\u00ad' && Math.abs(end - start) < 0.1 * size
    if (isUnseenHyphen || !(size > 0.5) || !Number.isFinite(start + end + y)) return
    const direction = this.directions.get(angle) ?? { fragments: [], glyphs: 0 }
    this.directions.set(angle, direction)
    direction.glyphs += words.length
    const [x0, x1] = [Math.min(start, end), Math.max(start, end)]
    const drawn = { text: words, x0, x1, y, size, isBold, isFaint, isArtifact, tag }
    const last = angle === this.lastAngle ? direction.fragments.at(-1) : undefined
    // Chromium draws a soft hyphen within a line as a space, and the next letter over it.
    if (last && isContinuedBy(last, drawn)) this.hasSpace = false
    if (last && !this.hasSpace && isAccentOf(last, drawn)) {
      last.text = accented(last.text, words)
      last.x1 = Math.max(last.x1, x1)
    } else if (last && !this.hasSpace && isContinuedBy(last, drawn)) {
      last.text += words
      last.x1 = Math.max(last.x1, x1)
    } else {
      const fragment = { ...drawn, hasSpaceBefore: this.hasSpace, isRaised: false }
      if (last) setOnOneLine(last, fragment)
      direction.fragments.push(fragment)
    }
    this.hasSpace = false
    this.lastAngle = angle
  }

  /** What was drawn in the direction that most of the text runs in, as if the page were turned to make it level. */
  read(width: number, height: number): PageText {
    const [angle, { fragments }] = [...this.directions].reduce(
      (most, direction) => (direction[1].glyphs > most[1].glyphs ? direction : most),
      [0, { fragments: [] as Fragment[], glyphs: 0 }],
    )
    const isOnItsSide = Math.abs(angle) === 90
    const [across, down] = isOnItsSide ? [height, width] : [width, height]
    const right = angle === -90 || Math.abs(angle) === 180 ? across : 0
    const below = angle === 90 || Math.abs(angle) === 180 ? down : 0
    for (const fragment of fragments) {
      fragment.x0 += right
      fragment.x1 += right
      fragment.y += below
      fragment.text = lettersOf(fragment.text, fragment.isRaised)
    }
    return { fragments, height: down, isLevel: angle === 0 }
  }
}

type Placed = Pick<Fragment, 'x0' | 'x1' | 'y' | 'size' | 'isBold' | 'tag' | 'isFaint'>

function isContinuedBy(last: Fragment, next: Placed): boolean {
  const gap = next.x0 - last.x1
  return (
    Math.abs(next.y - last.y) < 0.05 * last.size &&
    Math.abs(next.size - last.size) < 0.03 * last.size &&
    gap < touching * last.size &&
    gap > -0.6 * last.size &&
    next.isBold === last.isBold &&
    next.tag === last.tag &&
    next.isFaint === last.isFaint &&
    !last.isRaised
  )
}

/** Accents that are drawn by themselves, and the marks that combine with letters. */
const accents = new Map(
  Object.entries({
    ...{ '`': '\u0300', '´': '\u0301', ˆ: '\u0302', '˜': '\u0303', '¯': '\u0304', '˘': '\u0306' },
    ...{ '˙': '\u0307', '¨': '\u0308', '˚': '\u030a', '˝': '\u030b', ˇ: '\u030c', '¸': '\u0327' },
  }),
)

/** Whether a letter is drawn under or over the accent before it, as TeX does. */
function isAccentOf(last: Fragment, next: Placed & { text: string }): boolean {
  return (
    accents.has(last.text.at(-1) ?? '') &&
    /^\p{L}/u.test(next.text) &&
    Math.abs(next.y - last.y) < 0.4 * last.size &&
    next.x0 < last.x1 - 0.1 * last.size &&
    next.x1 > last.x1 - 0.6 * last.size
  )
}

function accented(before: string, letters: string): string {
  const first = letters.charAt(0).replace('ı', 'i')
  return before.slice(0, -1) + (first + accents.get(before.at(-1) ?? '')).normalize('NFC') + letters.slice(1)
}

/** Gives two fragments that touch, one raised or lowered, the baseline of the larger. */
function setOnOneLine(last: Fragment, next: Fragment): void {
  const [small, large] = next.size < last.size ? [next, last] : [last, next]
  const [gap, shift] = [next.x0 - last.x1, small.y - large.y]
  if (small.size > 0.9 * large.size || Math.abs(shift) < 0.08 * large.size) return
  if (Math.abs(shift) > 0.75 * large.size || Math.abs(gap) > beside * large.size) return
  small.y = large.y
  small.isRaised = shift < 0
}

const unseen = /[\u200b\u2060\ufeff]/g
// The code of a glyph that nothing says the letter of.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unknown = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Ligatures as the letters they stand for. A font that draws U+02BC and the apostrophe alike lets a PDF say the first for
 * the second, and what it says beside that (ActualText) pdf.js does not tell.
 */
function lettersOf(text: string, isRaised: boolean): string {
  const letters = text
    .replace(/[\ufb00-\ufb06]/g, ligature => ligature.normalize('NFKC'))
    // Where the fonts of Monotype, and those made after them, have the same two letters too.
    .replaceAll('\uf001', 'fi')
    .replaceAll('\uf002', 'fl')
    .replaceAll('\u02bc', '\u2019')
  return isRaised ? raised(letters) : letters
}

/** Raised figures as such, so that 10⁶ or a note's number is not read into a number; other letters as they are. */
export function raised(text: string): string {
  return /^\d+$/.test(text) ? text.replace(/\d/g, digit => raisedDigits[Number(digit)] ?? digit) : text
}
