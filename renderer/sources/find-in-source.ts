// Finding words in a text as it is read. Pure.

/** Words on screen; `start` is their offset in the source's text (UTF-16 code units), `block` tells paragraphs apart. */
export type ReadPiece = { start: number; text: string; block: unknown }

/** A range of the source's text, end exclusive. */
export type Found = { start: number; end: number }

/** Signs that are typed in one way and stand in a text in several. */
const alike: Record<string, string> = {
  "'": "['’‘ʼ]",
  '’': "['’‘ʼ]",
  '"': '["“”„«»]',
  '“': '["“”„«»]',
  '”': '["“”„«»]',
  '-': '[-‐‑–—]',
  '–': '[-‐‑–—]',
}

/**
 * Every place where some words stand, in order: whatever their case, their quotation marks, dashes and white space, over
 * marks of emphasis and never from one paragraph into the next.
 */
export function findInSource(pieces: readonly ReadPiece[], query: string): Found[] {
  return findPattern(pieces, patternOf(query))
}

/** The same for any of some words, each where a word begins: what a search of the library was asked for. */
export function findWordsInSource(pieces: readonly ReadPiece[], words: readonly string[]): Found[] {
  // The longest first, so that a phrase is not cut short by its first word.
  const sources = words
    .toSorted((one, other) => other.length - one.length)
    .flatMap(each => patternOf(each)?.source ?? [])
    .map(source => `${isInLetters.test(source) ? String.raw`(?<![\p{L}\p{N}])` : ''}${source}`)
  return findPattern(pieces, sources.length === 0 ? null : new RegExp(sources.join('|'), 'giu'))
}

/** Of scripts that part their words by spaces. */
const isInLetters = /^[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]*$/u

function findPattern(pieces: readonly ReadPiece[], pattern: RegExp | null): Found[] {
  if (!pattern) return []
  let text = ''
  const starts: number[] = []
  pieces.forEach((piece, index) => {
    // Within a paragraph a line's end is white space; between two, nothing that is typed stands there.
    if (index > 0 && piece.block !== pieces[index - 1]?.block) text += '\0'
    starts.push(text.length)
    text += piece.text
  })
  const offsetOf = (at: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return (pieces[low]?.start ?? 0) + at - (starts[low] ?? 0)
  }
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
    start: offsetOf(index),
    end: offsetOf(index + words.length - 1) + 1,
  }))
}

function patternOf(query: string): RegExp | null {
  const words = query.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return null
  const signs = (word: string) =>
    [...word].map(sign => alike[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'))
  return new RegExp(words.map(word => signs(word).join('')).join('\\s+'), 'giu')
}
