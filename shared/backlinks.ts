// Where a record is used.
import type { TextUse } from './references/uses-in-text.ts'

/** A reference to a record in the text of a brief. */
export type Backlink = TextUse & {
  brief: string
  title: string
  /** The evidence of a source, or the quote of a person, that the brief refers to; null where it refers to the record itself. */
  through: string | null
}

/** Evidence that is anchored in a source, or that a person said; `words` are those of its place, or its own. */
export type AnchoredEvidence = { id: string; kind: 'quote' | 'figure' | 'event'; words: string }

export type Backlinks = { briefs: Backlink[]; evidence: AnchoredEvidence[] }
