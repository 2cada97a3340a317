// The order in which a page is read: columns one after another, what runs across them between, side boxes last.
import { type Chunk, extentOf, mostOf } from './lines.ts'
import { rowsOf, tableRows } from './tables.ts'
import { taggedOrder } from './tagged-order.ts'

// Parts of the type size.
const gutterWidth = 0.7
const sameEdge = 0.25

/** Columns are looked for within columns no deeper than this. */
const deepest = 12
/** Only so many places on a page may be the left edge of a column. */
const mostEdges = 40
/** A column this much narrower than the one beside it is a side box. */
const boxWidth = 0.42

type Gutter = { edge: number; from: number; to: number }

/**
 * Cuts each page's chunks, which come from its top, into parts that are each read line by line, in the order of reading. Where the columns
 * of one page begin those of another may, even if there they hold a single line.
 */
export function readingOrder(pages: readonly Chunk[][]): Chunk[][][] {
  const edges = new Set<number>()
  const tagged = pages.map(taggedOrder)
  const parts = pages.map((page, index) => tagged[index] ?? partsOf(page, [], edge => edges.add(edge)))
  if (edges.size === 0 || pages.length === 1) return parts
  return pages.map((page, index) => tagged[index] ?? partsOf(page, [...edges]))
}

function partsOf(
  chunks: readonly Chunk[],
  known: readonly number[],
  tell?: (edge: number) => void,
  depth = 0,
): Chunk[][] {
  const gutter = depth < deepest ? findGutter(chunks, known) : null
  if (!gutter) return chunks.length > 0 ? [[...chunks]] : []
  const { edge, from, to } = gutter
  tell?.(edge)
  const left: Chunk[] = []
  const right: Chunk[] = []
  for (const chunk of chunks.slice(from, to)) (isRightOf(chunk, edge) ? right : left).push(chunk)
  const deeper = (part: readonly Chunk[]) => partsOf(part, known, tell, depth + 1)
  const above = deeper(chunks.slice(0, from))
  const below = deeper(chunks.slice(to))
  const [leftWidth, rightWidth] = [widthOf(left), widthOf(right)]
  const isSideBox = Math.min(left.length, right.length) > 1
  if (isSideBox && leftWidth < boxWidth * rightWidth && !findGutter(right, known))
    return [...above, ...deeper(right), ...below, ...deeper(left)]
  if (isSideBox && rightWidth < boxWidth * leftWidth && !findGutter(left, known))
    return [...above, ...deeper(left), ...below, ...deeper(right)]
  return [...above, ...deeper(left), ...deeper(right), ...below]
}

/** The gutter with the most lines on both sides of it, the leftmost of equals: an edge that lines begin at and none runs over. */
function findGutter(chunks: readonly Chunk[], known: readonly number[]): Gutter | null {
  if (chunks.length < 2) return null
  const apart = new Set([...tableRows(rowsOf(chunks)).flat(), ...headingsBetween(chunks)])
  let best: (Gutter & { score: number }) | null = null
  for (const { edge, isKnown } of edgesOf(chunks, known)) {
    let from = 0
    for (let at = 0; at <= chunks.length; at++) {
      const chunk = chunks[at]
      if (chunk && !apart.has(chunk) && !isAcross(chunk, edge)) continue
      const found = partsAt(chunks, edge, from, at, isKnown)
      if (found && found.score > (best?.score ?? 0)) best = { edge, ...found }
      from = at + 1
    }
  }
  return best
}

/** Headings with nothing beside them: however short, they stand over all the columns below. */
function headingsBetween(chunks: readonly Chunk[]): Chunk[] {
  const usual = mostOf(chunks, chunk => chunk.size)
  return chunks.filter((chunk, index) => {
    const [above, below] = [chunks[index - 1], chunks[index + 1]]
    const distance = 1.1 * chunk.size
    return (
      (chunk.size > 1.1 * usual || chunk.isBold) &&
      (!above || chunk.y - above.y > distance) &&
      (!below || below.y - chunk.y > distance)
    )
  })
}

