// Find-as-you-type over short texts.

/** A text made ready to be searched, which takes far longer than searching it. */
export type Folded = { folded: string; words: readonly string[] }

export function foldText(text: string): Folded {
  const folded = fold(text)
  return { folded, words: folded.split(/[^\p{L}\p{N}$€£¥%]+/u).filter(Boolean) }
}

/**
 * How well a query fits a text: null where it does not, else higher is better. Every word of the query must be found:
 * best at the start of a word, then inside one, then as letters in order within one word. Case and accents do not count.
 */
export function fuzzyScore(query: string, text: string): number | null {
  return scoreFolded(soughtWords(query), foldText(text))
}

export function soughtWords(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean)
}

/** The same of a query and a text that are ready. */
export function scoreFolded(sought: readonly string[], { folded, words }: Folded): number | null {
  let score = 0
  for (const part of sought) {
    const best = scoreOf(part, folded, words)
    if (best === null) return null
    score += best
  }
  return score
}

/** The items that fit the query, the best first; items that fit equally well keep their order. */
export function fuzzyFilter<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  const sought = soughtWords(query)
  return items
    .map((item, index) => ({ item, index, score: scoreFolded(sought, foldText(textOf(item))) }))
    .filter(found => found.score !== null)
    .sort((one, other) => (other.score ?? 0) - (one.score ?? 0) || one.index - other.index)
    .map(({ item }) => item)
}

function scoreOf(part: string, text: string, words: readonly string[]): number | null {
  const first = words.findIndex(word => word.startsWith(part))
  if (first !== -1) return 30 - Math.min(first, 10) + (words[first] === part ? 5 : 0)
  if (text.includes(part)) return 10
  return part.length > 2 && words.some(word => hasInOrder(part, word)) ? 3 : null
}

function hasInOrder(part: string, word: string): boolean {
  if (part[0] !== word[0]) return false
  let at = 0
  for (const letter of part) {
    at = word.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** A text without case and accents. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
}
