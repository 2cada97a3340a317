// The styles of a brief in Word, in the sizes and colours of its PDF (resources/print/type.css and its neighbours).
import {
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx'
import { indents, millimetres, points, typeSize } from './measures.ts'

/**
 * Fonts that every Word has: one that is missing is replaced by another of Word's choice, and lines and pages would come
 * out differently wherever the document is opened.
 */
const fonts = {
  text: { ascii: 'Cambria', hAnsi: 'Cambria', cs: 'Times New Roman', eastAsia: 'MS Mincho' },
  small: { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'MS Gothic' },
  code: { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Courier New', eastAsia: 'MS Gothic' },
}

export const colours = { ink: '000000', quiet: '4A4A4A', rule: '8C8C8C', hairline: 'C4C4C4', alarm: 'A1001F' }

/** Lines of that many points, higher where a picture stands in one. */
function lines(height: number) {
  return { line: points(height), lineRule: LineRuleType.AT_LEAST }
}

const small = (size: number): IRunStylePropertiesOptions => ({ font: fonts.small, size: typeSize(size) })

const headings: IParagraphStyleOptions[] = [1, 2, 3, 4, 5, 6].map(rank => ({
  id: `Heading${rank}`,
  name: `heading ${rank}`,
  basedOn: 'Normal',
  next: 'Normal',
  quickFormat: true,
  run: { bold: true, italics: rank > 2, size: typeSize(rank === 1 ? 13.5 : 11) },
  paragraph: {
    keepNext: true,
    keepLines: true,
    outlineLevel: rank - 1,
    spacing: { before: points(14), after: points(6), ...lines(rank === 1 ? 17 : 15.5) },
  },
}))

const contents: IParagraphStyleOptions[] = [1, 2, 3, 4, 5, 6].map(rank => ({
  id: `TOC${rank}`,
  name: `toc ${rank}`,
  basedOn: 'Normal',
  next: 'Normal',
  run: { ...small(9.5), ...(rank > 1 && { color: colours.quiet }) },
  paragraph: {
    indent: { left: millimetres(5) * (rank - 1), right: millimetres(8) },
    spacing: { before: rank === 1 ? points(3) : 0, after: 0, ...lines(14) },
  },
}))

const paragraphs: IParagraphStyleOptions[] = [
  {
    id: 'Form',
    name: 'Brief Form',
    basedOn: 'Normal',
    next: 'Title',
    run: { ...small(9), bold: true, color: colours.quiet },
    paragraph: { keepNext: true, spacing: { after: points(6), ...lines(12) } },
  },
  {
    id: 'Particulars',
    name: 'Brief Particulars',
    basedOn: 'Normal',
    run: small(9),
    paragraph: {
      indent: { left: millimetres(14), hanging: millimetres(14) },
      spacing: { after: 0, ...lines(13) },
    },
  },
  {
    id: 'ContentsHeading',
    name: 'TOC Heading',
    basedOn: 'Normal',
    next: 'Normal',
    run: { bold: true, size: typeSize(13.5) },
    paragraph: { keepNext: true, spacing: { after: points(3), ...lines(17) } },
  },
  ...contents,
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    next: 'QuoteSource',
    quickFormat: true,
    paragraph: { keepNext: true, indent: { left: indents.quote }, spacing: { after: points(3) } },
  },
  {
    id: 'QuoteSource',
    name: 'Quote Source',
    basedOn: 'Caption',
    next: 'Normal',
    paragraph: { indent: { left: indents.quote } },
  },
  {
    id: 'BlockText',
    name: 'Block Text',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: {
      indent: { left: indents.quote },
      border: { left: { style: 'single', size: 12, space: 8, color: colours.hairline } },
    },
  },
  {
    id: 'CalloutText',
    name: 'Callout Text',
    basedOn: 'BlockText',
    quickFormat: true,
    paragraph: { border: { left: { style: 'single', size: 16, space: 8, color: colours.quiet } } },
  },
  {
    id: 'CalloutName',
    name: 'Callout Name',
    basedOn: 'CalloutText',
    next: 'CalloutText',
    run: { ...small(9), bold: true, color: colours.quiet },
    paragraph: { keepNext: true, spacing: { before: points(6), after: points(1), ...lines(13) } },
  },
  {
    id: 'DataLine',
    name: 'Data Line',
    basedOn: 'Normal',
    next: 'QuoteSource',
    paragraph: { keepNext: true, indent: { left: indents.quote }, spacing: { before: points(3), after: 0 } },
  },
  { id: 'ListBullet', name: 'List Bullet', basedOn: 'Normal', quickFormat: true, paragraph: inList() },
  { id: 'ListNumber', name: 'List Number', basedOn: 'Normal', quickFormat: true, paragraph: inList() },
  { id: 'ListContinue', name: 'List Continue', basedOn: 'Normal', paragraph: inList() },
  {
    id: 'NumberedParagraph',
    name: 'Numbered Paragraph',
    basedOn: 'Normal',
    next: 'NumberedParagraph',
    quickFormat: true,
  },
  {
    id: 'Code',
    name: 'HTML Preformatted',
    basedOn: 'Normal',
    run: { font: fonts.code, size: typeSize(9.5), noProof: true },
    paragraph: { indent: { left: indents.quote }, spacing: lines(13) },
  },
  {
    id: 'ChartTitle',
    name: 'Chart Title',
    basedOn: 'Normal',
    run: { ...small(9), color: colours.quiet },
    paragraph: { keepNext: true, spacing: { before: points(6), after: points(3), ...lines(13) } },
  },
  {
    id: 'Picture',
    name: 'Picture',
    basedOn: 'Normal',
    paragraph: { keepNext: true, spacing: { before: points(4), after: points(3) } },
  },
  {
    id: 'Decision',
    name: 'Decision',
    basedOn: 'Normal',
    run: small(9.5),
    paragraph: { keepLines: true, spacing: { before: points(3), after: points(6), ...lines(16) } },
  },
  {
    id: 'TableText',
    name: 'Table Text',
    basedOn: 'Normal',
    run: small(8.5),
    paragraph: { spacing: { before: points(3), after: points(3), ...lines(12) } },
  },
  {
    id: 'TableHead',
    name: 'Table Head',
    basedOn: 'TableText',
    run: { bold: true },
    paragraph: { keepNext: true },
  },
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    run: { size: 2 },
    paragraph: { spacing: { after: points(11), line: 20, lineRule: LineRuleType.EXACT } },
  },
  {
    id: 'SourceEntry',
    name: 'Source Entry',
    basedOn: 'Normal',
    run: small(8.5),
    paragraph: { keepLines: true, spacing: { after: points(4), ...lines(12) } },
  },
  {
    id: 'EvidenceWords',
    name: 'Evidence Words',
    basedOn: 'Normal',
    next: 'EvidenceDetail',
    run: { size: typeSize(9.5) },
    paragraph: { keepNext: true, keepLines: true, spacing: { after: points(2), ...lines(13) } },
  },
  {
    id: 'EvidenceDetail',
    name: 'Evidence Detail',
    basedOn: 'Normal',
    run: { ...small(8.5), color: colours.quiet },
    paragraph: { keepLines: true, indent: { left: indents.evidence }, spacing: { after: 0, ...lines(12) } },
  },
  {
    id: 'Header',
    name: 'header',
    basedOn: 'Normal',
    run: { ...small(7.5), color: colours.quiet },
    paragraph: { spacing: { after: 0, ...lines(10) } },
  },
  { id: 'Footer', name: 'footer', basedOn: 'Header' },
  {
    id: 'Marking',
    name: 'Marking',
    basedOn: 'Normal',
    run: { ...small(9), bold: true, characterSpacing: 7 },
    paragraph: { alignment: 'center', spacing: { after: 0, ...lines(12) } },
  },
  {
    id: 'CommentText',
    name: 'annotation text',
    basedOn: 'Normal',
    run: small(9),
    paragraph: { spacing: { after: 0 } },
  },
]

