// Rows of a table: lines one under another whose pieces stand under one another.
import { joinLines } from './hyphenation.ts'
import { type Chunk, extentOf } from './lines.ts'

const sameBaseline = 0.25
/** Points by which the edges of two cells of a column may differ. */
const sameEdge = 2.5
/** Longer pieces, or longer ones on average, are text in columns. */
const longestCell = 45
const usualCell = 20

/** Chunks from the top, by baseline, each row from the left. */
export function rowsOf(chunks: readonly Chunk[]): Chunk[][] {
  const rows: Chunk[][] = []
  for (const chunk of chunks) {
    const first = rows.at(-1)?.[0]
    if (first && Math.abs(chunk.y - first.y) < sameBaseline * Math.max(chunk.size, first.size))
      rows.at(-1)?.push(chunk)
    else rows.push([chunk])
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0)
  return rows
}

/** Those rows that are rows of a table. */
export function tableRows(rows: readonly Chunk[][]): Chunk[][] {
  return rows.filter(
    (row, index) =>
      row.length > 1 && [rows[index - 1], rows[index + 1]].some(beside => beside && isUnder(row, beside)),
  )
}

/** Whether two rows have as many cells, each under one of the other, and are not lines of text beside lines of text. */
function isUnder(row: readonly Chunk[], other: readonly Chunk[]): boolean {
  if (row.length !== other.length) return false
  const cells = [...row, ...other]
  if (cells.some(({ text }) => text.length > longestCell)) return false
  if (cells.reduce((sum, { text }) => sum + text.length, 0) > usualCell * cells.length) return false
  const goingOn = cells.filter(({ text }) => /^\p{Ll}/u.test(text)).length
  if (goingOn >= 0.4 * cells.length) return false
  return row.every((cell, index) => {
    const beside = other[index]
    if (!beside) return false
    const offsets = [
      cell.x0 - beside.x0,
      cell.x1 - beside.x1,
      (cell.x0 + cell.x1 - beside.x0 - beside.x1) / 2,
    ]
    return offsets.some(offset => Math.abs(offset) <= sameEdge)
  })
}

/** One row of a table, its cells parted by tabs, from its chunks in the order of reading. */
export function rowOfCells(chunks: readonly Chunk[], cellOf: (chunk: Chunk) => unknown): Chunk {
  const cells = new Map<unknown, string>()
  for (const chunk of chunks) {
    const cell = cellOf(chunk)
    const before = cells.get(cell)
    const { kept, joint } =
      before === undefined ? { kept: '', joint: '' } : joinLines(before, chunk.text, new Map())
    cells.set(cell, kept + joint + chunk.text)
  }
  const [first] = chunks
  if (!first) throw new RangeError('a row of nothing')
  return {
    ...first,
    text: [...cells.values()].join('\t'),
    ...extentOf(chunks),
    isBold: chunks.every(chunk => chunk.isBold),
    isRow: true,
  }
}

// Parts of the type size.
const gutterWidth = 0.8
const furthestRow = 3.5

/** Lines of a part of a page with those of tables put together to rows, however many lines a cell has. */
export function withTableRows(lines: readonly Chunk[][]): Chunk[][] {
  const found: Chunk[][] = []
  const rows = lines.map(withMark)
  for (let start = 0; start < rows.length; ) {
    const zone = zoneAt(rows, start)
    if (zone) found.push(...rowsOfZone(rows.slice(start, zone.end), zone.gutters))
    else found.push(rows[start] ?? [])
    start = zone?.end ?? start + 1
  }
  return found
}

type Gap = { from: number; to: number }

/** What begins an item of a list or a heading, however far from its words. */
const mark =
  /^(?:[•‣◦▪▫●○■□–\u00b7\uf0b7\uf0a7\ufffd-]|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]?|\d{1,2}(?:\.\d{1,2}){1,3}\.?)$/u

function withMark(line: readonly Chunk[]): Chunk[] {
  const [first, second, ...rest] = line
  if (!first || !second || !mark.test(first.text)) return [...line]
  const text = `${first.text} ${second.text}`
  const firstWord = second.x0 + second.firstWord - first.x0
  return [{ ...second, text, x0: first.x0, startsBold: first.startsBold, firstWord }, ...rest]
}

