// The places of a text that are most like the words of an anchor which no longer stand at its own.
import search from 'approx-string-match'
import { occurrencesOf } from './anchor.ts'
import type { Anchor } from './records.ts'

/** A range of UTF-16 code units of a source's text, end exclusive. */
export type NearPlace = { start: number; end: number }

const mostPlaces = 3
/** Characters on both sides of the old place that are searched first. */
const near = 4000
/** Longer texts are searched around the old place alone. */
const longestText = 500_000
/** Of longer words the beginning and the end are looked for. */
const longestPattern = 300
/** The share of characters that may differ. */
const tolerance = 0.4

/** Up to three places whose words are most like the anchor's, the nearest in wording first and then in distance. */
export function nearestPlaces({ quote: { exact }, position }: Anchor, text: string): NearPlace[] {
  const distance = (start: number) => Math.abs(start - position.start)
  const found: (NearPlace & { errors: number })[] = occurrencesOf(exact, text)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, mostPlaces)
    .map(start => ({ start, end: start + exact.length, errors: 0 }))
  if (found.length < mostPlaces) {
    const from = Math.max(0, position.start - near)
    const to = Math.min(text.length, position.start + exact.length + near)
    const around = alike(exact, text, from, to)
    const isWhole = from === 0 && to === text.length
    const everywhere = isWhole || text.length > longestText ? [] : alike(exact, text, 0, text.length)
    found.push(...around, ...everywhere)
  }
  found.sort((one, other) => one.errors - other.errors || distance(one.start) - distance(other.start))
  const places: NearPlace[] = []
  for (const { start, end } of found) {
    if (places.length === mostPlaces) break
    if (!places.some(place => place.start < end && start < place.end)) places.push({ start, end })
  }
  return places
}

/** The ranges between two offsets that are like the words, each with how many characters differ. */
function alike(words: string, text: string, from: number, to: number): (NearPlace & { errors: number })[] {
  const part = text.slice(from, to)
  const found =
    words.length <= longestPattern
      ? search(part, words, Math.floor(words.length * tolerance))
      : alikeAtBothEnds(words, part)
  return found.map(({ start, end, errors }) => ({
    ...wholeWords(text, start + from, end + from),
    errors,
  }))
}

function alikeAtBothEnds(words: string, text: string): { start: number; end: number; errors: number }[] {
  const most = Math.floor(longestPattern * tolerance)
  const ends = search(text, words.slice(-longestPattern), most)
  return search(text, words.slice(0, longestPattern), most).flatMap(({ start, errors }) => {
    const last = ends.find(({ end }) => end > start + words.length / 2 && end < start + words.length * 2)
    return last ? [{ start, end: last.end, errors: errors + last.errors }] : []
  })
}

const letter = /[\p{L}\p{M}\p{N}]/u
const longestWord = 30

/** A range that cuts no word: half of one at its edge is taken in, and white space left out. */
function wholeWords(text: string, start: number, end: number): NearPlace {
  const isLetter = (at: number) => letter.test(text[at] ?? '')
  let [first, last] = [start, end]
  while (first < last && /\s/.test(text[first] ?? '')) first++
  while (last > first && /\s/.test(text[last - 1] ?? '')) last--
  while (first > 0 && start - first < longestWord && isLetter(first) && isLetter(first - 1)) first--
  while (last < text.length && last - end < longestWord && isLetter(last - 1) && isLetter(last)) last++
  return first < last ? { start: first, end: last } : { start, end }
}