function inList() {
  return { spacing: { after: points(3) } }
}

const noteText = {
  run: small(8.5),
  paragraph: {
    indent: { left: indents.note, hanging: indents.note },
    spacing: { after: points(3), ...lines(12) },
  },
}
const noteMark = { run: { superScript: true, italics: true, font: fonts.text } }

/** The styles of a document in a language, a BCP 47 tag. */
export function documentStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: fonts.text,
          size: typeSize(11),
          language: { value: language, eastAsia: 'ja-JP', bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: points(7.75), ...lines(15.5) } },
      },
      title: {
        run: { bold: true, size: typeSize(21), color: colours.ink },
        paragraph: { keepNext: true, spacing: { after: points(6), ...lines(25) } },
      },
      caption: {
        run: { ...small(8.5), italics: false, color: colours.quiet },
        paragraph: { spacing: { after: points(11), ...lines(12) } },
      },
      footnoteText: noteText,
      endnoteText: noteText,
      footnoteReference: noteMark,
      endnoteReference: noteMark,
      // What is printed is not to look like a page of the web.
      hyperlink: { run: { color: 'auto', underline: { type: 'none' } } },
    },
    paragraphStyles: [...headings, ...paragraphs],
    characterStyles: [
      { id: 'SourceMark', name: 'Source Mark', run: { superScript: true, font: fonts.small } },
      { id: 'NoteMark', name: 'Note Mark', run: { superScript: true, italics: true } },
      { id: 'CodeText', name: 'HTML Code', run: { font: fonts.code, size: typeSize(9.5), noProof: true } },
      { id: 'Cited', name: 'HTML Cite', run: { italics: true, font: fonts.text } },
      { id: 'Missing', name: 'Missing', run: { color: colours.alarm, bold: true } },
      { id: 'LeftOut', name: 'Left Out', run: { ...small(9), color: colours.quiet } },
    ],
  }
}
