// What the annex of a brief says beside its records: the text around its evidence, and what the rules of answered checks find.
import { type AnnexParts, answeredChecks } from '../../shared/brief/annex.ts'
import { type EvidenceContext, evidenceContext } from '../../shared/brief/evidence-context.ts'
import type { Evidence, Source } from '../../shared/model/records.ts'
import { explainRule } from '../../shared/verify/explain-rule.ts'
import type { Finding } from '../../shared/verify/finding.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

export function annexRequests(library: Library): Pick<Handlers, 'annex.describe'> {
  return {
    'annex.describe': async ({ evidence, rules }) => {
      const contexts: Record<string, EvidenceContext | null> = {}
      for (const id of evidence) {
        const { record } = library.has(id) ? await library.find(id) : { record: null }
        const anchor = record && 'anchor' in record ? record.anchor : null
        const isKnown = anchor !== null && library.has(anchor.source)
        contexts[id] = isKnown ? evidenceContext(anchor, await library.get('sources', anchor.source)) : null
      }
      return { contexts, wrong: Object.fromEntries(rules.map(rule => [rule, wrongOf(rule)])) }
    },
  }
}

/** The same for a brief whose records are at hand. */
export function annexParts(
  { evidence, sources }: { evidence: Evidence; sources: readonly Source[] },
  findings: readonly Finding[],
  body: string,
): AnnexParts {
  const sourceOf = new Map(sources.map(source => [source.id, source]))
  const contexts = [...evidence.quotes, ...evidence.figures, ...evidence.events].map(({ id, anchor }) => {
    const source = anchor && sourceOf.get(anchor.source)
    return [id, anchor && source ? evidenceContext(anchor, source) : null]
  })
  return { contexts: Object.fromEntries(contexts), answered: answeredChecks(findings, body, wrongOf) }
}

function wrongOf(rule: string): string {
  return explainRule(rule)?.wrong ?? rule
}
