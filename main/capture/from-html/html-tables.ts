// Tables of HTML: those that hold data, and those that only lay out a page or a mail.
import { type DomElement, isElement } from './dom.ts'

/** Whether a table's rows and columns mean something. */
export function isDataTable(table: DomElement): boolean {
  if (/^(?:presentation|none)$/i.test(table.getAttribute('role') ?? '')) return false
  if (table.querySelector('table') !== null) return false
  const rows = [...rowElements(table)].map(cellsOf)
  if (!rows.some(cells => cells.length > 1)) return false
  const cells = rows.flat()
  // A cell with paragraphs of its own is a part of a page.
  if (
    cells.some(
      cell => [...cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre')].length > 6,
    )
  )
    return false
  if (table.querySelector('th, caption, thead') !== null) return true
  const longest = Math.max(...cells.map(cell => (cell.textContent ?? '').trim().length))
  return (
    rows.length > 1 && longest <= 300 && !cells.some(cell => cell.querySelector('h1, h2, h3, p + p, ul, ol'))
  )
}

export function captionOf(table: DomElement): DomElement | null {
  return [...table.children].find(child => child.localName === 'caption') ?? null
}

const widestSpan = 100

/** The words of a table's cells, the same number in each row: a cell over several columns or rows is followed by empty ones. */
export function rowsOf(table: DomElement): string[][] {
  const rows: string[][] = []
  /** For each column, in how many of the next rows a cell from above still stands. */
  const taken: number[] = []
  for (const row of rowElements(table)) {
    const words: string[] = []
    const skipTaken = () => {
      for (let left = taken[words.length] ?? 0; left > 0; left = taken[words.length] ?? 0) {
        taken[words.length] = left - 1
        words.push('')
      }
    }
    for (const cell of cellsOf(row)) {
      skipTaken()
      for (let column = 0; column < span(cell, 'colspan'); column++) {
        taken[words.length] = span(cell, 'rowspan') - 1
        words.push(column === 0 ? wordsOf(cell) : '')
      }
    }
    skipTaken()
    if (words.length > 0) rows.push(words)
  }
  const width = Math.max(0, ...rows.map(row => row.length))
  return rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => '')])
}

function rowElements(table: DomElement): DomElement[] {
  return [...table.children].flatMap(child => {
    if (child.localName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.localName)
      ? [...child.children].filter(row => row.localName === 'tr')
      : []
  })
}

function cellsOf(row: DomElement): DomElement[] {
  return [...row.children].filter(cell => cell.localName === 'td' || cell.localName === 'th')
}

function span(cell: DomElement, name: 'colspan' | 'rowspan'): number {
  const count = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return count >= 1 && count <= widestSpan ? count : 1
}

/** A cell's words in one line; blocks and line breaks in it are parted by a space. */
function wordsOf(cell: DomElement): string {
  return [...cell.childNodes]
    .map(child => {
      if (!isElement(child)) return child.nodeType === 3 ? (child.textContent ?? '') : ''
      if (child.localName === 'br') return ' '
      const isLine = /^(?:p|div|li|ul|ol|h[1-6]|blockquote|pre)$/.test(child.localName)
      return isLine ? ` ${wordsOf(child)} ` : wordsOf(child)
    })
    .join('')
}
