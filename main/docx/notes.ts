// The notes of a brief. At the foot of pages they are Word's footnotes; in the annex, which ends the document, its endnotes; after
// the text, where sources follow, a list with links both ways, since Word has no place for endnotes there.
import {
  EndnoteReferenceRun,
  FootnoteReferenceRun,
  InternalHyperlink,
  NumberFormat,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { type DomElement, parsePage } from '../capture/from-html/dom.ts'
import { fieldRun } from './field.ts'
import { indents } from './measures.ts'
import { inText, type Writing } from './writing.ts'

/** What Word is told of a note that it numbers itself. */
type WordNotes = Record<string, { children: Paragraph[] }>

export type Notes = {
  /** A call, as the renderer drew it. */
  call(element: DomElement): readonly ParagraphChild[]
}

/** Word gives the letters: each note is placed once, and other calls of it refer to that place. */
export function notesOf({ notes, notesPlace }: BriefDocument, writing: () => Writing): Notes {
  const placed = new Set<string>()
  const letters = notes.map(({ letter }) => letter)
  const calledIn = new Map(notes.map(({ letter, html }) => [letter, lettersCalledIn(html)]))

  function place(letter: string): ParagraphChild[] {
    placed.add(letter)
    const number = letters.indexOf(letter) + 1
    const reference =
      notesPlace === 'foot' ? new FootnoteReferenceRun(number) : new EndnoteReferenceRun(number)
    const own = writing().bookmarks.around(callId(letter), [reference])
    // Word knows no notes of notes: those follow the note that calls them, which is where they have their letters.
    const inner = (calledIn.get(letter) ?? []).flatMap(other =>
      placed.has(other) ? [] : [new TextRun({ text: ',', style: 'NoteMark' }), ...place(other)],
    )
    return [...own, ...inner]
  }

  return {
    call(element) {
      const letter = element.textContent ?? ''
      const { bookmarks } = writing()
      if (notesPlace === 'end') {
        const anchor = bookmarks.nameOf(noteId(letter)) ?? ''
        const run = new TextRun({ text: letter, style: 'NoteMark' })
        return bookmarks.around(element.id, [new InternalHyperlink({ anchor, children: [run] })])
      }
      if (!placed.has(letter) && element.closest('[data-note]') === null) return place(letter)
      const first = bookmarks.nameOf(callId(letter)) ?? ''
      return [fieldRun(`NOTEREF ${first} \\f \\h`, letter, 'NoteMark')]
    },
  }
}

/** The notes that Word sets by itself, by their numbers. */
export function wordNotes({ notes, notesPlace }: BriefDocument, writing: Writing): WordNotes {
  if (notesPlace === 'end') return {}
  const style = notesPlace === 'foot' ? 'FootnoteText' : 'EndnoteText'
  return Object.fromEntries(
    notes.map(({ html }, index) => [index + 1, { children: contentOf(html, style, writing) }]),
  )
}

export const letteredNotes = { numberFormat: { type: NumberFormat.LOWER_LETTER } }

function contentOf(html: string, style: string, writing: Writing): Paragraph[] {
  const body = parsePage(`<div data-note="">${html}</div>`).querySelector('[data-note]')
  const [first, ...others] = body ? [...body.children] : []
  const place = { ...inText, style, indent: indents.note }
  const head = { ...place, lead: { children: [new TextRun({ children: ['\t'] })], hanging: indents.note } }
  // Word puts the letter before the first paragraph, which a list or a table has no room for.
  const begins = first?.localName === 'p'
  const opening = begins
    ? writing.drawBlocks([first], head)
    : [new Paragraph({ style, ...(first && { keepNext: true }) })]
  const rest = first ? writing.drawBlocks(begins ? others : [first, ...others], place) : []
  // A table may stand in a note as well, which docx's types do not say.
  return [...opening, ...rest] as Paragraph[]
}

/** The list of the notes after the text, each with a link back to its call. */
export function notesAfterText({ notes }: BriefDocument, writing: Writing): (Paragraph | Table)[] {
  return notes.flatMap(({ letter, html }) => {
    const body = parsePage(`<div data-note="">${html}</div>`).querySelector('[data-note]')
    const [first, ...others] = body ? [...body.children] : []
    const anchor = writing.bookmarks.nameOf(callId(letter)) ?? ''
    const mark = new TextRun({ text: letter, italics: true })
    const lead = [
      ...writing.bookmarks.around(noteId(letter), [new InternalHyperlink({ anchor, children: [mark] })]),
      new TextRun({ children: ['\t'] }),
    ]
    const place = { ...inText, style: 'EndnoteText', indent: indents.note }
    const head = { ...place, lead: { children: lead, hanging: indents.note } }
    if (first?.localName === 'p') {
      return [...writing.drawBlocks([first], head), ...writing.drawBlocks(others, place)]
    }
    const opening = new Paragraph({ style: 'EndnoteText', children: lead })
    return [opening, ...(body ? writing.drawBlocks(body.children, place) : [])]
  })
}

/** The ids that the renderer gives a note and its first call. */
export function noteId(letter: string): string {
  return `note-${letter}`
}

function callId(letter: string): string {
  return `note-${letter}-call`
}

function lettersCalledIn(html: string): string[] {
  return [...parsePage(html).querySelectorAll('sup.note-call')].map(({ textContent }) => textContent ?? '')
}
