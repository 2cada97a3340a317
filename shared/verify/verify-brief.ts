import { parseReferences } from '../references/parse-references.ts'
import { referenceResolver } from '../references/resolve-reference.ts'
import type { Finding } from './finding.ts'
import { referenceDangling } from './reference-dangling.ts'
import { type BriefToVerify, findingOf, type Rule } from './rule.ts'
import { sourceUndated } from './source-undated.ts'

const rules: readonly Rule[] = [referenceDangling, sourceUndated]

/** Runs every check over a brief; the findings stand in the order of their places. */
export function verifyBrief(parts: BriefToVerify): Finding[] {
  const verified = {
    ...parts,
    references: parseReferences(parts.brief.body),
    resolve: referenceResolver(parts),
  }
  return rules
    .flatMap(rule => rule.find(verified).map(fault => ({ rule, fault })))
    .sort((a, b) => a.fault.start - b.fault.start || a.fault.end - b.fault.end)
    .map(({ rule, fault }) => findingOf(rule, fault, parts.brief.body))
}
