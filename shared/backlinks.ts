// Where a record is used.
import type { TextUse } from './references/uses-in-text.ts'

/** A reference to a record in the text of a brief. */
export type Backlink = TextUse & {
  brief: string
  title: string
  /** The evidence of a source that the brief refers to; null where it refers to the record itself. */
  through: string | null
}

/** Evidence that is anchored in a source; `words` are those of its place. */
export type AnchoredEvidence = { id: string; kind: 'quote' | 'figure' | 'event'; words: string }

export type Backlinks = { briefs: Backlink[]; evidence: AnchoredEvidence[] }
