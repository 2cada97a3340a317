// What changed between two states of a brief, for whoever shows it: the window, the terminal and a printed page.
import type { DiffPart } from '../diff/word-diff.ts'

export type BriefChanges = {
  brief: string
  /** As it is in the newer of the two. */
  title: string
  from: { version: number; at: string }
  /** Null: the brief as it is now. */
  to: { version: number; at: string } | null
  /** Only those that differ. */
  fields: FieldChange<ChangedBriefField>[]
  /** The whole text, paragraph by paragraph. */
  text: ParagraphChange[]
  evidence: EvidenceChange[]
  isSame: boolean
}

export type ChangedBriefField =
  | 'title'
  | 'marking'
  | 'recipients'
  | 'date'
  | 'dueOn'
  | 'reference'
  | 'template'
  /** The reasons for which findings may stand. */
  | 'answers'

/** An old and a new value, in words for a person; null where there was or is none. */
export type FieldChange<Name extends string = string> = {
  name: Name
  before: string | null
  after: string | null
}

/**
 * A paragraph (what stands between blank lines, or an item of a list) that is the same in both, that only one has, or whose words differ. The parts
 * joined are its words.
 */
export type ParagraphChange = { kind: 'same' | 'changed' | 'added' | 'removed'; parts: DiffPart[] }

/**
 * A piece of evidence that differs. `added` and `removed`: the text began or ceased to use it; `deleted`: the text uses it,
 * and it is gone. `changed` has the fields that differ, each by the name it has in the record.
 */
export type EvidenceChange = {
  id: string
  kind: 'quote' | 'figure' | 'event' | 'source' | 'person'
  title: string
  change: 'changed' | 'added' | 'removed' | 'deleted'
  fields: FieldChange[]
}
