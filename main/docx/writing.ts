// What the parts of a document that is being written share.
import type { Paragraph, ParagraphChild, Table } from 'docx'
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { pageMargin, papers } from '../../shared/brief/paper.ts'
import type { DomElement, DomNode } from '../capture/from-html/dom.ts'
import type { Bookmarks } from './bookmarks.ts'
import type { Comments } from './comments.ts'
import { pixels } from './measures.ts'

export type Writing = {
  document: BriefDocument
  bookmarks: Bookmarks
  comments: Comments
  notes: NoteCalls
  /** The bytes of the pictures that are there, by their SHA-256. */
  pictures: ReadonlyMap<string, Uint8Array>
  /** How far headings are raised: the title is Word's Title, so that what stands under it begins with Heading 1. */
  raisedBy: number
  /** Blocks of HTML as Word's, for what blocks stand in. */
  drawBlocks: (nodes: Iterable<DomNode>, place: Place) => (Paragraph | Table)[]
  /** A number that no list of the document has had. */
  nextList: () => number
  /** Called with an element whose name or class is unknown; its words are written all the same. */
  onUnknown: (element: DomElement) => void
}

/** What a call of a note, as the renderer drew it, becomes. */
export type NoteCalls = { call(element: DomElement): readonly ParagraphChild[] }

/** Where blocks stand. Lengths in twips. */
export type Place = {
  /** From the margin of the text. */
  indent: number
  /** In how many lists. */
  lists: number
  /** The style of plain paragraphs there. */
  style: string
  /** Whether ordered lists are lettered, as in a document whose paragraphs have the numbers. */
  isLettered: boolean
  /** What a paragraph there begins with, in the room that it hangs into: the letter of a note. */
  lead?: { children: readonly ParagraphChild[]; hanging: number }
}

export const inText: Place = { indent: 0, lists: 0, style: 'Normal', isLettered: false }

/** Twips between the margins of a page. */
export function textWidth({ paper }: Pick<BriefDocument, 'paper'>): number {
  return pixels(papers[paper].width - 2 * pageMargin.inline)
}

/** Twips from the margin that a block has which stands that much further in; half of the text's width at most, so that words have room. */
export function indentBy(place: Place, by: number, document: Pick<BriefDocument, 'paper'>): number {
  return Math.min(place.indent + by, Math.floor(textWidth(document) / 2))
}
