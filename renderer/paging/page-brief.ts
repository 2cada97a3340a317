// Runs in the page that is printed, before it is: breaks the brief into pages as the printer will.
import { breakPages } from './break-pages.ts'
import { brokenTables } from './broken-tables.ts'
import { fitTables } from './fit-tables.ts'
import { callsIn, measure } from './measure.ts'
import { fitPictures, readyPictures } from './ready-pictures.ts'
import { setHyphens } from './set-hyphens.ts'
import { type MeasuredNote, measureNote, setNotes } from './set-notes.ts'
import { pagesOfHeadings, sectionHeading, setBreaks, setContents, setRunningSections } from './set-pages.ts'
import { tagParts } from './tag-parts.ts'

export { showOnceFacesAreThere } from './load-faces.ts'

/** CSS pixels between the text and the notes, with the rule in the middle. */
const ruleHeight = 16
/** What measuring and printing may differ by on one page. */
const tolerance = 1.5
/** Of a note that is not at the foot of a page. */
const noHeight = { height: 0, cuts: [] }

/**
 * How a brief was broken into pages: on which each entry of its contents says it is, whether notes are at the feet of pages, and which
 * tables have broken words.
 */
export type Paged = { contents: Record<string, number>; hasFootNotes: boolean; brokenTables: number[] }

const unpaged: Paged = { contents: {}, hasFootNotes: false, brokenTables: [] }

/** Breaks the document into pages. Where its form has notes at the foot and one has no room there, all stay after the text. */
export async function pageBrief(): Promise<Paged> {
  await readyPictures()
  return breakInto(true) ?? breakInto(false) ?? unpaged
}

/** The same with notes after the text, whatever its form says. */
export async function pageWithNotesAfter(): Promise<Paged> {
  await readyPictures()
  return breakInto(false) ?? unpaged
}

/** Null, with the document as it was, where notes have no room. */
function breakInto(areNotesAtFoot: boolean): Paged | null {
  const heights = { height: lengthOf('--text-height'), turnedHeight: lengthOf('--turned-height') }
  document.querySelector('.notes-foot')?.classList.toggle('at-foot', areNotesAtFoot)
  tagParts()
  setHyphens()
  fitTables()
  const broken = brokenTables()
  const room = { height: heights.height - tolerance, turnedHeight: heights.turnedHeight - tolerance }
  fitPictures(room.height)
  const notes = new Map<string, MeasuredNote>()
  for (const note of document.querySelectorAll('.at-foot .note'))
    notes.set(note.id, measureNote(note, heights))
  const heightsOf = (id: string) => notes.get(id) ?? noHeight
  const pieces = measure(document.body, heights).map(piece => ({ ...piece, notes: withTheirs(piece.notes) }))
  const pages = breakPages(pieces, { ...room, ruleHeight, heightsOf })
  const placed = new Set(pages.flatMap(({ foot }) => foot.map(({ id }) => id)))
  const isLost = [...notes.keys()].some(id => !placed.has(id))
  if (areNotesAtFoot && (isLost || pages.some(({ isOverfull }) => isOverfull))) return null
  const headings = pagesOfHeadings(pieces, pages)
  const sheets = pages.reduce((sum, page) => sum + page.sheets, 0)
  // Notes first: they are cut where they were measured, and ends of pages move them.
  setNotes(pages, heights, ruleHeight, notes)
  setBreaks(pieces, pages)
  firstOnPages = new Set(pages.flatMap(({ from }) => pieces[from]?.element ?? []))
  setRunningSections(headings, sheets, firstOnPages)
  return { contents: setContents(pageOf), hasFootNotes: notes.size > 0, brokenTables: broken }

  function pageOf(id: string): number | undefined {
    const heading = document.getElementById(id)
    return heading ? headings.get(heading) : undefined
  }
}

/** What pages begin with. */
let firstOnPages: ReadonlySet<Element> = new Set()

/** Sets the numbers of the contents and the running names as they were printed, where that is not what was foreseen. */
export function correctNumbers(printed: Record<string, number>, pages: number): void {
  setContents(id => printed[id])
  const sections = [...document.querySelectorAll(sectionHeading)].flatMap(heading => {
    const page = printed[heading.id]
    return page === undefined ? [] : [[heading, page] as const]
  })
  setRunningSections(new Map(sections), pages, firstOnPages)
}

/** CSS pixels that the brief's page style gives. */
function lengthOf(property: string): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(property))
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
