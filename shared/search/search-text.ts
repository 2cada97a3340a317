// Text as the index takes it: words are what stands between spaces and marks, but of Japanese and Chinese every two characters.

/** Scripts that write words without spaces. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヵヶ`
const unspacedRun = new RegExp(`[${unspaced}]+`, 'gu')
/** Where there may be something to do: from the CJK radicals on, and whatever needs two code units. */
const mayBeUnspaced = /[⺀-鿿豈-﫿＀-￯\ud800-\udbff]/

/**
 * A text for the index: runs of Japanese and Chinese become every two neighbours and the last one alone, so that each
 * character begins a word (`東京都` → ` 東京 京都 都 `); full-width letters become plain ones.
 */
export function indexedText(text: string): string {
  if (!mayBeUnspaced.test(text)) return text
  return text.normalize('NFKC').replace(unspacedRun, run => ` ${pairs(run).join(' ')} `)
}

/**
 * Words as they are asked for, as they are in the index; only at the end, where more may follow in the text, without the last
 * character alone, or with it alone as one that may go on.
 */
export function askedText(words: string): { text: string; goesOn: boolean } {
  if (!mayBeUnspaced.test(words)) return { text: words, goesOn: false }
  const plain = words.normalize('NFKC')
  const trimmed = plain.trimEnd()
  const text = trimmed.replace(unspacedRun, (run, at: number) => {
    const all = pairs(run)
    const isLast = at + run.length === trimmed.length
    return ` ${(isLast && all.length > 1 ? all.slice(0, -1) : all).join(' ')} `
  })
  return { text, goesOn: new RegExp(`(?:^|[^${unspaced}])[${unspaced}]$`, 'u').test(trimmed) }
}

export function isUnspaced(text: string): boolean {
  return new RegExp(`[${unspaced}]`, 'u').test(text)
}

function pairs(run: string): string[] {
  const characters = [...run]
  return characters.map((character, index) => character + (characters[index + 1] ?? ''))
}

const word = /[\p{L}\p{N}\p{M}]+/gu

/** The words of a text, without case and accents, as the index has them. */
export function foldedWords(text: string): string[] {
  return foldCase(indexedText(text)).match(word) ?? []
}

/** Without case and accents; may be of another length. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase()
  return isPlain(lower) ? lower : lower.normalize('NFD').replace(/\p{Mn}/gu, '')
}

/** The same where every place of the text is to stay where it is. Accents that are characters of their own stay too. */
export function foldInPlace(text: string): string {
  if (isPlain(text)) return text.toLowerCase()
  return text.replace(/[^\0-\x7f]|[A-Z]+/gu, character => {
    const folded = foldCase(character.normalize('NFKC'))
    return folded.length === character.length ? folded : character
  })
}

/** Whether all of a text is ASCII. */
export function isPlain(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}
