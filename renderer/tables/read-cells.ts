// Cells as spreadsheets and web pages give them to the clipboard. Pure but for the parser of HTML, which runs nothing.
import { cellOf } from '../../shared/markdown/pipe-table.ts'
import { readTable } from '../../shared/series/read-table.ts'
import { withoutStyle } from '../paste/own-references.ts'

/** More than this is no table to be read in a brief. */
const most = 5000

/** The cells of what was copied, as they stand in a pipe table, each row as wide as the widest; null where it is no table alone. */
export function readCells(html: string, text: string): string[][] | null {
  const rows = cellsOfHtml(html) ?? cellsOfText(text)
  if (rows === null) return null
  const width = Math.max(...rows.map(({ length }) => length))
  if (width < 2 && rows.length < 2) return null
  if (width < 1 || width * rows.length > most) return null
  return rows.map(row => Array.from({ length: width }, (_, column) => cellOf(row[column] ?? '')))
}

function cellsOfHtml(html: string): string[][] | null {
  if (!/<table[\s>]/i.test(html)) return null
  const { body } = new DOMParser().parseFromString(withoutStyle(html), 'text/html')
  const [table, ...others] = body.querySelectorAll('table')
  if (!table || others.length > 0) return null
  const rows = [...table.rows].map(row =>
    [...row.cells].flatMap(cell => [
      cell.textContent ?? '',
      ...Array<string>(Math.max(0, cell.colSpan - 1)).fill(''),
    ]),
  )
  table.remove()
  const isAlone = (body.textContent ?? '').trim() === ''
  return isAlone && rows.length > 0 ? rows : null
}

/** Lines that are all parted by tabs; a text that is only indented by them is none. */
function cellsOfText(text: string): string[][] | null {
  if (!text.includes('\t')) return null
  const { lines, faults } = readTable(text)
  const isTable = lines.length > 0 && lines.every(({ cells }) => cells.length === lines[0]?.cells.length)
  const isIndented = lines.every(({ cells }) => cells[0] === '')
  return isTable && !isIndented && faults.length === 0 ? lines.map(({ cells }) => [...cells]) : null
}
