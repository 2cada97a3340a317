// Which sources tell one story: texts that are near-duplicates, found by shingling (Broder, On the resemblance and
// containment of documents, 1997). Ten copies of one wire story count once.

type Text = { id: string; text?: string | undefined }

/** Words of a shingle. */
const shingleWords = 5
/** The share of the shorter text's shingles that the longer one has where one was written from the other. */
const leastContained = 0.5
/** Texts with fewer shingles are too short to tell. */
const leastShingles = 15

/** Groups sources by story, in their order; a source without its text is a story of its own. */
export function storiesOf<T extends Text>(sources: readonly T[]): T[][] {
  const stories: T[][] = []
  for (const source of sources) {
    const same = stories.filter(story => story.some(other => isSameStory(source, other)))
    const joined = [...same.flat(), source]
    const first = same[0]
    if (first) stories.splice(stories.indexOf(first), 1, joined)
    else stories.push(joined)
    for (const story of same.slice(1)) stories.splice(stories.indexOf(story), 1)
  }
  return stories
}

/** Sources are compared again at every key, and their texts do not change. */
const compared = new WeakMap<Text, WeakMap<Text, boolean>>()

function isSameStory(one: Text, other: Text): boolean {
  const known = compared.get(one) ?? new WeakMap<Text, boolean>()
  compared.set(one, known)
  const isSame = known.get(other) ?? areNearDuplicates(one, other)
  known.set(other, isSame)
  return isSame
}

function areNearDuplicates(one: Text, other: Text): boolean {
  const [a, b] = [shinglesOf(one), shinglesOf(other)]
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  if (few.size < leastShingles) return few.size > 0 && one.text?.trim() === other.text?.trim()
  let shared = 0
  for (const shingle of few) if (many.has(shingle)) shared++
  return shared / few.size >= leastContained
}

const known = new WeakMap<Text, Set<number>>()

function shinglesOf(source: Text): Set<number> {
  const shingles = known.get(source) ?? read(source.text ?? '')
  known.set(source, shingles)
  return shingles
}

function read(text: string): Set<number> {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hash)
  const shingles = new Set<number>()
  for (let at = 0; at + shingleWords <= words.length; at++) {
    let sum = 0
    for (const word of words.slice(at, at + shingleWords)) sum = (Math.imul(sum, 31) + word) | 0
    shingles.add(sum)
  }
  return shingles
}

/** FNV-1a. */
function hash(word: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < word.length; at++) sum = Math.imul(sum ^ word.charCodeAt(at), 0x01000193)
  return sum
}
