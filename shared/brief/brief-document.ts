import type { Annex } from './annex.ts'
import type { NumberedSource } from './numbered-source.ts'

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
  /** Which issued version it is and of when, in words; null for what is not issued. */
  issue: string | null
  /** Whether its paragraphs are numbered. */
  numbered: boolean
  /** A BCP 47 tag. */
  language: string
  /** The body as HTML with references resolved. */
  body: string
  sources: readonly NumberedSource[]
  /** Whether the body itself has the list of sources in it. */
  bodyListsSources: boolean
  /** Null where its form has none, or there is nothing to say in it. */
  annex: Annex | null
}