/** From a line of several pieces on, the lines that all leave the same gaps, if it is a table. */
function zoneAt(rows: readonly Chunk[][], start: number): { end: number; gutters: Gap[] } | null {
  const first = rows[start] ?? []
  if (first.length < 2) return null
  let gutters = gapsOf(first)
  let end = start + 1
  for (; end < rows.length; end++) {
    const [row, above] = [rows[end] ?? [], rows[end - 1]?.[0]]
    const size = row[0]?.size ?? 0
    if (row.some(chunk => chunk.isRow) || (row[0]?.y ?? 0) - (above?.y ?? 0) > furthestRow * size) break
    const kept = gutters
      .flatMap(gutter => freeOf(gutter, row))
      .filter(({ from, to }) => to - from >= gutterWidth * size)
    if (kept.length === 0) break
    gutters = kept
  }
  // What follows a table in a short line is not part of it.
  while (end > start && (rows[end - 1]?.length ?? 0) < 2 && isLeftOf(rows[end - 1], gutters)) end--
  const lines = rows.slice(start, end).filter(row => row.length > 1)
  const aligned = gutters.filter((gutter, index) => isEdge(lines, gutter, gutters[index + 1]))
  if (aligned.length === 0 || lines.length < 2) return null
  // Two lines of justified text may happen to leave the same gap.
  const [one, other] = lines
  return lines.length > 2 || (one && other && isUnder(one, other)) ? { end, gutters: aligned } : null
}

function gapsOf(row: readonly Chunk[]): Gap[] {
  return row.slice(1).map((chunk, index) => ({ from: row[index]?.x1 ?? 0, to: chunk.x0 }))
}

/** What a line leaves free of a gap. */
function freeOf(gap: Gap, row: readonly Chunk[]): Gap[] {
  let free = [gap]
  for (const { x0, x1 } of row) {
    free = free.flatMap(({ from, to }) =>
      x1 <= from || x0 >= to
        ? [{ from, to }]
        : [
            { from, to: Math.min(to, x0) },
            { from: Math.max(from, x1), to },
          ].filter(part => part.to > part.from),
    )
  }
  return free
}

function isLeftOf(row: readonly Chunk[] | undefined, gutters: readonly Gap[]): boolean {
  return (row?.at(-1)?.x1 ?? 0) <= (gutters[0]?.to ?? 0)
}

/** Whether what stands right of a gutter is aligned there, in most of at least two lines. */
function isEdge(lines: readonly Chunk[][], { to }: Gap, next: Gap | undefined): boolean {
  const end = next?.to ?? Infinity
  const beside = lines.flatMap(row => row.find(({ x0 }) => x0 >= to - 0.01 && x0 < end - 0.01) ?? [])
  return [
    (chunk: Chunk) => chunk.x0,
    (chunk: Chunk) => chunk.x1,
    (chunk: Chunk) => (chunk.x0 + chunk.x1) / 2,
  ].some(placeOf => {
    const places = beside.map(placeOf).sort((a, b) => a - b)
    const middle = places[Math.floor(places.length / 2)] ?? 0
    const aligned = places.filter(place => Math.abs(place - middle) <= sameEdge).length
    return places.length > 1 && aligned >= 0.6 * places.length
  })
}

function rowsOfZone(lines: readonly Chunk[][], gutters: readonly Gap[]): Chunk[][] {
  const columnOf = ({ x0 }: Chunk) => gutters.filter(({ to }) => x0 >= to - 0.01).length
  const pitches = lines.slice(1).map((line, index) => (line[0]?.y ?? 0) - (lines[index]?.[0]?.y ?? 0))
  const least = pitches.reduce((one, other) => Math.min(one, other), Infinity)
  const isEven = pitches.every(pitch => pitch < 1.2 * least)
  const rows: Chunk[][] = []
  for (const [index, line] of lines.entries()) {
    const isNear = isEven || (pitches[index - 1] ?? Infinity) < 1.2 * least
    const columns = new Set(line.map(columnOf))
    const isWhole = columns.size > gutters.length && !line.some(({ text }) => /^\p{Ll}/u.test(text))
    const isOn = index > 0 && isNear && !isWhole && !(isEven && columns.has(0))
    if (isOn) rows.at(-1)?.push(...line)
    else rows.push([...line])
  }
  return rows.map(row => {
    const sorted = row.toSorted((a, b) => columnOf(a) - columnOf(b))
    return new Set(row.map(columnOf)).size > 1 ? [rowOfCells(sorted, columnOf)] : row
  })
}
