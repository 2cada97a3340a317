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
  /** Whether a note is called anywhere, so that it is printed as one. */
  isCalled(token: Token): boolean
  /** The notes that were called so far, in that order. */
  readonly called: readonly NoteToken[]
}

/** Letters the notes of a text's tokens as they are called. */
export function noteNumbers(tokens: readonly Token[]): NoteNumbers {
  const notes = new Map<string, NoteToken>()
  const names = new Set<string>()
  walk(tokens, token => {
    // Of two notes of a name the first is meant.
    if (token.type === 'note' && !notes.has(token.name)) notes.set(token.name, token as NoteToken)
    if (token.type === 'note-call') names.add((token as NoteCallToken).name)
  })
  const called: NoteToken[] = []
  const times = new Map<NoteToken, number>()
  return {
    called,
    isCalled: token => names.has((token as NoteToken).name) && notes.get((token as NoteToken).name) === token,
    call: ({ name }) => {
      const note = notes.get(name)
      if (note === undefined) return null
      if (!times.has(note)) called.push(note)
      const time = (times.get(note) ?? 0) + 1
      times.set(note, time)
      return { letter: letterOf(called.indexOf(note)), time }
    },
  }
}

/** Draws the notes that were called; those that a note calls come after it. */
export function drawNotes(
  { called }: NoteNumbers,
  drawBlocks: (tokens: readonly Token[]) => string,
): DrawnNote[] {
  const drawn: DrawnNote[] = []
  for (let index = 0; index < called.length; index++) {
    drawn.push({ letter: letterOf(index), html: drawBlocks(called[index]?.tokens ?? []) })
  }
  return drawn
}

/** The letter of a call, linked with its note; the call as it is written where there is none. */
export function renderNoteCall(call: NoteCall | null, written: string): string {
  if (call === null) return escapeHtml(written)
  const { letter, time } = call
  const id = time === 1 ? `note-${letter}-call` : `note-${letter}-call-${time}`
  return `<sup class="note-call"><a id="${id}" href="#note-${letter}" aria-label="Note ${letter}">${letter}</a></sup>`
}

/** a to z, then aa to zz and so on. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

function walk(tokens: readonly Token[], visit: (token: Token) => void): void {
  for (const token of tokens) {
    visit(token)
    if ('tokens' in token && token.tokens) walk(token.tokens, visit)
    if (token.type === 'list') walk((token as Tokens.List).items, visit)
    if (token.type === 'table') {
      const { header, rows } = token as Tokens.Table
      for (const cell of [header, ...rows].flat()) walk(cell.tokens, visit)
    }
  }
}
