/** The one range in which two texts differ, in each: UTF-16 code units, end exclusive. What is before and after it is the same. */
export type ChangedRange = { start: number; end: number; endAfter: number }

export function changedRange(before: string, after: string): ChangedRange {
  // Whoever reads a text that is being typed asks for the same: references, blocks, outline.
  if (last?.before !== before || last.after !== after) last = { before, after, range: rangeOf(before, after) }
  return last.range
}

let last: { before: string; after: string; range: ChangedRange } | null = null

function rangeOf(before: string, after: string): ChangedRange {
  const shorter = Math.min(before.length, after.length)
  const same = (ours: number, theirs: number, length: number) =>
    before.slice(ours, ours + length) === after.slice(theirs, theirs + length)
  const start = lengthWhile(shorter, (at, length) => same(at, at, length))
  const kept = lengthWhile(shorter - start, (at, length) =>
    same(before.length - at - length, after.length - at - length, length),
  )
  return { start, end: before.length - kept, endAfter: after.length - kept }
}

/** How far two texts are the same. A slice is compared at once, where a key would wait for each of its characters. */
function lengthWhile(most: number, isSame: (at: number, length: number) => boolean): number {
  let at = 0
  for (let length = 16_384; length >= 1; length /= 4) {
    while (at + length <= most && isSame(at, length)) at += length
  }
  return at
}
