// What of notes stands at the foot of a page. Pure: heights in CSS pixels, counted from the top of each note.

/** A part of a note at the foot of one page. */
export type NotePart = { id: string; from: number; to: number }

/** How high a note is, and at which heights it may go over to the next page. */
export type NoteHeights = { height: number; cuts: readonly number[] }

/** The parts of notes that have room at a foot, and what is left of them for the next page; null where not each can begin. */
export type Foot = { parts: NotePart[]; left: NotePart[]; height: number }

/** The least that a note begins or goes on with. */
export function leastOf({ from, to }: NotePart, { cuts }: NoteHeights): number {
  const first = cuts.find(cut => cut > from && cut < to)
  return (first ?? to) - from
}

/** Notes to their ends where all have room; else each begins, the first go on as far as there is room, and the others later. */
export function fillFoot(
  notes: readonly NotePart[],
  room: number,
  heightsOf: (id: string) => NoteHeights,
): Foot | null {
  const whole = notes.reduce((sum, { from, to }) => sum + to - from, 0)
  if (whole <= room) return { parts: [...notes], left: [], height: whole }
  const least = notes.map(note => leastOf(note, heightsOf(note.id)))
  let needed = least.reduce((sum, each) => sum + each, 0)
  if (needed > room) return null
  const foot: Foot = { parts: [], left: [], height: 0 }
  for (const [index, note] of notes.entries()) {
    needed -= least[index] ?? 0
    const mayTake = room - foot.height - needed
    const to =
      note.to - note.from <= mayTake
        ? note.to
        : (heightsOf(note.id).cuts.findLast(
            cut => cut > note.from && cut < note.to && cut - note.from <= mayTake,
          ) ?? note.to)
    foot.parts.push({ ...note, to })
    foot.height += to - note.from
    if (to < note.to) foot.left.push({ ...note, from: to })
  }
  return foot
}
