// Tables, as wide as the text, whose head stands again on each page.
import { AlignmentType, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { type DomElement, isElement } from '../capture/from-html/dom.ts'
import { columnWidths } from './column-widths.ts'
import { classesOf, drawInline } from './inline.ts'
import { paragraphOf } from './paragraph.ts'
import { tableStyleId } from './table-style.ts'
import { type Place, textWidth, type Writing } from './writing.ts'

/** A short table stays whole, as it does in print. */
const longestWhole = 12

export function drawTable(element: DomElement, writing: Writing, place: Place): (Paragraph | Table)[] {
  const rows = [...element.querySelectorAll('tr')]
  const cells = rows.map(row => [...row.children])
  const width = textWidth(writing.document) - place.indent
  const widths = columnWidths(
    cells.map(row => row.map(cell => (cell.textContent ?? '').trim())),
    width,
  )
  const isWhole = rows.length <= longestWhole
  const drawn = rows.map((row, index) => {
    const isHead = row.parentNode?.localName === 'thead'
    return new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      keepNext: isHead || (isWhole && index < rows.length - 1),
      children: (cells[index] ?? []).map((cell, column) =>
        drawCell(cell, writing, widths[column] ?? 0, row.children),
      ),
    })
  })
  const table = new Table({
    style: tableStyleId,
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    indent: { size: place.indent, type: WidthType.DXA },
    columnWidths: widths,
    rows: drawn,
    tableLook: { firstRow: true, firstColumn: false, lastColumn: false, lastRow: false, noVBand: true },
  })
  return [table, new Paragraph({ style: 'AfterTable' })]
}

function drawCell(
  cell: DomElement,
  writing: Writing,
  width: number,
  siblings: Iterable<DomElement>,
): TableCell {
  const isHead = cell.localName === 'th'
  const classes = classesOf(cell)
  const alignment = classes.includes('align-right')
    ? AlignmentType.END
    : classes.includes('align-center')
      ? AlignmentType.CENTER
      : AlignmentType.START
  const look = { style: isHead ? 'TableHead' : 'TableText', alignment }
  const paragraphs = [...cell.children].filter(child => child.localName === 'p')
  const isOfParagraphs =
    paragraphs.length > 0 && paragraphs.length === [...cell.childNodes].filter(isElement).length
  const isLast = [...siblings].at(-1) === cell
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(isLast && { margins: { right: 0 } }),
    children: isOfParagraphs
      ? paragraphs.map(each => paragraphOf(each, writing, drawInline(each.childNodes, writing), look))
      : [paragraphOf(cell, writing, drawInline(cell.childNodes, writing), look)],
  })
}
