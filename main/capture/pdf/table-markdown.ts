// Rows of a table that follow one another, as one table of Markdown.
import { readingBlocks } from '../../../shared/markdown/reading-blocks.ts'
import type { Block } from './paragraphs.ts'

/** How many of the blocks from one on are rows with as many cells; fewer than two are no table. */
export function rowsFrom(blocks: readonly Block[], start: number): number {
  const width = cellsOf(blocks[start]).length
  if (width < 2) return 0
  let end = start
  while (cellsOf(blocks[end]).length === width) end++
  return end - start < 2 ? 0 : end - start
}

/** The lines of a table, its first row as its head; null where a cell would not be read as its words. */
export function tableLines(rows: readonly Block[]): string[] | null {
  const cells = rows.map(cellsOf)
  const [head = [], ...others] = cells.map(row => `| ${row.join(' | ')} |`)
  const lines = [String(head), `|${' --- |'.repeat(cells[0]?.length ?? 0)}`, ...others]
  const read = readingBlocks(lines.join('\n'), 'pdf').map(({ runs, cells: counts = [] }) => {
    let at = 0
    return counts.map(count => {
      at += count
      return runs
        .slice(at - count, at)
        .map(run => run.text)
        .join('')
    })
  })
  return JSON.stringify(read) === JSON.stringify(cells) ? lines : null
}

/** Where an offset of a row's own text stands in its line of the table. */
export function placeInLine({ text }: Block, offset: number): number {
  const { length } = '| '
  return length + offset + 2 * [...text.slice(0, offset)].filter(character => character === '\t').length
}

function cellsOf(block: Block | undefined): string[] {
  return block?.kind === 'row' ? block.text.split('\t').map(cell => cell.trim()) : []
}
