// The door: a composed brief becomes a Word document.
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { maker } from '../../shared/brief/maker.ts'
import { notesId } from '../../shared/brief/notes-html.ts'
import { renderSourceList } from '../../shared/brief/source-list-html.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import { type DomElement, parsePage } from '../capture/from-html/dom.ts'
import { annexElement, drawAnnex } from './annex.ts'
import { drawBlocks } from './blocks.ts'
import { Bookmarks } from './bookmarks.ts'
import { Comments, type PlacedBlock } from './comments.ts'
import { contents } from './contents.ts'
import { indents } from './measures.ts'
import { footnotesOf, noteId, noteList, notesOf } from './notes.ts'
import { pageMargins, pageProperties } from './page-setup.ts'
import { attachmentOf } from './pictures.ts'
import { settlePackage } from './settle-package.ts'
import { drawSources } from './sources.ts'
import { documentStyles } from './styles.ts'
import { wordText } from './text-runs.ts'
import { titleBlock } from './title-block.ts'
import { inText, type Writing } from './writing.ts'

/** What is to be known beside the composed brief. */
export type MoreOfDocx = {
  /** What the checks found; those without an answer become comments. */
  findings: readonly Finding[]
  /** The Markdown that the findings have their places in. */
  body: string
  /** The bytes of a kept file by its SHA-256; null where it is not there. */
  pictureOf: (sha256: string) => Promise<Uint8Array | null>
  /** What the document says of when it was made, and its comments of theirs. */
  changedAt: Date
  /** Called with the name and class of HTML that has no form of its own in Word yet; its words are there all the same. */
  onUnknown?: (what: string) => void
}

const sourcesId = 'section-sources-of-this-brief'

/**
 * A brief as a Word document (.docx): styles, lists, notes, contents and comments are Word's own, so that it can be worked on
 * there. The same input always gives the same bytes; nothing in it is of the clock, the machine or the person. Nothing
 * is fetched when it is opened. Rejects where `pictureOf` does.
 */
export async function writeDocx(document: BriefDocument, more: MoreOfDocx): Promise<Uint8Array> {
  const { findings, body, changedAt, onUnknown } = more
  const blocks = document.blocks.map(
    ({ line, html }): PlacedBlock => ({ line, elements: [...parsePage(html).body.children] }),
  )
  const elements = blocks.flatMap(block => block.elements)
  const annex = document.annex && annexElement(document.annex)
  const noteBodies = document.notes.map(({ html }) => parsePage(html).body)
  const sources =
    document.bodyListsSources || document.sources.length === 0
      ? null
      : parsePage(renderSourceList(document.sources)).querySelector('ol')
  const parts = [...elements, ...noteBodies, ...[annex, sources].filter(part => part !== null)]
  const writing: Writing = {
    document,
    bookmarks: new Bookmarks([
      ...parts.flatMap(idsIn),
      ...document.notes.map(({ letter }) => noteId(letter)),
      notesId,
      sourcesId,
    ]),
    comments: new Comments(findings, body, {
      blocks,
      notes: document.notes,
      hasFootnotes: document.notesPlace === 'foot',
    }),
    notes: notesOf(document, () => writing),
    pictures: await picturesIn(parts, more.pictureOf),
    raisedBy: document.headings.some(({ depth }) => depth === 1) ? 0 : 1,
    drawBlocks: (nodes, place) => drawBlocks(nodes, writing, place),
    nextList: counter(),
    onUnknown: element => onUnknown?.(`${element.localName} ${element.className}`.trim()),
  }
  const place = document.numbered ? { ...inText, indent: indents.number, isLettered: true } : inText
  const text = drawBlocks(elements, writing, place)
  const { notes, notesPlace } = document
  const listed = (style: string) => [
    heading(writing, notesId, 'Notes', style),
    ...noteList(document, writing),
  ]
  const placeOfList = notes.length > 0 ? notesPlace : 'foot'
  const sections = [
    ...text,
    ...(placeOfList === 'end' ? listed('Heading1') : []),
    ...(sources
      ? [heading(writing, sourcesId, 'Sources', 'Heading1'), ...drawSources(sources, writing)]
      : []),
    ...(annex ? drawAnnex(annex, writing) : []),
    ...(placeOfList === 'annex' ? listed('Heading2') : []),
  ]
  const file = new Document({
    title: wordText(document.title),
    subject: wordText(document.form),
    creator: maker,
    lastModifiedBy: maker,
    styles: documentStyles(document.language),
    footnotes: footnotesOf(document, writing),
    sections: [
      {
        properties: pageProperties(writing),
        ...pageMargins(writing),
        // The title is drawn last: it has the comments that found no other place.
        children: [...titleBlock(writing), ...(document.hasContents ? contents(writing) : []), ...sections],
      },
    ],
    comments: { children: writing.comments.written(changedAt) },
    // The contents would have no numbers before Word is asked for them.
    ...(document.hasContents && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
  })
  return settlePackage(await Packer.toBuffer(file), changedAt)
}

function heading({ bookmarks }: Writing, id: string, words: string, style: string): Paragraph {
  return new Paragraph({ style, children: bookmarks.around(id, [new TextRun(words)]) })
}

function idsIn(element: DomElement): string[] {
  const own = element.id === '' ? [] : [element]
  return [...own, ...element.querySelectorAll('[id]')]
    .filter(each => each.className !== 'empty' && each.closest('svg') === null)
    .map(({ id }) => id)
}

async function picturesIn(
  parts: readonly DomElement[],
  pictureOf: MoreOfDocx['pictureOf'],
): Promise<Map<string, Uint8Array>> {
  const wanted = parts.flatMap(part =>
    [...part.querySelectorAll('img')].flatMap(img => attachmentOf(img) ?? []),
  )
  const pictures = new Map<string, Uint8Array>()
  for (const sha256 of new Set(wanted)) {
    const bytes = await pictureOf(sha256)
    if (bytes) pictures.set(sha256, bytes)
  }
  return pictures
}

function counter(): () => number {
  let count = 0
  return () => {
    count += 1
    return count
  }
}
