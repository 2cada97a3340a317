/** How much a finding matters: an error must be mended or answered before a brief is issued. */
export type Severity = 'error' | 'warning' | 'note'

/** A change of the brief's Markdown: offsets are UTF-16 code units of the body as it was verified, end exclusive. */
export type TextEdit = { start: number; end: number; text: string }

/** A mend that is certain, with the words of the button that makes it. The edits do not overlap. */
export type Fix = { words: string; edits: TextEdit[] }

/**
 * What a check reports of a brief. Lines and columns count from 1; columns in UTF-16 code units of the Markdown
 * body; the end is exclusive.
 */
export type Finding = {
  rule: string
  severity: Severity
  line: number
  column: number
  endLine: number
  endColumn: number
  message: string
  /** The id of the record it is about, or null. */
  evidence: string | null
  /** The words as they should be (`before`) and as they are (`after`), where words were altered. */
  diff?: { before: string; after: string }
  fix?: Fix
  /** The reason for which it may stand, where a person gave one. */
  answer?: string
}
