// A text in a few numbers, by which those that may be like it are found among ten thousand without reading them: the least of
// its sentences' hashes (Broder's bottom-k sketch).

/** Sentences in a sketch, at most. */
const most = 64
/** Sentences with fewer characters stand in too many texts. In UTF-16 code units. */
const leastLength = 20

/** The sketch of a text: distinct hashes of its sentences, the least ones, rising. Of a text of short lines, of all of it. */
export function sketchOf(text: string): Uint32Array {
  const hashes = new Set<number>()
  let hash = offsetBasis
  let length = 0
  let whole = offsetBasis
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : lineEnd
    if (isSentenceEnd(code)) {
      if (length >= leastLength) hashes.add(hash >>> 0)
      hash = offsetBasis
      length = 0
    } else if (isSaid(code)) {
      // White space, capitals, and how quotation marks and dashes are set say nothing.
      const lower = code >= 65 && code <= 90 ? code + 32 : code
      hash = Math.imul(hash ^ lower, prime)
      whole = Math.imul(whole ^ lower, prime)
      length++
    }
  }
  if (hashes.size === 0) hashes.add(whole >>> 0)
  return Uint32Array.from(hashes).sort().slice(0, most)
}

/** How many sentences two sketches share: none, and neither text was written from the other. */
export function sharedOf(one: Uint32Array, other: Uint32Array): number {
  let shared = 0
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0)
    if (difference === 0) shared++
    if (difference <= 0) a++
    if (difference >= 0) b++
  }
  return shared
}

/** FNV-1a. */
const offsetBasis = 0x811c9dc5
const prime = 0x01000193

const lineEnd = 10

/** . ! ? 。 ！ ？ and the end of a line. */
function isSentenceEnd(code: number): boolean {
  return (
    code === 46 ||
    code === 33 ||
    code === 63 ||
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === lineEnd
  )
}

/** Letters and digits of any script, as near as one comparison tells. */
function isSaid(code: number): boolean {
  if (code < 128)
    return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return code > 191 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f)
}
