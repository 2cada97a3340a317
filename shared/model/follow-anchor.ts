// Where the words of an anchor stand after the text of their source was edited.
import { diffChars } from 'diff'
import { anchorAt, occurrencesOf } from './anchor.ts'
import type { Anchor, Source } from './records.ts'
import { sameWordings } from './same-wording.ts'

/** UTF-16 code units, end exclusive. */
type Range = { start: number; end: number }

/** Texts that differ in more than this many places are not compared character by character. */
const mostDifferences = 2000
/** How much unchanged text beside short words makes sure that they are the same ones. */
const surely = 8

/**
 * Follows anchors from one text of a source to another. What it gives for an anchor is the anchor of the same words in the
 * new text, or null where that would be a guess: words that were changed in a letter or a digit, or that stand in several
 * places of which none is surely theirs. White space, dashes and the form of quotation marks are no change of words.
 */
export function anchorFollower(
  before: string,
  source: Pick<Source, 'id' | 'text'>,
): (anchor: Anchor) => Anchor | null {
  const after = source.text
  const edited = editedRange(before, after)
  let known: ReturnType<typeof unchangedParts> | undefined
  const unchanged = () => {
    known ??= unchangedParts(before, after, edited)
    return known
  }

  return anchor => {
    const { exact } = anchor.quote
    const { start, end } = anchor.position
    const wasThere = before.slice(start, end) === exact
    const place = (wasThere ? placeKept(anchor) : null) ?? placeFound(anchor) ?? placeReworded(anchor)
    return place && anchorAt(source, place.start, place.end)
  }

  /** Words that the edit did not touch. */
  function placeKept({ position: { start, end }, quote: { exact } }: Anchor): Range | null {
    if (end <= edited.start) return { start, end }
    const shift = after.length - before.length
    if (start >= edited.end) return { start: start + shift, end: end + shift }
    for (const part of unchanged()) {
      if (start < part.start || end > part.end) continue
      const isSure = part.end - part.start - exact.length >= surely || !hasFewer(exact)
      return isSure ? { start: start + part.shift, end: end + part.shift } : null
    }
    return null
  }

  function hasFewer(words: string): boolean {
    return occurrencesOf(words, after).length < occurrencesOf(words, before).length
  }

  /** Words that were moved: by what stands around them, or because they stand nowhere else. */
  function placeFound({ quote: { exact, prefix, suffix }, position }: Anchor): Range | null {
    const wasThere = before.slice(position.start, position.end) === exact
    const contexts = [
      [prefix, suffix],
      [prefix, ''],
      ['', suffix],
      ['', ''],
    ] as const
    for (const [left, right] of contexts) {
      const [at, ...others] = occurrencesOf(left + exact + right, after)
      if (at === undefined || others.length > 0) continue
      // The same words in another place, which stood there before, are not these.
      if (occurrencesOf(left + exact + right, before).length > (wasThere ? 1 : 0)) continue
      return { start: at + left.length, end: at + left.length + exact.length }
    }
    return null
  }

  /** The same words set otherwise, such as on other lines, where the text was edited. */
  function placeReworded({ quote: { exact } }: Anchor): Range | null {
    const around = { start: Math.max(0, edited.start - exact.length), end: edited.endAfter + exact.length }
    const [found, ...others] = sameWordings(exact, after, around)
    const isEdited = found && found.start < edited.endAfter && edited.start < found.end
    return isEdited && others.length === 0 ? found : null
  }
}

/**
 * Follows offsets (UTF-16 code units, rising) from one text to another: each to where the text after it stands now. Where
 * what stood around it is gone, it stands where that was.
 */
export function followOffsets(before: string, after: string, offsets: readonly number[]): number[] {
  const edited = editedRange(before, after)
  const unchanged = unchangedParts(before, after, edited)
  return offsets.map(offset => {
    if (offset <= edited.start) return offset
    if (offset >= edited.end) return offset + after.length - before.length
    const part = unchanged.findLast(({ start }) => start <= offset)
    return part ? Math.min(offset, part.end) + part.shift : edited.start
  })
}

/** What lies between the common beginning and the common end of two texts. */
function editedRange(before: string, after: string): Range & { endAfter: number } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let kept = 0
  // Both may claim the same characters, as where one of two equal letters was deleted: the words are the same either way.
  while (kept < most && before[before.length - 1 - kept] === after[after.length - 1 - kept]) kept++
  return { start, end: before.length - kept, endAfter: after.length - kept }
}

/** The parts of the edited range that stayed, as ranges of the old text with how far each was moved. */
function unchangedParts(before: string, after: string, edited: Range & { endAfter: number }) {
  const { start, end, endAfter } = edited
  if (end <= start || endAfter <= start) return []
  const options = { maxEditLength: mostDifferences }
  const parts: (Range & { shift: number })[] = []
  let [from, to] = [start, start]
  for (const { added, removed, value } of diffChars(
    before.slice(start, end),
    after.slice(start, endAfter),
    options,
  ) ?? []) {
    if (!added && !removed) parts.push({ start: from, end: from + value.length, shift: to - from })
    if (!added) from += value.length
    if (!removed) to += value.length
  }
  return parts
}
