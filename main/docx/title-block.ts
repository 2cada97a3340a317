// The head of a brief: its form, its title, to whom and when; a rule under it.
import { InternalHyperlink, Paragraph, type ParagraphChild, TabStopType, TextRun } from 'docx'
import { annexId } from '../../shared/brief/annex-html.ts'
import { particularsOf } from '../../shared/brief/particulars.ts'
import { millimetres, points } from './measures.ts'
import { colours } from './styles.ts'
import { isRightToLeft, textRuns } from './text-runs.ts'
import { textWidth, type Writing } from './writing.ts'

/** Of the names of particulars, on average and some more. */
const millimetresOfLetter = 1.8

export function titleBlock(writing: Writing): Paragraph[] {
  const { document, comments } = writing
  const { title } = document
  const shown = particularsOf(document)
  const longest = Math.max(...shown.map(({ name }) => name.length))
  const column = Math.min(60, Math.max(14, 4 + millimetresOfLetter * longest))
  const rule = {
    border: { bottom: { style: 'single', size: 6, space: 9, color: colours.ink } },
    spacing: { after: points(24) },
  } as const
  const heading = new Paragraph({
    style: 'Title',
    ...(isRightToLeft(title) && { bidirectional: true }),
    ...(shown.length === 0 && rule),
    children: comments.aroundTitle(textRuns(title, {})),
  })
  const rows = shown.map(
    ({ name, value }, index) =>
      new Paragraph({
        style: 'Particulars',
        tabStops: [{ type: TabStopType.LEFT, position: millimetres(column) }],
        ...(index === shown.length - 1 ? rule : { keepNext: true }),
        children: [
          new TextRun({ text: name, color: colours.quiet }),
          new TextRun({ children: ['\t'] }),
          ...textRuns(value, {}),
        ],
      }),
  )
  return [formLine(writing), heading, ...rows]
}

/** The name of the form, and at the other end of its line the way to the annex. */
function formLine({ document, bookmarks }: Writing): Paragraph {
  const anchor = bookmarks.nameOf(annexId)
  const toAnnex: ParagraphChild[] =
    anchor === null
      ? []
      : [
          new TextRun({ children: ['\t'] }),
          new InternalHyperlink({ anchor, children: [new TextRun({ text: 'With annex', bold: false })] }),
        ]
  return new Paragraph({
    style: 'Form',
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth(document) }],
    children: [...textRuns(document.form, {}), ...toAnnex],
  })
}
