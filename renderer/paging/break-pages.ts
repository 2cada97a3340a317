// Where pages end. Pure: pieces of a brief as high as they were measured, in their order, and how much room a page has.

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
  /** The ids of the notes that it calls. */
  notes: readonly string[]
}

/**
 * The pieces of a page, the last one included, and the notes at its foot; `sheets` are more than one where a piece is higher than a page; one is
 * overfull where the notes of a piece have no room beside it.
 */
export type PageOfPieces = {
  from: number
  to: number
  notes: readonly string[]
  sheets: number
  isOverfull: boolean
}

export type Room = {
  /** The height of a page's text. */
  height: number
  /** What the rule over the notes takes. */
  ruleHeight: number
  noteHeight: (id: string) => number
}

/**
 * Fills page after page, each as far as it goes. A note stands on the page that calls it first; a piece higher than a page has one for
 * itself, and is for the printer to cut.
 */
export function breakPages(pieces: readonly Piece[], room: Room): PageOfPieces[] {
  const pages: PageOfPieces[] = []
  const placed = new Set<string>()
  for (let from = 0; from < pieces.length; ) {
    const page = fillPage(pieces, from, room, placed)
    for (const id of page.notes) placed.add(id)
    pages.push(page)
    from = page.to + 1
  }
  return pages
}

function fillPage(
  pieces: readonly Piece[],
  from: number,
  { height, ruleHeight, noteHeight }: Room,
  placed: ReadonlySet<string>,
): PageOfPieces {
  const first = pieces[from]
  const top = (first?.top ?? 0) - (first?.repeats ?? 0)
  const notes: string[] = []
  let notesHeight = 0
  let best: PageOfPieces | null = null
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at]
    if (piece === undefined || (at > from && piece.mustBegin)) break
    for (const id of piece.notes) {
      if (placed.has(id) || notes.includes(id)) continue
      notes.push(id)
      notesHeight += noteHeight(id)
    }
    const foot = notes.length === 0 ? 0 : notesHeight + ruleHeight
    if (piece.bottom - top + foot > height) break
    const next = pieces[at + 1]
    if (!staysWith(piece, next)) {
      best = { from, to: at, notes: [...notes], sheets: 1, isOverfull: false }
    }
  }
  return best ?? unbreakable(pieces, from, { height, ruleHeight, noteHeight }, placed)
}

/** What must stay together and is too high for one page: the first pieces up to where one may end, heading and all. */
function unbreakable(
  pieces: readonly Piece[],
  from: number,
  { height, ruleHeight, noteHeight }: Room,
  placed: ReadonlySet<string>,
): PageOfPieces {
  let to = from
  while (staysWith(pieces[to], pieces[to + 1])) to += 1
  const run = pieces.slice(from, to + 1)
  const notes = [...new Set(run.flatMap(piece => piece.notes))].filter(id => !placed.has(id))
  const foot = notes.reduce((sum, id) => sum + noteHeight(id), ruleHeight)
  const high = (run.at(-1)?.bottom ?? 0) - (run[0]?.top ?? 0) + (run[0]?.repeats ?? 0)
  const sheets = Math.max(1, Math.ceil(high / height))
  return { from, to, notes, sheets, isOverfull: notes.length > 0 && high + foot > height }
}

function staysWith(piece: Piece | undefined, next: Piece | undefined): boolean {
  return piece !== undefined && next !== undefined && !next.mustBegin && (piece.keepsNext || !next.mayBegin)
}
