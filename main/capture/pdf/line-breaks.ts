// Whether a line goes on with the paragraph of the line before it.
import { type Chunk, extentOf, mostOf } from './lines.ts'
import { rowsOf, withTableRows } from './tables.ts'

/** A whole line of a column. */
export type Line = Omit<Chunk, 'isArtifact' | 'isRow'> & {
  page: number
  /** A row of a table, its cells parted by tabs. */
  isRow: boolean
}

/** How a document is set. */
export type Manner = {
  /** Whether its paragraphs begin with an indented line. */
  indents: boolean
  bodySize: number
  isBodyBold: boolean
  /** Whether its headings are tagged. */
  hasHeadings: boolean
}

type Edges = { left: number; right: number }

/** The lines of a part of a page (its index is `page`). */
export function linesOf(part: readonly Chunk[], page: number): Line[] {
  return withTableRows(rowsOf(part)).flatMap(row => {
    const [first, last] = [row[0], row.at(-1)]
    if (!first || !last) return []
    const isRow = first.isRow === true
    const size = mostOf(row, chunk => chunk.size)
    return {
      ...first,
      text: row.map(chunk => chunk.text).join(' '),
      x1: extentOf(row).x1,
      size,
      isBold: row.every(chunk => chunk.isBold),
      endsBold: last.endsBold,
      page,
      isRow,
    }
  })
}

/** What begins a list: bullets, numbers and letters with a stop or bracket. */
const listMark = /^(?:[•‣◦▪▫●○■□\u00b7\uf0b7\uf0a7\ufffd]|[-–*]\s|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\s)/u
/** Dots that lead to a page number, as in a table of contents. */
const leader = /(?:\. ?){4,}\s*\S{1,6}$/
/** The part by which the type sizes of two lines of one paragraph may differ; type of fixed width is often set smaller. */
const otherSize = 0.12
const sentenceEnd = /[.!?…:;。！？][)\]"'”’»」』]*[⁰¹²³⁴-⁹]*$/u

/**
 * Whether a line begins a paragraph: it has other type, is further down than lines are in this part of the page, is indented,
 * begins an item, or its first word would still have fitted on the line before.
 */
export function startsAnew(last: Line, line: Line, part: readonly Line[], edges: Edges): boolean {
  if (last.isRow || line.isRow) return true
  if (last.tag && line.tag && (last.tag !== line.tag || line.tag.role !== 'loose'))
    return last.tag !== line.tag
  const { size } = last
  if (Math.abs(size - line.size) > otherSize * size || leader.test(last.text)) return true
  // Bold words within a paragraph may fill a line of it.
  if (last.isBold !== line.isBold && last.endsBold !== line.startsBold) return true
  const pitch = line.y - last.y
  if (pitch <= 0 || pitch > 1.25 * usualPitch(part, size)) return true
  const isLarge = last.isBold && line.isBold
  const space = 0.25 * size
  const left = edges.right - last.x1
  const isShort = left > line.firstWord + 2 * space
  if (listMark.test(line.text) && (isShort || line.x0 < last.x0 - space || listMark.test(last.text)))
    return true
  if (isLarge) return false
  const isCentred = last.x0 > edges.left + size && line.x0 > edges.left + size
  // Where a sentence goes on after a full line, all lines but the first are indented.
  const isEnd = isShort || sentenceEnd.test(last.text)
  if (line.x0 > last.x0 + 0.6 * size && isEnd && !listMark.test(last.text) && !isCentred) return true
  if (!isShort) return false
  // Where a sentence goes on, a line is short for some other reason: a word that may not be parted, or text around a picture.
  const width = edges.right - edges.left
  return sentenceEnd.test(last.text) || !/^\p{Ll}/u.test(line.text) || left > 0.4 * width
}

const pitches = new WeakMap<readonly Line[], Map<number, number>>()

/** The distance at which lines of a size mostly follow one another in a part of a page. */
function usualPitch(part: readonly Line[], size: number): number {
  const known = pitches.get(part) ?? new Map<number, number>()
  pitches.set(part, known)
  const key = Math.round(size)
  const found = known.get(key)
  if (found !== undefined) return found
  const distances: number[] = []
  for (const [index, line] of part.entries()) {
    const distance = line.y - (part[index - 1]?.y ?? line.y)
    if (Math.abs(line.size - size) < otherSize * size && distance > 0.5 * size && distance < 2.2 * size)
      distances.push(distance)
  }
  distances.sort((a, b) => a - b)
  // Of lines as often apart as together, the nearer ones are those of a paragraph.
  const pitch = distances[Math.floor((distances.length - 1) * 0.4)] ?? 1.5 * size
  known.set(key, pitch)
  return pitch
}

/** Whether a paragraph goes on at the head of the next column or page. */
export function joinsOn(
  before: readonly Line[],
  after: readonly Line[],
  { indents }: Manner,
  isIndented: boolean,
): boolean {
  const [last, next] = [before.at(-1), after[0]]
  if (!last || !next || last.isRow || next.isRow) return false
  if (last.tag && last.tag !== next.tag && next.tag && last.page === next.page) return false
  if (Math.abs(last.size - next.size) > otherSize * last.size || last.isBold !== next.isBold) return false
  if (listMark.test(next.text)) return false
  if (/[\p{L}\p{N}][-\u2010\u00ad]$/u.test(last.text) && /^\p{L}/u.test(next.text)) return true
  const right = before.reduce((most, line) => Math.max(most, line.x1), 0)
  const isFull = right - last.x1 < next.firstWord + 0.5 * last.size
  if (sentenceEnd.test(last.text)) return indents && !isIndented && isFull && before.length > 1
  return /^\p{Ll}/u.test(next.text) || isFull
}
