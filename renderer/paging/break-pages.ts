// Where pages end. Pure: pieces of a brief as high as they were measured, in their order, and how much room a page has.
import { type Foot, fillFoot, leastOf, type NoteHeights, type NotePart } from './foot-notes.ts'

/** A part of a brief that no page's end cuts: a line, a heading, a figure, a row of a table. Lengths in CSS pixels. */
export type Piece = {
  top: number
  bottom: number
  /** Whether a page may begin with it. */
  mayBegin: boolean
  /** Whether a page must begin with it. */
  mustBegin: boolean
  /** Whether what follows it belongs on its page, as the text does under its heading. */
  keepsNext: boolean
  /** How high the head is that is printed again over it where it begins a page. */
  repeats: number
  /** Whether it stands on a page that is turned, landscape; the next that does not begins a page. */
  isTurned: boolean
  /** The ids of the notes that it calls. */
  notes: readonly string[]
}

/**
 * The pieces of a page, the last one included, and the parts of notes at its foot; a page that has only notes ends before it
 * begins. `sheets` are more than one where a piece is higher than a page; one is overfull where the notes of a piece cannot
 * even begin beside it.
 */
export type PageOfPieces = {
  from: number
  to: number
  foot: readonly NotePart[]
  sheets: number
  isOverfull: boolean
  isTurned: boolean
}

/** How high the text of a page is, and that of one that is turned. */
export type PageHeights = { height: number; turnedHeight: number }

export type Room = PageHeights & {
  /** What the rule over the notes takes. */
  ruleHeight: number
  heightsOf: (id: string) => NoteHeights
}

/** Of a page's height, what the text has at least while a note goes on under it, and what may stay empty before a note is cut. */
const [leastText, mostEmpty] = [0.25, 0.12]

/**
 * Fills page after page, each as far as it goes. A note begins on the page that calls it first, and goes on at the foot of the
 * next ones where the page would else stay emptier than it should; a piece higher than a page has one for itself, and is for
 * the printer to cut.
 */
export function breakPages(pieces: readonly Piece[], room: Room): PageOfPieces[] {
  const pages: PageOfPieces[] = []
  const placed = new Set<string>()
  let left: readonly NotePart[] = []
  for (let from = 0; from < pieces.length || left.length > 0; ) {
    const isTurned = pieces[from]?.isTurned ?? false
    const height = isTurned ? room.turnedHeight : room.height
    const { page, left: after } = fillPage(pieces, from, { ...room, height }, placed, left)
    for (const { id } of page.foot) placed.add(id)
    pages.push({ ...page, isTurned })
    from = page.to + 1
    left = after
  }
  return pages
}

type Filled = { page: Omit<PageOfPieces, 'isTurned'>; left: readonly NotePart[] }

function fillPage(
  pieces: readonly Piece[],
  from: number,
  room: Room,
  placed: ReadonlySet<string>,
  left: readonly NotePart[],
): Filled {
  const { height, ruleHeight, heightsOf } = room
  const page = (to: number, foot: Foot): Filled => ({
    page: { from, to, foot: foot.parts, sheets: 1, isOverfull: false },
    left: foot.left,
  })
  const first = pieces[from]
  const top = (first?.top ?? 0) - (first?.repeats ?? 0)
  const goingOn = footGoingOn(pieces, from, room, placed, left)
  const begun: NotePart[] = []
  let whole: Filled | null = null
  let used = 0
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at]
    if (piece === undefined || (at > from && piece.mustBegin)) break
    const isStanding = (id: string) => placed.has(id) || begun.some(note => note.id === id)
    begun.push(...newNotes([piece], isStanding, heightsOf))
    const text = piece.bottom - top
    const mayEnd = !staysWith(piece, pieces[at + 1])
    const rule = goingOn.parts.length + begun.length === 0 ? 0 : ruleHeight
    const under = fillFoot(begun, height - text - rule - goingOn.height, heightsOf)
    if (under === null) break
    const isCut = under.left.length > 0
    if (isCut && whole && height - used <= mostEmpty * height) break
    if (!mayEnd) continue
    const filled = page(at, {
      parts: [...goingOn.parts, ...under.parts],
      left: [...goingOn.left, ...under.left],
      height: goingOn.height + under.height,
    })
    // A page whose note is cut is full.
    if (isCut) return filled
    whole = filled
    used = text + rule + goingOn.height + under.height
  }
  if (whole) return whole
  if (first) return unbreakable(pieces, from, room, placed, left)
  if (goingOn.parts.length > 0) return page(from - 1, goingOn)
  // What is left cannot be cut, and is higher than a page.
  return { page: { from, to: from - 1, foot: left, sheets: 1, isOverfull: true }, left: [] }
}

/** What goes on from the page before: as much as leaves the text its least, and what it calls there its beginning. */
function footGoingOn(
  pieces: readonly Piece[],
  from: number,
  { height, ruleHeight, heightsOf }: Room,
  placed: ReadonlySet<string>,
  left: readonly NotePart[],
): Foot {
  const nothing = { parts: [], left: [...left], height: 0 }
  if (left.length === 0) return nothing
  const run = runFrom(pieces, from)
  const calls = newNotes(run, id => placed.has(id), heightsOf).map(note => leastOf(note, heightsOf(note.id)))
  const rest = run.length === 0 ? 0 : (pieces.at(-1)?.bottom ?? 0) - (run[0]?.top ?? 0)
  const needed = heightOf(run) + calls.reduce((sum, each) => sum + each, 0)
  const text = Math.max(needed, Math.min(leastText * height, rest))
  return fillFoot(left, height - ruleHeight - text, heightsOf) ?? nothing
}

/** What must stay together and is too high for one page: the first pieces up to where one may end, heading and all. */
function unbreakable(
  pieces: readonly Piece[],
  from: number,
  { height, ruleHeight, heightsOf }: Room,
  placed: ReadonlySet<string>,
  left: readonly NotePart[],
): Filled {
  const run = runFrom(pieces, from)
  const foot = newNotes(run, id => placed.has(id), heightsOf)
  const notesHeight = foot.reduce((sum, { to }) => sum + to, ruleHeight)
  const high = heightOf(run)
  return {
    page: {
      from,
      to: from + run.length - 1,
      foot,
      sheets: Math.max(1, Math.ceil(high / height)),
      isOverfull: foot.length > 0 && high + notesHeight > height,
    },
    left,
  }
}

/** The pieces from one on, up to where a page may end. */
function runFrom(pieces: readonly Piece[], from: number): readonly Piece[] {
  let to = from
  while (staysWith(pieces[to], pieces[to + 1])) to += 1
  return pieces.slice(from, to + 1)
}

function heightOf(pieces: readonly Piece[]): number {
  const [first, last] = [pieces[0], pieces.at(-1)]
  return first && last ? last.bottom - first.top + first.repeats : 0
}

/** The notes that pieces call, each once and whole, but for those that stand already. */
function newNotes(
  pieces: readonly Piece[],
  isStanding: (id: string) => boolean,
  heightsOf: Room['heightsOf'],
): NotePart[] {
  const ids = new Set(pieces.flatMap(({ notes }) => notes))
  return [...ids].filter(id => !isStanding(id)).map(id => ({ id, from: 0, to: heightsOf(id).height }))
}

function staysWith(piece: Piece | undefined, next: Piece | undefined): boolean {
  return piece !== undefined && next !== undefined && !next.mustBegin && (piece.keepsNext || !next.mayBegin)
}