/** Where at least two lines begin, or lines of another page's column, but for the leftmost such place; from the left. */
function edgesOf(chunks: readonly Chunk[], known: readonly number[]): { edge: number; isKnown: boolean }[] {
  const counts = new Map<number, number>()
  for (const { x0 } of chunks) counts.set(Math.round(x0), (counts.get(Math.round(x0)) ?? 0) + 1)
  const leftmost = chunks.reduce((least, { x0 }) => Math.min(least, x0), Infinity)
  return [...counts]
    .map(([edge, count]) => ({ edge, count, isKnown: known.some(other => Math.abs(other - edge) <= 1) }))
    .filter(({ edge, count, isKnown }) => (count >= 2 || isKnown) && edge > leftmost + 30)
    .sort((a, b) => b.count - a.count)
    .slice(0, mostEdges)
    .sort((a, b) => a.edge - b.edge)
}

function isRightOf({ x0, size }: Chunk, edge: number): boolean {
  return x0 >= edge - Math.max(1, sameEdge * size)
}

function isAcross(chunk: Chunk, edge: number): boolean {
  return !isRightOf(chunk, edge) && chunk.x1 > edge - gutterWidth * chunk.size
}

/** The chunks from one that runs over the edge to the next, if they are two columns of text. */
function partsAt(
  chunks: readonly Chunk[],
  edge: number,
  from: number,
  end: number,
  isKnown: boolean,
): { from: number; to: number; score: number } | null {
  const sides: [Chunk[], Chunk[]] = [[], []]
  for (let at = from; at < end; at++) {
    const chunk = chunks[at]
    if (chunk) sides[isRightOf(chunk, edge) ? 1 : 0].push(chunk)
  }
  const [left, right] = [columnOf(sides[0]), columnOf(sides[1])]
  if (!left || !right) return null
  const isSingle = Math.min(left.lines, right.lines) < 2
  if (isSingle ? !isKnown : !isText(left, right)) return null
  const to = end < chunks.length ? endOfColumns(chunks, edge, end, left, right) : end
  // Where the columns lie one above the other there is no gutter between them.
  if (left.top > right.bottom || right.top > left.bottom) return null
  return { from, to, score: 2 * Math.min(left.lines, right.lines) + left.lines + right.lines }
}

type Column = {
  lines: number
  top: number
  bottom: number
  baselines: Set<number>
  lettersALine: number
  /** The part of its width that its lines fill on average. */
  fill: number
  /** The part of its lines that begin in the midst of a sentence. */
  goingOn: number
}

function columnOf(chunks: readonly Chunk[]): Column | null {
  const rows = rowsOf(chunks)
  const first = chunks[0]
  const last = chunks.at(-1)
  if (!first || !last) return null
  const letters = chunks.reduce((sum, { text }) => sum + text.length, 0)
  const width = widthOf(chunks)
  const filled = rows.reduce((sum, row) => sum + widthOf(row), 0)
  const goingOn = rows.filter(row => /^(?:\p{Ll}|[\u3040-\u9fff])/u.test(row[0]?.text ?? ''))
  return {
    lines: rows.length,
    top: first.y,
    bottom: last.y,
    baselines: new Set(rows.map(row => Math.round((row[0]?.y ?? 0) / 2))),
    lettersALine: letters / rows.length,
    fill: filled / (rows.length * width),
    goingOn: goingOn.length / rows.length,
  }
}

/** Whether two columns are text, not cells of a table, whose lines stand side by side, are short and begin anew. */
function isText(left: Column, right: Column): boolean {
  if (Math.min(left.fill, right.fill) < 0.45) return false
  const shared = [...right.baselines].filter(y => left.baselines.has(y)).length
  const isAligned = shared >= 0.8 * Math.min(left.lines, right.lines)
  const letters = Math.min(left.lettersALine, right.lettersALine)
  const goingOn = (left.goingOn * left.lines + right.goingOn * right.lines) / (left.lines + right.lines)
  return letters >= (isAligned ? 18 : 8) && goingOn >= (isAligned ? 0.3 : 0.1)
}

/** Before what runs across again: a short line that stands apart under the left column belongs to that, such as a heading. */
function endOfColumns(
  chunks: readonly Chunk[],
  edge: number,
  end: number,
  left: Column,
  right: Column,
): number {
  if (left.bottom <= right.bottom) return end
  for (let at = end - 1; at > 0; at--) {
    const [chunk, before] = [chunks[at], chunks[at - 1]]
    if (!chunk || !before || isRightOf(chunk, edge) || chunk.y <= right.bottom) return end
    if (chunk.y - before.y > 1.7 * before.size) return at
  }
  return end
}

function widthOf(chunks: readonly Chunk[]): number {
  const { x0, x1 } = extentOf(chunks)
  return Math.max(0, x1 - x0)
}
