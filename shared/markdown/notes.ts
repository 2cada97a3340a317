// The notes of a brief: `[^name]` calls one, `[^name]: …` says what it says. They are lettered, since numbers are those of sources.
import type { Token, Tokens } from 'marked'
import { escapeHtml } from './escape-html.ts'
import type { NoteCallToken, NoteToken } from './lex-markdown.ts'

/** A note by its letter, as HTML without that. */
export type DrawnNote = { letter: string; html: string }

/** One call of a note: which call of it this is, from 1. */
export type NoteCall = { letter: string; time: number }

export type NoteNumbers = {
  /** The letter for a call, given in the order in which calls are drawn; null where no such note is written. */
  call(token: NoteCallToken): NoteCall | null
  /** Whether the text calls a note, or a note that the text calls does, so that it is printed as one. */
  isCalled(token: Token): boolean
  /** The notes that were called so far, in that order. */
  readonly called: readonly NoteToken[]
}

/** Letters the notes of a text's tokens as they are called. */
export function noteNumbers(tokens: readonly Token[]): NoteNumbers {
  const notes = new Map<string, NoteToken>()
  walk(tokens, token => {
    // Of two notes of a name the first is meant.
    if (token.type === 'note' && !notes.has(token.name)) notes.set(token.name, token as NoteToken)
  })
  const calledIn = (from: readonly Token[]) => {
    const found: NoteToken[] = []
    walk(from, token => {
      if (token.type === 'note') return passOver
      const note = token.type === 'note-call' && notes.get((token as NoteCallToken).name)
      if (note) found.push(note)
    })
    return found
  }
  const reached = new Set<Token>(calledIn(tokens))
  // A set that grows while it is walked is walked to its end.
  for (const note of reached) for (const inner of calledIn((note as NoteToken).tokens)) reached.add(inner)
  const called: NoteToken[] = []
  const places = new Map<NoteToken, number>()
  const times = new Map<NoteToken, number>()
  /** A note has the next letter, and those that it calls the ones after: they stand under it. */
  const place = (first: NoteToken) => {
    const waiting = [first]
    for (let note = waiting.pop(); note; note = waiting.pop()) {
      if (places.has(note)) continue
      places.set(note, called.length)
      called.push(note)
      waiting.push(...calledIn(note.tokens).reverse())
    }
  }
  return {
    called,
    isCalled: token => reached.has(token),
    call: ({ name }) => {
      const note = notes.get(name)
      if (note === undefined) return null
      place(note)
      const time = (times.get(note) ?? 0) + 1
      times.set(note, time)
      return { letter: letterOf(places.get(note) ?? 0), time }
    },
  }
}

/** Draws the notes that were called. */
export function drawNotes(
  { called }: NoteNumbers,
  drawBlocks: (tokens: readonly Token[]) => string,
): DrawnNote[] {
  return called.map((note, index) => ({ letter: letterOf(index), html: drawBlocks(note.tokens) }))
}

/** The letter of a call, linked with its note; the call as it is written where there is none. */
export function renderNoteCall(call: NoteCall | null, written: string): string {
  if (call === null) return escapeHtml(written)
  const { letter, time } = call
  const id = time === 1 ? `note-${letter}-call` : `note-${letter}-call-${time}`
  return `<sup class="note-call" id="${id}"><a href="#note-${letter}" aria-label="Note ${letter}">${letter}</a></sup>`
}

/** a to z, then aa, bb and so on to zz, then aaa: as Word counts in letters (ISO 29500-1, 17.18.59, lowerLetter). */
export function letterOf(index: number): string {
  return String.fromCharCode(97 + (index % 26)).repeat(Math.floor(index / 26) + 1)
}

const passOver = Symbol('what is in it is not visited')

function walk(tokens: readonly Token[], visit: (token: Token) => unknown): void {
  for (const token of tokens) {
    // An image's words are no text, so that no call in them is drawn.
    if (visit(token) === passOver || token.type === 'image') continue
    if ('tokens' in token && token.tokens) walk(token.tokens, visit)
    if (token.type === 'list') walk((token as Tokens.List).items, visit)
    if (token.type === 'table') {
      const { header, rows } = token as Tokens.Table
      for (const cell of [header, ...rows].flat()) walk(cell.tokens, visit)
    }
  }
}
