// The page: its paper and margins, and in them the marking, the running title and the number of the page.
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { titleInMargin } from '../../shared/brief/page-style.ts'
import { type Paper, pageMargin } from '../../shared/brief/paper.ts'
import { millimetres, pixels } from './measures.ts'
import { letteredNotes } from './notes.ts'
import { wordText } from './text-runs.ts'
import { textWidth, type Writing } from './writing.ts'

/** Twips, as Word knows these papers; CSS has them in whole pixels. */
const papers: Readonly<Record<Paper, { width: number; height: number }>> = {
  a4: { width: 11906, height: 16838 },
  letter: { width: 12240, height: 15840 },
}

/** From the edge of the paper to what stands in its margins. */
const toEdge = millimetres(10)

export function pageProperties({ document }: Writing): ISectionPropertiesOptions {
  const { block, inline } = pageMargin
  return {
    page: {
      size: papers[document.paper],
      margin: {
        top: pixels(block),
        bottom: pixels(block),
        left: pixels(inline),
        right: pixels(inline),
        header: toEdge,
        footer: toEdge,
      },
    },
    titlePage: true,
    footnoteProperties: letteredNotes,
  }
}

/** The margins of the first page, and of all others, which name the brief and, where it has contents, their section. */
export function pageMargins(writing: Writing): Pick<ISectionOptions, 'headers' | 'footers'> {
  const { document } = writing
  const title = wordText(titleInMargin(document))
  const section = sectionName(writing)
  return {
    headers: {
      first: new Header({ children: margin(writing, [], []) }),
      default: new Header({ children: margin(writing, section, []) }),
    },
    footers: {
      first: new Footer({ children: margin(writing, [], pageOfPages()) }),
      default: new Footer({ children: margin(writing, [new TextRun(title)], pageOfPages()) }),
    },
  }
}

/** The heading that a page stands under. Word is asked by the rank of headings, whose styles have other names in other languages. */
function sectionName({ document, raisedBy }: Writing): ParagraphChild[] {
  if (!document.hasContents || document.headings.length === 0) return []
  const rank = Math.min(...document.headings.map(({ depth }) => Math.max(1, depth - raisedBy)))
  return [new SimpleField(`STYLEREF ${rank}`, '')]
}

function pageOfPages(): ParagraphChild[] {
  return [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })]
}

/** A margin in three parts, the marking in its middle; a long title takes as many lines as it needs. */
function margin(
  { document }: Writing,
  left: readonly ParagraphChild[],
  right: readonly ParagraphChild[],
): (Table | Paragraph)[] {
  const middle = document.marking === null ? [] : [new TextRun(wordText(document.marking))]
  const whole = textWidth(document)
  const side = Math.round(whole * 0.31)
  const widths = [side, whole - 2 * side, side]
  const parts = [
    new Paragraph({ style: 'Footer', children: left }),
    new Paragraph({ style: 'Marking', children: middle }),
    new Paragraph({ style: 'Footer', alignment: AlignmentType.END, children: right }),
  ]
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: whole, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        children: parts.map(
          (part, index) =>
            new TableCell({
              width: { size: widths[index] ?? side, type: WidthType.DXA },
              verticalAlign: VerticalAlign.BOTTOM,
              children: [part],
            }),
        ),
      }),
    ],
  })
  // Word wants a paragraph after a table.
  return [table, new Paragraph({ style: 'AfterTable', spacing: { after: 0 } })]
}
