import type { Brief, Evidence } from '../model/records.ts'
import type { Reference } from '../references/reference.ts'
import type { LinkedBrief, LinkedSource, ReferenceResolver } from '../references/resolve-reference.ts'
import { placeAt } from '../references/text-place.ts'
import type { Finding, Severity } from './finding.ts'

/** What a check may look at. Without `briefs`, references to briefs are taken on trust. */
export type BriefToVerify = {
  brief: Pick<Brief, 'body'>
  evidence: Evidence
  sources: readonly LinkedSource[]
  briefs?: readonly LinkedBrief[]
}

/** A brief with its references found and a way to look them up. */
export type VerifiedBrief = BriefToVerify & { references: readonly Reference[]; resolve: ReferenceResolver }

/** A check: one file holds one. */
export type Rule = {
  name: string
  severity: Severity
  /** What is wrong where it reports, in a sentence. */
  wrong: string
  /** How to mend it, in a sentence. */
  mend: string
  find(verified: VerifiedBrief): Fault[]
}

/** Where a rule is broken: offsets into the brief's body (UTF-16 code units, end exclusive). */
export type Fault = { start: number; end: number; message: string; evidence: string | null }

export function findingOf(rule: Rule, fault: Fault, body: string): Finding {
  const start = placeAt(body, fault.start)
  const end = placeAt(body, fault.end)
  return {
    rule: rule.name,
    severity: rule.severity,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    message: fault.message,
    evidence: fault.evidence,
  }
}
