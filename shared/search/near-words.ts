// Words of a library that are like one that stands nowhere in it, as a typing error makes them.

/** The words of a library, and in how many records each of them stands. */
export class NearWords {
  readonly #words: string[] = []
  readonly #counts: number[] = []
  /** Which letters a word has, a bit each: most words are told apart by them alone. */
  readonly #letters: number[] = []
  readonly #places = new Map<string, number>()

  add(word: string, count: number): void {
    const place = this.#places.get(word)
    if (place !== undefined) {
      this.#counts[place] = (this.#counts[place] ?? 0) + count
      return
    }
    this.#places.set(word, this.#words.length)
    this.#words.push(word)
    this.#counts.push(count)
    this.#letters.push(lettersOf(word))
  }

  /** In how many records a word stands, as nearly as is known. */
  countOf(word: string): number {
    const place = this.#places.get(word)
    return place === undefined ? 0 : (this.#counts[place] ?? 0)
  }

  /**
   * The words that are one typing error away from a word, of eight letters and more two; those with fewer errors first,
   * then the more frequent. Where `goesOn`, words that begin like that too.
   */
  near(typed: string, goesOn: boolean, most = 8): string[] {
    const errors = typed.length < 3 ? 0 : typed.length < 8 ? 1 : 2
    if (errors === 0) return []
    const letters = lettersOf(typed)
    const found: { word: string; count: number; distance: number }[] = []
    for (const [index, word] of this.#words.entries()) {
      if (word.length < typed.length - errors || (!goesOn && word.length > typed.length + errors)) continue
      if (bitsOf(letters & ~(this.#letters[index] ?? 0)) > errors) continue
      const distance = typingErrors(typed, word, errors, goesOn)
      if (distance <= errors && word !== typed)
        found.push({ word, count: this.#counts[index] ?? 0, distance })
    }
    // Nobody misspells the first letter as often as the others.
    const rank = ({ word, distance }: { word: string; distance: number }) =>
      distance * 2 + (word[0] === typed[0] ? 0 : 1)
    return found
      .sort((one, other) => rank(one) - rank(other) || other.count - one.count)
      .slice(0, most)
      .map(({ word }) => word)
  }
}

/**
 * How many letters were left out, put in, mistaken or swapped with the next one between two words (optimal string
 * alignment); at least `most + 1` where there are more. Where `goesOn`, between the first and the best beginning of the second.
 */
export function typingErrors(typed: string, word: string, most: number, goesOn: boolean): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: word.length + 1 }, (_, at) => at)]
  for (let row = 1; row <= typed.length; row++) {
    const now = [row]
    let least = row
    for (let column = 1; column <= word.length; column++) {
      const isSame = typed[row - 1] === word[column - 1]
      const isSwapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
      const errors = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
      now.push(errors)
      least = Math.min(least, errors)
    }
    if (least > most) return most + 1
    ;[before, last] = [last, now]
  }
  return goesOn ? Math.min(...last) : (last[word.length] ?? most + 1)
}

function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

function bitsOf(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}
