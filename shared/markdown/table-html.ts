// A table of a brief as HTML, from its cells as they were drawn.
import type { DecimalMark } from '../series/number-cells.ts'
import { alignFigures } from './figure-columns.ts'

/** Cells are HTML, by rows; `align` is what the author set for each column; `attributes` are the table's own. */
export type DrawnTable = {
  attributes: string
  align: readonly ('left' | 'center' | 'right' | null)[]
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** Columns of figures for which the author set no alignment are aligned on the decimal mark, and their heads on the right. */
export function tableHtml({ attributes, align, head, rows }: DrawnTable, mark: DecimalMark): string {
  const columns = head.map((_, column) => {
    const cells = rows.map(row => row[column] ?? '')
    const set = align[column] ?? null
    const aligned = set === null ? alignFigures(cells, mark) : null
    if (aligned === null) return { cells, name: set === null ? '' : `align-${set}`, figures: '' }
    const isMarked = aligned.some(cell => cell.includes('class="hung"'))
    return { cells: aligned, name: `align-right${isMarked ? ' marked' : ''}`, figures: ' figures' }
  })
  const classes = (names: string) => (names === '' ? '' : ` class="${names}"`)
  const heads = columns.map(({ name }, column) => `<th scope="col"${classes(name)}>${head[column]}</th>`)
  const drawn = rows.map(
    (_, row) =>
      `<tr>${columns.map(({ cells, name, figures }) => `<td${classes(name + figures)}>${cells[row]}</td>`).join('')}</tr>\n`,
  )
  return `<table${attributes}>\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n${drawn.join('')}</tbody>\n</table>\n`
}
