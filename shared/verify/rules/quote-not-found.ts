import { comparedQuotes, faultOf } from '../compared-quotes.ts'
import { exampleBrief, exampleQuote } from '../example-records.ts'
import type { Fault, Rule } from '../rule.ts'

export const quoteNotFound: Rule = {
  name: 'quote-not-found',
  severity: 'error',
  wrong: 'The words of a quote are not in its source, or it has no source they could be found in.',
  mend: 'Mark the words in their source anew, or take the quote out.',
  examples: {
    wrong: {
      given: 'The quote says “We will sell every bond we hold by Friday”, and its source has no such words.',
      ...exampleBrief('::quote{#kato-option}', {
        quotes: [{ ...exampleQuote, text: 'We will sell every bond we hold by Friday' }],
      }),
    },
    right: exampleBrief('::quote{#kato-option}'),
  },
  find: brief => [
    ...comparedQuotes(brief)
      .filter(({ of, wording }) => of === 'record' && wording.is === 'foreign')
      .map(compared =>
        faultOf(
          compared,
          `The words of ${compared.quote.speaker} are not in the source. Mark them there anew, or take the quote out.`,
        ),
      ),
    ...withoutSource(brief),
  ],
}

function withoutSource({ references, resolve }: Parameters<Rule['find']>[0]): Fault[] {
  const seen = new Set<string>()
  return references.flatMap(({ kind, id, start, end }) => {
    const linked = kind === 'quote' && !seen.has(id) ? resolve({ kind, id }) : null
    seen.add(id)
    if (linked?.kind !== 'quote' || linked.record.anchor) return []
    const message = `The quote of ${linked.record.speaker} has no source, so nobody can check its words. Mark them in a source.`
    return { start, end, message, evidence: id, severity: 'warning' as const }
  })
}
