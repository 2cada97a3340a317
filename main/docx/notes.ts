// The notes of a brief. At the foot of pages they are Word's footnotes. After the text and in the annex they are a list with links
// both ways: Word has no place for endnotes before the sources, and LibreOffice sets them on pages that bear no marking.
import {
  FootnoteReferenceRun,
  InternalHyperlink,
  NumberFormat,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx'
import type { BriefDocument } from '../../shared/brief/brief-document.ts'
import { parsePage } from '../capture/from-html/dom.ts'
import { fieldRun } from './field.ts'
import { indents } from './measures.ts'
import { inText, type NoteCalls, type Writing } from './writing.ts'

/** The footnotes by their numbers, which Word shows as letters. */
type Footnotes = Record<string, { children: Paragraph[] }>

/** Word gives the letters: each note is placed once, and other calls of it refer to that place. */
export function notesOf({ notes, notesPlace }: BriefDocument, writing: () => Writing): NoteCalls {
  const placed = new Set<string>()
  const letters = notes.map(({ letter }) => letter)
  const calledIn = new Map(notes.map(({ letter, html }) => [letter, lettersCalledIn(html)]))

  function place(letter: string): ParagraphChild[] {
    placed.add(letter)
    const number = letters.indexOf(letter) + 1
    const own = writing().bookmarks.around(callId(letter), [new FootnoteReferenceRun(number)])
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
      if (notesPlace !== 'foot') {
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

/** The notes that Word sets at the foot of pages; none where they have another place. */
export function footnotesOf({ notes, notesPlace }: BriefDocument, writing: Writing): Footnotes {
  if (notesPlace !== 'foot') return {}
  return Object.fromEntries(
    notes.map(({ html }, index) => [index + 1, { children: contentOf(html, writing) }]),
  )
}

export const letteredNotes = { numberFormat: { type: NumberFormat.LOWER_LETTER } }

function contentOf(html: string, writing: Writing): Paragraph[] {
  const body = parsePage(`<div data-note="">${html}</div>`).querySelector('[data-note]')
  const [first, ...others] = body ? [...body.children] : []
  const style = 'FootnoteText'
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

/** The list of the notes after the text or in the annex, each with a link back to its call. */
export function noteList({ notes }: BriefDocument, writing: Writing): (Paragraph | Table)[] {
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
