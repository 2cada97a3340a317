// Running heads, running feet and page numbers: what a page carries beside its text.
import type { Chunk } from './lines.ts'

/** Chunks from the top of a page; its height and theirs are in points. */
export type PageOfChunks = { chunks: Chunk[]; height: number }

/** The part of a page's height in which running lines stand, at its top and at its bottom. */
const band = 0.15
/** So many lines from the edge may be running lines. */
const deepest = 5

/**
 * Takes off each page the lines at its edges that are the same on at least three pages or on half of them, digits aside, that are
 * nothing but a page number, or that the producer marked as no part of the text. What is set larger than the text (`bodySize`) is
 * a heading and stays.
 */
export function withoutRunningLines(pages: readonly PageOfChunks[], bodySize: number): Chunk[][] {
  const edges = pages.map(page => [edgeOf(page, 'top'), edgeOf(page, 'bottom')] as const)
  const [tops, bottoms] = [
    countPages(edges.map(([top]) => top)),
    countPages(edges.map(([, bottom]) => bottom)),
  ]
  const isRunning = (row: Chunk[], counts: Map<string, number>, page: number) => {
    if (row.some(chunk => chunk.size > 1.2 * bodySize)) return false
    const count = Math.max(0, ...keysOf(row, page).map(key => counts.get(key) ?? 0))
    const isRepeated = count >= 3 || (count >= 2 && count >= pages.length / 2)
    return isRepeated || pageNumber.test(textOf(row)) || row.every(chunk => chunk.isArtifact)
  }
  return pages.map(({ chunks }, index) => {
    const [top, bottom] = edges[index] ?? [[], []]
    const gone = new Set<Chunk>()
    for (const [rows, counts] of [
      [top, tops],
      [bottom, bottoms],
    ] as const) {
      for (const row of rows) {
        if (!isRunning(row, counts, index)) break
        for (const chunk of row) gone.add(chunk)
      }
    }
    return chunks.filter(chunk => !gone.has(chunk))
  })
}

/** What says nothing but the number of its page; four figures alone are a year. */
const pageNumber =
  /^(?:page|seite|p\.)?\s*[-–—|[(]?\s*(?:\d{1,3}|(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3}))\s*[-–—|\])]?(?:\s*(?:of|von|de|sur|\/)\s*\d{1,4})?$/i

/** The rows within the band, from the edge inwards. */
function edgeOf({ chunks, height }: PageOfChunks, side: 'top' | 'bottom'): Chunk[][] {
  const isInBand = (y: number) => (side === 'top' ? y < band * height : y > (1 - band) * height)
  const rows: Chunk[][] = []
  for (const chunk of side === 'top' ? chunks : [...chunks].reverse()) {
    if (!isInBand(chunk.y)) break
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - chunk.y) < 0.3 * chunk.size) row.push(chunk)
    else if (rows.length < deepest) rows.push([chunk])
    else break
  }
  return rows
}

function countPages(edges: readonly Chunk[][][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [page, rows] of edges.entries()) {
    for (const key of new Set(rows.flatMap(row => keysOf(row, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** What running lines of several pages have in common: their words, or a number at one end that goes up with the pages. */
function keysOf(row: readonly Chunk[], page: number): string[] {
  const text = textOf(row)
  const numbers = [/^(\d{1,4})\s/, /\s(\d{1,4})$/].map(pattern => pattern.exec(text)?.[1])
  const height = Math.round((row[0]?.y ?? 0) / 4)
  const counted = numbers.flatMap(number =>
    number === undefined ? [] : [`${Number(number) - page} at ${height}`],
  )
  return [text.replace(/\d+/g, '#'), ...counted]
}

function textOf(row: readonly Chunk[]): string {
  return [...row]
    .sort((a, b) => a.x0 - b.x0)
    .map(chunk => chunk.text)
    .join(' ')
}
