// The notes of a brief, and the list of its contents.
import type { DrawnNote } from '../markdown/notes.ts'
import type { DrawnHeading } from '../markdown/render-markdown.ts'
import type { NotesPlace } from './template.ts'

/** The id of the heading of notes, which leads to itself: a PDF has a destination of that name where the heading is printed. */
export const notesId = 'notes-of-this-brief'

/** Whether notes go to the foot of pages is a matter of paper: on screen they stand after the text. */
export function renderNotes(notes: readonly DrawnNote[], place: NotesPlace): string {
  if (notes.length === 0) return ''
  const level = place === 'annex' ? 'h3' : 'h2'
  const items = notes.map(
    ({ letter, html }) =>
      `<li class="note" id="note-${letter}"><a class="number" href="#note-${letter}-call" aria-label="Back to the call of note ${letter}">${letter}</a>${html.trim()}</li>\n`,
  )
  return `<section class="notes notes-${place}">\n<${level} id="${notesId}"><a href="#${notesId}">Notes</a></${level}>\n<ol>\n${items.join('')}</ol>\n</section>\n`
}

/** Headings of more ranks than these are too many for a list that is read at a glance. */
const mostRanks = 2

/** Entries by rank; the printer fills in their pages. */
export function renderContents(headings: readonly DrawnHeading[]): string {
  const ranks = [...new Set(headings.map(({ depth }) => depth))].sort((one, other) => one - other)
  const entries = headings.flatMap(({ depth, id, html }) => {
    const rank = ranks.indexOf(depth)
    if (rank >= mostRanks) return []
    return `<li class="rank-${rank + 1}"><a href="#${id}"><span class="entry">${withoutLinks(html)}</span><span class="page"></span></a></li>\n`
  })
  if (entries.length === 0) return ''
  return `<nav class="contents" aria-label="Contents">\n<h2>Contents</h2>\n<ol>\n${entries.join('')}</ol>\n</nav>\n`
}

/** Links do not nest, and the mark of a source or a note belongs to the heading itself. */
function withoutLinks(html: string): string {
  return html.replace(/<sup\b[\s\S]*?<\/sup>/g, '').replace(/<\/?a\b[^>]*>/g, '')
}
