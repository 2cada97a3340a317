import { comparedQuotes, faultOf } from '../compared-quotes.ts'
import { exampleBrief, exampleQuote } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const quoteEditUnmarked: Rule = {
  name: 'quote-edit-unmarked',
  severity: 'error',
  wrong: 'Words were left out of a quotation, and nothing shows it.',
  mend: 'Put an ellipsis (…) where words are left out, or restore them.',
  examples: {
    wrong: {
      given: `The quote says “${exampleQuote.text}”.`,
      ...exampleBrief(':quote[“Whether we act on it is a separate matter”]{#kato-option}'),
    },
    right: exampleBrief(':quote[“Whether … we act on it is a separate matter”]{#kato-option}'),
  },
  find: brief =>
    comparedQuotes(brief)
      .filter(({ wording }) => wording.is === 'unmarked')
      .map(compared =>
        faultOf(
          compared,
          compared.of === 'label'
            ? `Words of ${compared.quote.speaker} are left out here, and nothing shows it.`
            : `The quote of ${compared.quote.speaker} leaves out words of its source without an ellipsis. Correct the quote.`,
        ),
      ),
}
