// What is asked of a search: words as texts have them, phrases from their places, beginnings, and words with a typing error.
import { generatedVocabulary } from '../generated-library.ts'
import { zipf } from '../generated-words.ts'
import { randomFrom } from '../random.ts'
import type { PlainText } from './searched-library.ts'

/** Drawn otherwise than the texts are, which begin with the same seed. */
const apart = 1_000_003

/** Words as often as texts have them. */
export function drawnWords(seed: number): () => string {
  return zipf(randomFrom(seed + apart), generatedVocabulary(seed))
}

/** Two to four words that stand next to each other in one of some texts. */
export function drawnPhrases(seed: number, texts: readonly PlainText[]): () => string {
  const random = randomFrom(seed + apart)
  return () => {
    for (;;) {
      const { text } = texts[Math.floor(random() * texts.length)] ?? { text: '' }
      const sentences = text.match(/[\p{L} ]+/gu) ?? []
      const words = sentences[Math.floor(random() * sentences.length)]?.trim().split(/ +/) ?? []
      const length = 2 + Math.floor(random() * 3)
      const start = Math.floor(random() * Math.max(1, words.length - length))
      if (words.length >= length) return words.slice(start, start + length).join(' ')
    }
  }
}

/** What stands in a search field from the second letter of a word to its fifth, key by key. */
export function drawnKeys(seed: number): () => string {
  const word = drawnWords(seed)
  let keys: string[] = []
  return () => {
    while (keys.length === 0) {
      const drawn = word()
      keys = [2, 3, 4, 5].filter(length => length <= drawn.length).map(length => drawn.slice(0, length))
    }
    return keys.shift() ?? ''
  }
}

/** A word with one typing error, and where in some texts the right word stands. */
export type Mistyped = { typed: string; place: number }

/** The most texts that a word may stand in to be known by it. */
const mostTexts = 3

/** So many different words that stand in few texts, with one error each. */
export function mistypedWords(seed: number, texts: readonly PlainText[], count: number): Mistyped[] {
  const random = randomFrom(seed + apart)
  const common = new Set(generatedVocabulary(seed))
  const rare = new Map<string, number[]>()
  for (const [place, { text }] of texts.entries())
    for (const word of new Set(text.toLowerCase().match(/\p{L}{5,}/gu)))
      if (!common.has(word)) rare.set(word, [...(rare.get(word) ?? []), place])
  const known = [...rare].filter(([, places]) => places.length <= mostTexts)
  return Array.from({ length: Math.min(count, known.length) }, () => {
    const [[word, places] = ['', []]] = known.splice(Math.floor(random() * known.length), 1)
    return { typed: mistype(word, random), place: places[0] ?? 0 }
  })
}

/** A letter left out, put in, mistaken for another, or swapped with the next. */
export function mistype(word: string, random: () => number): string {
  for (;;) {
    const at = Math.floor(random() * word.length)
    const letter = String.fromCharCode(97 + Math.floor(random() * 26))
    const [before, own, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
    const made = [
      before + after,
      before + letter + own + after,
      before + letter + after,
      before + after.charAt(0) + own + after.slice(1),
    ][Math.floor(random() * 4)]
    if (made !== undefined && made !== word) return made
  }
}
