// Whether one text was written from another: near-duplicates, found by shingling (Broder, On the resemblance and containment
// of documents, 1997).

type Text = { text?: string | undefined }

/** Words of a shingle. */
const shingleWords = 5
/** The share of the shorter text's shingles that the longer one has where one was written from the other. */
const leastContained = 0.5
/** Texts with fewer shingles are too short to tell. */
const leastShingles = 15

/** Whether two texts share most of the shorter one's wording. Of very short texts, whether they are the same. */
export function areNearDuplicates(one: Text, other: Text): boolean {
  const [a, b] = [shinglesOf(one), shinglesOf(other)]
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  if (few.size < leastShingles)
    return few.size > 0 && wordsOf(one.text ?? '').join(' ') === wordsOf(other.text ?? '').join(' ')
  let shared = 0
  for (const shingle of few) if (many.has(shingle)) shared++
  return shared / few.size >= leastContained
}

/** Texts are compared with one another again and again, and do not change. */
const known = new WeakMap<Text, Set<number>>()

function shinglesOf(text: Text): Set<number> {
  const shingles = known.get(text) ?? read(text.text ?? '')
  known.set(text, shingles)
  return shingles
}

function read(text: string): Set<number> {
  const words = wordsOf(text).map(hash)
  const shingles = new Set<number>()
  for (let at = 0; at + shingleWords <= words.length; at++) {
    let sum = 0
    for (let next = at; next < at + shingleWords; next++) sum = (Math.imul(sum, 31) + (words[next] ?? 0)) | 0
    shingles.add(sum)
  }
  return shingles
}

/** Lower-case words; each character of a script that parts no words is one. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(
        /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]|[[\p{L}\p{N}]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]]+/gv,
      ) ?? []
  )
}

/** FNV-1a. */
function hash(word: string): number {
  let sum = 0x811c9dc5
  for (let at = 0; at < word.length; at++) sum = Math.imul(sum ^ word.charCodeAt(at), 0x01000193)
  return sum
}
