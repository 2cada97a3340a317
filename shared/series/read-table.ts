// A table as text: copied out of a spreadsheet (TSV), or a file of comma- or semicolon-separated values (RFC 4180).
import Papa from 'papaparse'

export type TableLine = {
  /** Counted from 1, as an editor shows the text; a cell may have several. */
  line: number
  /** As they are written, without the quotation marks around them and blanks at their ends. */
  cells: readonly string[]
}

export type Table = {
  /** Without the empty ones. */
  lines: readonly TableLine[]
  delimiter: '\t' | ';' | '|' | ','
  /** Lines whose quotation marks do not fit, and what follows cannot be told from them. */
  faults: readonly { line: number; reason: string }[]
}

/** Reads a table; the delimiter is told from the text. Never throws. */
export function readTable(text: string): Table {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(plain)
  const { data, errors } = Papa.parse<string[]>(plain, { delimiter, newline: '\n', quoteChar: '"' })
  const starts: number[] = []
  let line = 1
  for (const cells of data) {
    starts.push(line)
    line += 1 + cells.reduce((count, cell) => count + cell.split('\n').length - 1, 0)
  }
  return {
    lines: data.flatMap((cells, index) =>
      cells.every(cell => cell.trim() === '')
        ? []
        : { line: starts[index] ?? 1, cells: cells.map(cell => cell.trim()) },
    ),
    delimiter,
    faults: errors
      .filter(({ type }) => type === 'Quotes')
      .map(({ row }) => ({
        line: starts[row ?? 0] ?? 1,
        reason: 'its quotation marks do not come in pairs',
      })),
  }
}

/** A tab is never part of a cell; a semicolon seldom is, where a comma may be the decimal mark. */
function delimiterOf(text: string): Table['delimiter'] {
  const lines = text.split('\n', 200).filter(line => line.trim() !== '')
  const isUsual = (mark: string) => lines.filter(line => line.includes(mark)).length * 2 > lines.length
  if (text.includes('\t')) return '\t'
  return isUsual(';') ? ';' : isUsual('|') ? '|' : ','
}
