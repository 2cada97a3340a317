// The words of one language, from a trie of cspell, which knows how words are compounded. Runs in the worker.
import { decodeTrie } from 'cspell-trie-lib'
import type { SpellingLanguage } from '../../shared/spelling-languages.ts'

export type Dictionary = {
  has(word: string): boolean
  /** The words that may have been meant, the likeliest first; at most five. */
  suggest(word: string): string[]
}

const mostSuggestions = 5
/** Milliseconds. */
const patience = 500

/** Opens a dictionary that is packed with gzip. Rejects where the bytes are none. */
export async function openDictionary(packed: Uint8Array, language: SpellingLanguage): Promise<Dictionary> {
  const unpacked = new Blob([new Uint8Array(packed)]).stream().pipeThrough(new DecompressionStream('gzip'))
  const trie = decodeTrie(new Uint8Array(await new Response(unpacked).arrayBuffer()))
  const isWord = (word: string) => trie.hasWord(word, true)
  return {
    has: word => formsOf(word, language).some(isWord),
    suggest(word) {
      const isCapital = startsWithCapital(word)
      const given = isCapital && language !== 'de' ? lowerFirst(word) : word
      const options = { numSuggestions: 4 * mostSuggestions, includeTies: false, timeout: patience }
      const found = trie
        .suggest(plainApostrophes(given), { ...options, ignoreCase: false })
        .filter(each => isWord(each) && !/\p{Ll}\p{Lu}/u.test(each))
        .map(each => (isCapital ? upperFirst(each) : each))
      const different = new Map(found.toReversed().map(each => [each.toLowerCase(), each]))
      return [...different.values()].toReversed().slice(0, mostSuggestions)
    },
  }
}

/** The ways in which a word may stand in a dictionary. */
function formsOf(word: string, language: SpellingLanguage): string[] {
  const stems = [word]
  if (language.startsWith('en')) stems.push(word.replace(/['’]s$/i, ''))
  if (language === 'fr') stems.push(word.replace(/^(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)['’]/i, ''))
  const cases = stems.flatMap(stem => (startsWithCapital(stem) ? [stem, lowerFirst(stem)] : [stem]))
  return cases.flatMap(each =>
    /['’]/.test(each) ? [plainApostrophes(each), each.replaceAll("'", '’')] : [each],
  )
}

function plainApostrophes(word: string): string {
  return word.replaceAll('’', "'")
}

function startsWithCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function lowerFirst(word: string): string {
  return word.replace(/^./u, first => first.toLowerCase())
}

function upperFirst(word: string): string {
  return word.replace(/^./u, first => first.toUpperCase())
}
