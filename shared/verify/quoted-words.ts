// Whether words that are given as somebody's own are: word by word, whatever the punctuation and the marks of emphasis.

/**
 * How words stand to those they were taken from: `exact` is a run of them, `marked` has what was left out or put in
 * marked by an ellipsis or square brackets, `unmarked` leaves out words without a mark, `altered` has other words, and
 * `foreign` has hardly a word of them. `passage` is the run of the original that was meant, in its own spelling.
 */
export type Wording = {
  is: 'exact' | 'marked' | 'unmarked' | 'altered' | 'foreign'
  passage: string
}

/** Words with less of the original in them than this were never in it. */
const leastShared = 0.5

type Token = { word: string; start: number; end: number }

// Scripts that write without spaces are compared sign by sign.
const sign =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Khmer}\\p{Script=Lao}]'
const wordExpression = new RegExp(
  `${sign}|(?:(?<![\\p{L}\\p{N}])[+−-])?\\p{Sc}?(?:(?!${sign})[\\p{L}\\p{M}\\p{N}])+(?:[.,’'‑-](?:(?!${sign})[\\p{L}\\p{M}\\p{N}])+)*%?`,
  'gu',
)

function tokensOf(text: string): Token[] {
  return [...text.matchAll(wordExpression)].map(match => ({
    word: match[0].normalize('NFC').replace(/’/g, "'").replace(/[−‑]/g, '-'),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Compares words given as a quotation with the words they are to be taken from. */
export function compareWording(given: string, original: string): Wording {
  const from = tokensOf(original)
  const whole = tokensOf(given)
  if (whole.length === 0) return { is: 'foreign', passage: original }
  const run = placeOf(whole, from, 0)
  if (run !== -1) return { is: 'exact', passage: passageOf(original, from, run, run + whole.length) }
  const parts = unbracketed(given)
  if (parts.length > 1 && inOrder(parts.map(tokensOf), from)) return { is: 'marked', passage: original }

  const aligned = align(whole, from)
  const passage = withEnd(alignedPassage(original, whole, from, aligned), given, original)
  if (aligned.length < whole.length * leastShared) return { is: 'foreign', passage }
  return { is: aligned.length === whole.length ? 'unmarked' : 'altered', passage }
}

/** The pieces of a quotation between ellipses and square brackets, which its writer answers for. */
function unbracketed(given: string): string[] {
  // "[I]t" is a word with another capital: the letter is the original's, in either case.
  const plain = given.replace(/\[(\p{L})\](?=\p{L})/gu, '$1')
  const parts = plain.split(/\[[^\]]*\]|…|(?<!\.)\.\.\.(?!\.)|\. \. \./u)
  return plain === given && parts.length < 2 ? parts : [...parts, '']
}

/** Whether each run stands in the original after the one before it. */
function inOrder(runs: readonly Token[][], original: readonly Token[]): boolean {
  let at = 0
  for (const run of runs) {
    if (run.length === 0) continue
    const place = placeOf(run, original, at)
    if (place === -1) return false
    at = place + run.length
  }
  return at > 0
}

/** Where a run stands in the original, from an index on; -1 where it does not. Its first letter may change its case. */
function placeOf(run: readonly Token[], original: readonly Token[], from: number): number {
  for (let at = from; at + run.length <= original.length; at++) {
    if (run.every((token, index) => isSame(token, original[at + index], index === 0))) return at
  }
  return -1
}

function isSame({ word }: Token, other: Token | undefined, isFirst: boolean): boolean {
  if (other === undefined) return false
  return word === other.word || (isFirst && withSmallStart(word) === withSmallStart(other.word))
}

function withSmallStart(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1)
}

/** Pairs of indexes of the longest common subsequence. */
function align(given: readonly Token[], original: readonly Token[]): [number, number][] {
  const longest = 1_500
  const [a, b] = [given.slice(0, longest), original.slice(0, longest)]
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i]
    for (let j = b.length - 1; j >= 0 && row; j--) {
      const token = a[i]
      row[j] =
        token && isSame(token, b[j], i === 0) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const token = a[i]
    if (token && isSame(token, b[j], i === 0) && at(i, j) === at(i + 1, j + 1) + 1) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** The run of the original from what stands for the first given word to what stands for the last. */
function alignedPassage(
  original: string,
  given: readonly Token[],
  from: readonly Token[],
  pairs: readonly [number, number][],
): string {
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (!first || !last) return original
  return passageOf(original, from, first[1] - first[0], last[1] + given.length - last[0])
}

/** The original's own text from one word to another (exclusive). */
function passageOf(original: string, tokens: readonly Token[], from: number, to: number): string {
  const first = tokens[Math.max(0, from)]
  const last = tokens[Math.min(tokens.length, to) - 1]
  return first && last ? original.slice(first.start, last.end) : original.trim()
}

/** A passage with the mark that ends it in the original, where what was given ends with one. */
function withEnd(passage: string, given: string, original: string): string {
  if (!/\p{P}$/u.test(given.trim())) return passage
  const at = original.indexOf(passage) + passage.length
  return passage + (/^[.!?…,;:)]*/.exec(original.slice(at))?.[0] ?? '')
}
