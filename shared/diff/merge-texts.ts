// Two changes of one text brought together, line by line.
import { diff3Merge } from 'node-diff3'

/**
 * Merges what two sides made of a text. Where both changed the same lines in different ways, ours stay and
 * `isConflict` is true: theirs are then nowhere in the text.
 */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
): { text: string; isConflict: boolean } {
  if (ours === base || ours === theirs) return { text: theirs, isConflict: false }
  if (theirs === base) return { text: ours, isConflict: false }
  let isConflict = false
  const regions = diff3Merge(ours.split('\n'), base.split('\n'), theirs.split('\n'), {
    excludeFalseConflicts: true,
  })
  const lines = regions.flatMap(region => {
    if (region.ok) return region.ok
    isConflict = true
    return region.conflict?.a ?? []
  })
  return { text: lines.join('\n'), isConflict }
}
