import type { DrawnNote } from '../markdown/notes.ts'
import type { DrawnBlock, DrawnHeading } from '../markdown/render-markdown.ts'
import type { Annex } from './annex.ts'
import type { NumberedSource } from './numbered-source.ts'
import type { Paper } from './paper.ts'
import type { NotesPlace } from './template.ts'

/** A brief with its evidence in place: all that the preview and the printer need, and nothing they would look up. */
export type BriefDocument = {
  title: string
  /** In capitals; null where the brief bears none. */
  marking: string | null
  /** What people call its form, such as "UK submission". */
  form: string
  recipients: readonly string[]
  /** In words; null where the brief does not say. */
  date: string | null
  due: string | null
  /** What its form calls that day. */
  dueName: string
  /** Under which it is filed; null where it says none. */
  reference: string | null
  /** Which issued version it is and of when, in words; null for what is not issued. */
  issue: string | null
  /** Whether its paragraphs are numbered. */
  numbered: boolean
  /** A BCP 47 tag. */
  language: string
  /** The body as HTML with references resolved. */
  body: string
  /** The same HTML block by block. */
  blocks: readonly DrawnBlock[]
  /** The pictures that the body shows, by their SHA-256, each once. */
  pictures: readonly string[]
  /** In the order in which the body calls them. */
  notes: readonly DrawnNote[]
  notesPlace: NotesPlace
  /** Of its body, in order. */
  headings: readonly DrawnHeading[]
  /** Whether they are listed before the text. */
  hasContents: boolean
  paper: Paper
  /** Whether long words may be divided in print. */
  hyphens: boolean
  sources: readonly NumberedSource[]
  /** Whether the body itself has the list of sources in it. */
  bodyListsSources: boolean
  /** Null where its form has none, or there is nothing to say in it. */
  annex: Annex | null
}
