// Runs in the page that is printed, before it is: breaks the brief into pages as the printer will.
import { breakPages } from './break-pages.ts'
import { boxOf, callsIn, measure } from './measure.ts'
import { pagesOfHeadings, setBreaks, setContents, setNotes, setRunningSections } from './set-pages.ts'

/** CSS pixels between the text and the notes, with the rule in the middle. */
const ruleHeight = 16
/** What measuring and printing may differ by on one page. */
const tolerance = 1.5

/** The number of pages that the document has. */
export function pageBrief(): number {
  const height = Number.parseFloat(
    getComputedStyle(document.documentElement).getPropertyValue('--text-height'),
  )
  document.querySelector('.notes-foot')?.classList.add('at-foot')
  const heights = new Map(
    [...document.querySelectorAll('.at-foot .note')].map(note => {
      const { top, bottom } = boxOf(note)
      return [note.id, Math.ceil(bottom - top)] as const
    }),
  )
  const noteHeight = (id: string) => heights.get(id) ?? 0
  const pieces = measure(document.body).map(piece => ({ ...piece, notes: withTheirs(piece.notes) }))
  const pages = breakPages(pieces, { height: height - tolerance, ruleHeight, noteHeight })
  const headings = pagesOfHeadings(pieces, pages)
  setBreaks(pieces, pages)
  setNotes(pages, height, ruleHeight, noteHeight)
  setContents(headings)
  setRunningSections(headings, pages.length)
  return pages.length
}

/** Notes with those that they call themselves. */
function withTheirs(notes: readonly string[]): string[] {
  const all = new Set(notes)
  // A set that grows while it is walked is walked to its end.
  for (const id of all) {
    const note = document.getElementById(id)
    for (const { id: called } of note ? callsIn(note) : []) all.add(called)
  }
  return [...all]
}
