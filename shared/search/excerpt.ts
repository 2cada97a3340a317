// The words around what was found, for a list.
import type { ExcerptPiece, FoundPlace } from './search-answers.ts'
import { foldInPlace, isPlain, isUnspaced } from './search-text.ts'

/** Words to mark; the last of them may go on where `isPrefix`. */
export type SoughtWords = { words: string; isPrefix: boolean }

/** UTF-16 code units of an excerpt, and how many of them stand before what was found. */
const [length, lead] = [220, 60]
/** How many places are looked at: a common word stands a thousand times in a long text. */
const mostPlaces = 400
/** So much of a text is looked through at once, and so much of it at all: in UTF-16 code units. */
const [longest, furthest] = [100_000, 500_000]
/** A place that no text has. */
const left = '\0'

/**
 * The stretch of a Markdown text in which most of the words stand, as it is read, and where the first of them is.
 * Without any, the text's beginning, and null for the place.
 */
export function excerptOf(text: string, sought: readonly SoughtWords[]): Excerpt {
  let first: Excerpt | null = null
  for (let from = 0; from < Math.min(text.length, furthest); from += longest) {
    const part = excerptIn(text.slice(from, from + longest), sought)
    if (part.place) return { ...part, place: { start: from + part.place.start, end: from + part.place.end } }
    first ??= part
  }
  return first ?? { pieces: [], place: null }
}

type Excerpt = { pieces: ExcerptPiece[]; place: FoundPlace | null }

function excerptIn(text: string, sought: readonly SoughtWords[]): Excerpt {
  const read = withoutMarks(text)
  const places = placesOf(read, sought)
  const first = bestOf(places)
  const start = first ? excerptStart(read, first.start) : 0
  const end = wordEnd(read, Math.max(away(read, start, length, 1), first?.end ?? 0))
  const pieces: ExcerptPiece[] = []
  const add = (from: number, to: number, isFound: boolean) => {
    const words = read.slice(from, to).replaceAll(left, '').replace(/\s+/g, ' ')
    if (words !== '') pieces.push({ text: words, isFound })
  }
  let at = start
  for (const place of places) {
    if (place.start < at || place.end > end) continue
    add(at, place.start, false)
    add(place.start, place.end, true)
    at = place.end
  }
  add(at, end, false)
  if (hasWords(read.slice(0, start))) pieces.unshift({ text: '… ', isFound: false })
  if (hasWords(read.slice(end))) pieces.push({ text: ' …', isFound: false })
  return { pieces, place: first && { start: first.start, end: first.end } }
}

type Place = FoundPlace & { word: number }

/** What makes words in a text: classes of signs, and what may stand after each letter. */
type Signs = { word: string; goesOn: string; marks: string }

/**
 * A class of all letters takes longer to be made ready than many texts to be gone through, and one after every letter of what is
 * looked for much longer: most texts have no use for them.
 */
function signsOf(folded: string): Signs {
  if (isPlain(folded)) return { word: 'a-z0-9', goesOn: 'a-z0-9', marks: '' }
  const marks = /\p{Mn}/u.test(folded) ? String.raw`\p{Mn}*` : ''
  return { word: String.raw`\p{L}\p{N}`, goesOn: String.raw`\p{L}\p{N}\p{M}`, marks }
}

/** Where words stand in a text, in its order. */
function placesOf(text: string, sought: readonly SoughtWords[]): Place[] {
  const folded = foldInPlace(text)
  const signs = signsOf(folded)
  const patterns = sought.map(each => patternOf(each, signs)).filter(Boolean)
  if (patterns.length === 0) return []
  const any = new RegExp(patterns.map(pattern => `(${pattern})`).join('|'), 'gu')
  const places: Place[] = []
  for (const match of folded.matchAll(any)) {
    const word = match.slice(1).findIndex(group => group !== undefined)
    places.push({ start: match.index, end: match.index + match[0].length, word })
    if (places.length === mostPlaces) break
  }
  return places
}

function patternOf({ words, isPrefix }: SoughtWords, { word, goesOn, marks }: Signs): string {
  const parts = foldInPlace(words.normalize('NFC')).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (parts.length === 0) return ''
  const letters = parts.map(part => [...part].join(marks))
  if (isUnspaced(words)) return letters.join(`[^${word}]+`)
  return `(?<![${word}])${letters.join(`[^${word}]+`)}${isPrefix ? `[${goesOn}]*` : `(?![${word}])`}`
}

/** The place from which on most different words stand in one excerpt; of equals the first. */
function bestOf(places: readonly Place[]): Place | null {
  let best: { place: Place; count: number } | null = null
  for (const [index, place] of places.entries()) {
    const seen = new Set<number>()
    for (let next = index; next < places.length; next++) {
      const other = places[next]
      if (!other || other.end > place.start + length - lead) break
      seen.add(other.word)
    }
    if (!best || seen.size > best.count) best = { place, count: seen.size }
  }
  return best?.place ?? null
}

/** A line's end and the marks that the next begins with. Apart from all others, and without `^`, they are found three times as fast. */
const lineMarks = /\n(?:[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+|\[\^[^\]]{1,100}\]:)/g
/** Markdown's other marks, the targets of links and what directives say of themselves, which nobody reads; each of a length, and over at the next that begins, or one without an end would be looked for in all the rest. */
const marks =
  /\]\((?:[^()\n]|\([^()\n]{0,100}\)){0,300}\)|\]?\{[^{}\n]{0,200}\}|:{1,3}\p{Ll}[\p{Ll}-]*(?=[[{])|!?\[(?:\^[^\]]{0,100})?|\]|[*_`]+|[|]|<!--(?:[^<]|<(?!!--)){0,300}?-->/gu

/** A text of the same length in which they stand no more. */
function withoutMarks(text: string): string {
  return `\n${text}`
    .replace(lineMarks, mark => `\n${left.repeat(mark.length - 1)}`)
    .slice(1)
    .replace(marks, mark => left.repeat(mark.length))
}

/** Some words before a place, in its own paragraph. */
function excerptStart(text: string, place: number): number {
  const blank = text.lastIndexOf('\n\n', place)
  return Math.max(blank === -1 ? 0 : blank + 2, wordStart(text, away(text, place, lead, -1)))
}

/** The place so many characters that are read away from another. */
function away(text: string, from: number, count: number, step: 1 | -1): number {
  let at = from
  for (let seen = 0; seen < count && at + step >= 0 && at + step <= text.length; at += step)
    if (text[step === 1 ? at : at - 1] !== left) seen += 1
  return at
}

function hasWords(text: string): boolean {
  return /[^\s\0]/.test(text)
}

/** Back to the beginning of a word, a little. */
function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const start = Math.max(0, at - 25)
  const space = text.slice(start, at).search(/\s\S*$/)
  return space === -1 ? at : start + space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at, at + 24).search(/\s/)
  return space === -1 ? at : at + space
}
