// What a block of a text cannot say of itself, and has to ask whenever it is shown: how a record looks, which letter a note has.
import type { Token } from 'marked'
import type { Directive } from '../references/directive.ts'
import type { MarkdownDrawing, WrittenPicture } from './drawing.ts'
import type { NoteCallToken, WrittenReference } from './lex-markdown.ts'
import { type NoteNumbers, renderNoteCall } from './notes.ts'

/** Whoever can answer. */
export type Asked = { drawing: MarkdownDrawing; notes: NoteNumbers }

/** Answered with HTML. It is kept as long as its block, so it holds nothing of the rendering that it was first asked in. */
export type Question = (asked: Asked) => string

export function referenceLook(reference: WrittenReference): Question {
  return ({ drawing }) => drawing.renderReference(reference)
}

export function pictureLook(picture: WrittenPicture): Question {
  return ({ drawing }) => drawing.renderPicture(picture)
}

export const sourcesLook: Question = ({ drawing }) => drawing.renderSources()

export function decisionLook(directive: Directive): Question {
  return ({ drawing }) => drawing.renderDecision(directive)
}

export function timelineLook(directive: Directive): Question {
  return ({ drawing }) => drawing.renderTimeline(directive)
}

export function noteCallLook(token: NoteCallToken): Question {
  return ({ notes }) => renderNoteCall(notes.call(token), token.raw)
}

/** Nothing where the note is called, and so stands elsewhere; else what is given. */
export function uncalledNoteLook(note: Token, html: string): Question {
  return ({ notes }) => (notes.isCalled(note) ? '' : html)
}
