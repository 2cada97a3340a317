/** How much a finding matters: an error must be mended or answered before a brief is issued. */
export type Severity = 'error' | 'warning' | 'note'

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
}
