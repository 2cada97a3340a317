// Where found words stand in a text now. Pure.
import type { FoundPlace } from '../../shared/search/search-answers.ts'

/**
 * The place of words in a text that may have changed since they were found in it: the same one, else the nearest at which
 * they stand, else the old one within the text. `words` is null where only their place is known.
 */
export function placeOfWords(text: string, place: FoundPlace, words: string | null): FoundPlace {
  const start = Math.min(place.start, text.length)
  const there = { start, end: Math.max(start, Math.min(place.end, text.length)) }
  if (words === null || words === '' || text.slice(there.start, there.end) === words) return there
  const after = text.indexOf(words, start)
  const before = text.lastIndexOf(words, start)
  const found = [after, before]
    .filter(at => at !== -1)
    .sort((one, other) => Math.abs(one - start) - Math.abs(other - start))[0]
  return found === undefined ? there : { start: found, end: found + words.length }
}
