// Where what is written stands in print, and the other way, told by the headings that text and pages both have.
import { parseBrief } from '../../shared/markdown/parse-brief.ts'

/** A place on paper: 1.5 is the middle of the second page. */
export type PaperPlace = number

export type PrintedHeading = { words: string; at: PaperPlace }

/** An offset of the text (UTF-16 code units) and where it stands on paper. */
export type Landmark = { offset: number; at: PaperPlace }

/**
 * The headings of a text that are found in print, in their order, between the text's beginning and its end. A heading with
 * nothing under it is not printed, and what has come since the print is not there yet.
 */
export function landmarksOf(body: string, printed: readonly PrintedHeading[], pages: number): Landmark[] {
  const [title, ...headings] = printed
  const found: Landmark[] = [{ offset: 0, at: title?.at ?? 0 }]
  let next = 0
  for (const { offset, words } of headingsIn(body)) {
    const here = headings.findIndex((heading, index) => index >= next && isPrintOf(heading.words, words))
    const at = headings[here]?.at
    if (at === undefined) continue
    found.push({ offset, at })
    next = here + 1
  }
  // Sources and annex come after the text.
  const end = headings[next]?.at ?? pages
  found.push({ offset: body.length, at: Math.max(end, found.at(-1)?.at ?? 0) })
  return found
}

/** Between two headings, a text is about as far down as it is far on. */
export function placeOf(landmarks: readonly Landmark[], offset: number): PaperPlace {
  return between(
    landmarks,
    offset,
    each => each.offset,
    each => each.at,
  )
}

export function offsetOf(landmarks: readonly Landmark[], place: PaperPlace): number {
  return Math.round(
    between(
      landmarks,
      place,
      each => each.at,
      each => each.offset,
    ),
  )
}

function between(
  landmarks: readonly Landmark[],
  value: number,
  from: (landmark: Landmark) => number,
  to: (landmark: Landmark) => number,
): number {
  const after = landmarks.findIndex(each => from(each) > value)
  const [first, last] = after === -1 ? [landmarks.at(-1)] : [landmarks[after - 1], landmarks[after]]
  const start = first ?? last
  if (!start) return 0
  if (!first || !last) return to(start)
  return to(first) + ((value - from(first)) / (from(last) - from(first))) * (to(last) - to(first))
}

function headingsIn(body: string): { offset: number; words: string }[] {
  const found: { offset: number; words: string }[] = []
  for (let node = parseBrief(body).topNode.firstChild; node; node = node.nextSibling) {
    if (!/^(?:ATX|Setext)Heading/.test(node.name)) continue
    const words = lettersOf(withoutMarks(body.slice(node.from, node.to)))
    if (words !== '') found.push({ offset: node.from, words })
  }
  return found
}

/** The print of a heading ends with the letters of its notes. */
function isPrintOf(printed: string, words: string): boolean {
  const letters = lettersOf(printed)
  return letters.startsWith(words) && letters.length - words.length <= 3
}

/** Calls of notes, and what links and references say beside their words. */
function withoutMarks(heading: string): string {
  return heading.replace(/\[\^[^\]]*\]|\{[^}]*\}|\]\([^)]*\)|:[a-z]+(?=\[)/g, ' ')
}

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
