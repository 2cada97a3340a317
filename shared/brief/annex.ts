// What stands at the end of a printed brief: each piece of its evidence with where it is from, and the checks that were
// answered.
import type { LinkedEvidence } from '../references/record-form.ts'
import type { Linked } from '../references/resolve-reference.ts'
import { wordsOfFinding } from '../verify/answer.ts'
import type { Finding } from '../verify/finding.ts'
import type { EvidenceContext } from './evidence-context.ts'
import type { NumberedSource } from './numbered-source.ts'

/** A piece of evidence, counted from 1 in the order of first use. `context` is null where it is not known. */
export type AnnexEvidence = {
  number: number
  evidence: LinkedEvidence
  source: NumberedSource | null
  context: EvidenceContext | null
}

/** A finding that may stand: what its rule finds (a sentence), the words it is about (none of the whole brief), and why. */
export type AnsweredCheck = { wrong: string; words: string; reason: string }

export type Annex = { evidence: readonly AnnexEvidence[]; answered: readonly AnsweredCheck[] }

/** What an annex says beside what the brief links: contexts by the id of the evidence. */
export type AnnexParts = {
  contexts: Readonly<Record<string, EvidenceContext | null>>
  answered: readonly AnsweredCheck[]
}

/** The annex of a brief by what its references link, in their order; null where there is nothing to say. */
export function composeAnnex(
  linked: readonly Linked[],
  sources: readonly NumberedSource[],
  { contexts, answered }: AnnexParts,
): Annex | null {
  const found = new Map<string, AnnexEvidence>()
  const numbered = new Map(sources.map(each => [each.source.id, each]))
  for (const each of linked) {
    if (each.kind === 'source' || each.kind === 'brief' || each.kind === 'person') continue
    if (found.has(each.record.id)) continue
    const { source, ...evidence } = each
    const context = contexts[each.record.id] ?? null
    const from = (source && numbered.get(source.id)) ?? null
    found.set(each.record.id, { number: found.size + 1, evidence, source: from, context })
  }
  return found.size + answered.length === 0 ? null : { evidence: [...found.values()], answered }
}

/**
 * The answered ones of a body's findings, each once; `wrongOf` says what a rule finds.
 */
export function answeredChecks(
  findings: readonly Finding[],
  body: string,
  wrongOf: (rule: string) => string,
): AnsweredCheck[] {
  const checks = new Map<string, AnsweredCheck>()
  for (const finding of findings) {
    if (finding.answer === undefined) continue
    const words = wordsOfFinding(finding, body)
    const key = JSON.stringify([finding.rule, finding.evidence, words])
    if (!checks.has(key)) checks.set(key, { wrong: wrongOf(finding.rule), words, reason: finding.answer })
  }
  return [...checks.values()]
}
