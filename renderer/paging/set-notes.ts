// Puts notes at the feet of pages, those that go on over several of them in parts.
import type { PageHeights, PageOfPieces } from './break-pages.ts'
import type { NoteHeights } from './foot-notes.ts'
import { boxOf, type MeasuredPiece, measure } from './measure.ts'
import { lineStart } from './set-pages.ts'

/** A note as it was measured: its pieces, the heights at which a page may end in it, and how high it is. */
export type MeasuredNote = NoteHeights & { note: Element; pieces: readonly MeasuredPiece[] }

/** Fewer pieces, lines mostly, of a note than these do not stand at the foot of a page alone. */
const fewestPieces = 2

/** What the printer must have under the last line of a part, else it takes two lines over. A whole note has it in its height. */
const underCut = 2

export function measureNote(note: Element, heights: PageHeights): MeasuredNote {
  const { top, bottom } = boxOf(note)
  const height = Math.ceil(bottom - top)
  const pieces = measure(note, heights).filter(({ element }) => !element.matches('.number'))
  const mayEnd = pieces.filter(
    (piece, index) => piece.mayBegin && index >= fewestPieces && pieces.length - index >= fewestPieces,
  )
  return { note, pieces, height, cuts: mayEnd.map(piece => piece.top - top) }
}

/** Places each page's notes at its foot; pages stand one after the other. */
export function setNotes(
  pages: readonly PageOfPieces[],
  { height, turnedHeight }: PageHeights,
  ruleHeight: number,
  notes: ReadonlyMap<string, MeasuredNote>,
): void {
  const section = document.querySelector('.at-foot')
  const partsOf = cutNotes(pages, notes)
  let end = 0
  for (const { foot, sheets, isTurned, from, to } of pages) {
    end += sheets * (isTurned ? turnedHeight : height)
    if (to < from) addPage()
    const isCutOff = foot.some(({ id, to }) => to < (notes.get(id)?.height ?? 0))
    const bottom = end - (isCutOff ? underCut : 0)
    let y = bottom - foot.reduce((sum, part) => sum + part.to - part.from, 0)
    if (foot.length === 0 || !section) continue
    const rule = document.createElement('div')
    rule.className = foot[0]?.from === 0 ? 'foot-rule' : 'foot-rule goes-on'
    rule.setAttribute('aria-hidden', 'true')
    rule.style.top = `${y - ruleHeight / 2}px`
    section.append(rule)
    for (const part of foot) {
      const element = partsOf(part.id).shift()
      if (element) element.style.top = `${y}px`
      y += part.to - part.from
    }
  }
}

/** A page after the text for what is left of a note. */
function addPage(): void {
  const page = document.createElement('div')
  page.className = 'note-page'
  document.body.append(page)
}

/** Cuts notes where pages end; gives the elements of a note's parts, in order. */
function cutNotes(
  pages: readonly PageOfPieces[],
  notes: ReadonlyMap<string, MeasuredNote>,
): (id: string) => HTMLElement[] {
  const parts = new Map<string, HTMLElement[]>()
  const cuts = Map.groupBy(
    pages.flatMap(({ foot }) => foot).filter(({ from }) => from > 0),
    ({ id }) => id,
  )
  // All places are found before the first note is changed.
  const places = [...cuts].flatMap(([id, each]) => {
    const measured = notes.get(id)
    return measured ? [{ measured, ranges: each.map(({ from }) => restFrom(measured, from)) }] : []
  })
  for (const { measured, ranges } of places) parts.set(measured.note.id, cutNote(measured.note, ranges))
  return id => {
    const whole = notes.get(id)?.note
    const known = parts.get(id) ?? (whole instanceof HTMLElement ? [whole] : [])
    parts.set(id, known)
    return known
  }
}

/** What of a note stands from a height on. */
function restFrom({ note, pieces, cuts }: MeasuredNote, height: number): Range {
  const top = boxOf(note).top
  const piece = pieces.find(each => each.top - top === height && cuts.includes(height))
  const rest = document.createRange()
  rest.selectNodeContents(note)
  const line = piece?.line ? lineStart(piece) : null
  if (line) rest.setStart(line.text, line.offset)
  else if (piece) rest.setStartBefore(outermost(piece.element, note))
  return rest
}

/** The outermost element within a note that another one opens. */
function outermost(element: Element, note: Element): Element {
  const { parentElement } = element
  return parentElement && parentElement !== note && parentElement.firstElementChild === element
    ? outermost(parentElement, note)
    : element
}

/** The parts of a note in elements of their own. Its name goes to the first: what leads to the note leads there. */
function cutNote(note: Element, ranges: readonly Range[]): HTMLElement[] {
  // From the last on, so that what stands before a cut is still as it was found.
  const rests = ranges.toReversed().map(range => partOf(takeOut(range, note)))
  const first = partOf(...note.childNodes)
  first.id = note.id
  note.removeAttribute('id')
  note.classList.add('cut')
  const parts = [first, ...rests.toReversed()]
  note.append(...parts)
  return parts
}

function partOf(...nodes: Node[]): HTMLElement {
  const part = document.createElement('div')
  part.className = 'note-part'
  part.append(...nodes)
  return part
}

/** Takes a note's rest out of it, with copies of the elements that it is cut off from; a list among them counts on. */
function takeOut(rest: Range, note: Element): DocumentFragment {
  const { startContainer } = rest
  const opened: Element[] = []
  let around = startContainer instanceof Element ? startContainer : startContainer.parentElement
  for (; around && around !== note; around = around.parentElement) opened.unshift(around)
  const fragment = rest.extractContents()
  let copy = fragment.firstElementChild
  for (const [index, original] of opened.entries()) {
    const isWithinItem = opened[index + 1]?.matches('li') === true
    if (original instanceof HTMLOListElement && copy instanceof HTMLOListElement)
      copy.start = original.start + original.children.length - (isWithinItem ? 1 : 0)
    else if (copy instanceof HTMLLIElement) copy.style.listStyle = 'none'
    copy = copy?.firstElementChild ?? null
  }
  return fragment
}
