// A pipe table (GFM, “Tables”) as cells, and written again with its columns in line. Pure.
import stringWidth from 'string-width'

export type CellAlignment = 'none' | 'left' | 'centre' | 'right'

/** Cells are Markdown as it stands in the source, without blanks at their ends; each row has one for each column. */
export type PipeTable = {
  /** The first one is the head. */
  rows: readonly (readonly string[])[]
  alignments: readonly CellAlignment[]
  /** What stands before each line: blanks, or the marks of a quotation. */
  prefix: string
}

/** A cell within a line: offsets in UTF-16 code units, end exclusive; the words without the blanks around them. */
export type CellPlace = { from: number; to: number }

/** Where the cells of a line stand. A pipe after a backslash is part of its cell. */
export function cellPlaces(line: string): CellPlace[] {
  const end = line.trimEnd().length
  const bars: number[] = []
  let isEscaped = false
  for (let at = 0; at < end; at++) {
    if (line[at] === '|' && !isEscaped) bars.push(at)
    isEscaped = !isEscaped && line[at] === '\\'
  }
  const start = prefixOf(line).length
  if (bars[0] !== start) bars.unshift(start - 1)
  if (bars.at(-1) !== end - 1 || bars.length === 1) bars.push(end)
  return bars.slice(1).map((bar, index) => {
    const from = (bars[index] ?? 0) + 1
    const cell = line.slice(from, bar)
    const words = cell.trim()
    if (words === '') return { from: Math.min(from + 1, bar), to: Math.min(from + 1, bar) }
    const begin = from + cell.indexOf(words)
    return { from: begin, to: begin + words.length }
  })
}

/** Reads the lines of a table; null where they are none. Cells beyond the head's are left out, as on paper. */
export function parsePipeTable(text: string): PipeTable | null {
  const [head, delimiter, ...body] = text.split('\n')
  if (head === undefined || delimiter === undefined || !isDelimiter(delimiter)) return null
  const alignments = cellsOf(delimiter).map(alignmentOf)
  const rows = [head, ...body].map(line => {
    const cells = cellsOf(line)
    return alignments.map((_, column) => cells[column] ?? '')
  })
  return cellsOf(head).length === alignments.length ? { rows, alignments, prefix: prefixOf(head) } : null
}

/** Writes a table with its columns in line, where letters of East Asia are twice as wide as others. */
export function formatPipeTable({ rows, alignments, prefix }: PipeTable): string {
  const widths = alignments.map((_, column) =>
    Math.max(3, ...rows.map(row => stringWidth(row[column] ?? ''))),
  )
  const lineOf = (cells: readonly string[]) => `${prefix}| ${cells.join(' | ')} |`
  const lines = rows.map(row =>
    lineOf(widths.map((width, column) => padded(row[column] ?? '', width, alignments[column] ?? 'none'))),
  )
  const delimiter = lineOf(widths.map((width, column) => dashes(width, alignments[column] ?? 'none')))
  return [lines[0], delimiter, ...lines.slice(1)].join('\n')
}

/** Words as a cell: in one line, with their pipes escaped. */
export function cellOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.replace(
    /(\\*)\|/g,
    (_, slashes: string) => `${slashes}${slashes.length % 2 === 0 ? '\\' : ''}|`,
  )
}

function prefixOf(line: string): string {
  return /^[\s>]*/.exec(line)?.[0] ?? ''
}

function cellsOf(line: string): string[] {
  return cellPlaces(line).map(({ from, to }) => line.slice(from, to))
}

function isDelimiter(line: string): boolean {
  return line.includes('-') && cellsOf(line).every(cell => /^:?-+:?$/.test(cell))
}

function alignmentOf(cell: string): CellAlignment {
  if (cell.endsWith(':')) return cell.startsWith(':') ? 'centre' : 'right'
  return cell.startsWith(':') ? 'left' : 'none'
}

function padded(cell: string, width: number, alignment: CellAlignment): string {
  const room = width - stringWidth(cell)
  const before = alignment === 'right' ? room : alignment === 'centre' ? Math.floor(room / 2) : 0
  return ' '.repeat(before) + cell + ' '.repeat(room - before)
}

function dashes(width: number, alignment: CellAlignment): string {
  const left = alignment === 'left' || alignment === 'centre' ? ':' : ''
  const right = alignment === 'right' || alignment === 'centre' ? ':' : ''
  return left + '-'.repeat(width - left.length - right.length) + right
}
