// From what is selected on screen to offsets of the source's text.

/** A range of UTF-16 code units of the source's text, end exclusive, and the words as they are read. */
export type SelectedRange = { start: number; end: number; words: string }

/**
 * The selected words of a reading view, or null where nothing in it is selected. Every element that holds words there
 * carries the offset of its first character as `data-start`.
 */
export function selectedRange(view: HTMLElement, selection: Selection | null): SelectedRange | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(view)) return null
  const pieces: { start: number; text: string }[] = []
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const first = node.parentElement?.getAttribute('data-start')
    if (first == null || !range.intersectsNode(node)) continue
    const text = node.textContent ?? ''
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : text.length
    if (from < to) pieces.push({ start: Number(first) + from, text: text.slice(from, to) })
  }
  return joinPieces(pieces)
}

/** One range over pieces in the order of the text, without the white space at its ends. */
export function joinPieces(pieces: readonly { start: number; text: string }[]): SelectedRange | null {
  const filled = pieces.filter(piece => piece.text.trim() !== '')
  const first = filled[0]
  const last = filled.at(-1)
  if (!first || !last) return null
  const start = first.start + (first.text.length - first.text.trimStart().length)
  const end = last.start + last.text.trimEnd().length
  const words = filled
    .map((piece, index) => {
      const before = filled[index - 1]
      // What the text has between two pieces is a mark, a line end or a blank line; only the last two part words.
      const isApart = before !== undefined && piece.start - (before.start + before.text.length) > 0
      return isApart &&
        !/\s$/.test(before.text) &&
        !/^\s/.test(piece.text) &&
        /^[\p{L}\p{N}]/u.test(piece.text)
        ? ` ${piece.text}`
        : piece.text
    })
    .join('')
    .trim()
  return { start, end, words }
}

const pairs = new Map([
  ['“', '”'],
  ['"', '"'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
  ['「', '」'],
])

/**
 * The range without quotation marks around the whole of it, and without one at an end whose partner is not in the range:
 * they are the source's, not part of the words said.
 */
export function withoutQuotationMarks(range: SelectedRange, text: string): SelectedRange {
  const selected = text.slice(range.start, range.end)
  if (selected.length < 3) return range
  const inside = selected.slice(1, -1)
  const first = selected.at(0) ?? ''
  const last = selected.at(-1) ?? ''
  const closing = pairs.get(first)
  // “one” and “two” has marks at its ends that do not belong together.
  if (closing === last && !inside.includes(closing)) return shortened(range, 1, 1)
  const opens = closing !== undefined && closing !== last && !inside.includes(closing)
  const isClosed = openings(last).some(opening => selected.slice(0, -1).includes(opening))
  const closes = openings(last).length > 0 && !isClosed && !isApostrophe(selected)
  return shortened(range, opens ? 1 : 0, closes ? 1 : 0)
}

function openings(closing: string): string[] {
  return [...pairs].filter(([, each]) => each === closing).map(([opening]) => opening)
}

/** A ’ after a letter may belong to the word: the banks’. After the end of a sentence it closes. */
function isApostrophe(selected: string): boolean {
  return /\p{L}’$/u.test(selected)
}

function shortened(range: SelectedRange, before: number, after: number): SelectedRange {
  const words = range.words.slice(before, range.words.length - after)
  return { start: range.start + before, end: range.end - after, words }
}

/** Words on screen, in the order of the text, with their offsets in it. */
export type ShownWords = readonly { node: Node; start: number; end: number }[]

/** Everything that a reading view shows, in the order of the text. */
export function shownWords(view: HTMLElement): ShownWords {
  const shown: { node: Node; start: number; end: number }[] = []
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const written = node.parentElement?.getAttribute('data-start')
    if (written == null) continue
    const start = Number(written)
    shown.push({ node, start, end: start + (node.textContent?.length ?? 0) })
  }
  return shown
}

/** The place on screen of a range of the source's text, or null where none of it is shown. */
export function rangeOf(shown: ShownWords, { start, end }: { start: number; end: number }): Range | null {
  let [low, high] = [0, shown.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shown[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const first = shown[low]
  let last = first
  for (let at = low; (shown[at]?.start ?? end) < end; at++) last = shown[at]
  if (!first || !last || first.start >= end) return null
  const range = document.createRange()
  range.setStart(first.node, Math.max(0, start - first.start))
  range.setEnd(last.node, Math.min(end, last.end) - last.start)
  return range
}

/** The offset in the source's text at which a selection stands, or null where that is not in its words. */
export function offsetAt(selection: Selection | null): number | null {
  const written = selection?.anchorNode?.parentElement?.getAttribute('data-start')
  return selection && written != null ? Number(written) + selection.anchorOffset : null
}
