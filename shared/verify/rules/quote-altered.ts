import { comparedQuotes, faultOf } from '../compared-quotes.ts'
import { exampleBrief, exampleQuote } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const quoteAltered: Rule = {
  name: 'quote-altered',
  severity: 'error',
  wrong:
    'Words that stand as a quotation are not the words of the quote, or the quote’s are not its source’s.',
  mend: 'Restore the exact words, or mark what you changed by square brackets and what you left out by an ellipsis.',
  examples: {
    wrong: {
      given: `The quote says “${exampleQuote.text}”.`,
      ...exampleBrief('Kato said :quote[“It may exist as an option”]{#kato-option}.'),
    },
    right: exampleBrief('Kato said :quote[“It does exist as an option”]{#kato-option}.'),
  },
  find: brief =>
    comparedQuotes(brief)
      .filter(({ of, wording }) => wording.is === 'altered' || (of === 'label' && wording.is === 'foreign'))
      .map(compared => {
        const { quote, of } = compared
        return faultOf(
          compared,
          of === 'label'
            ? `These are not the words of ${quote.speaker} as the quote has them.`
            : `The quote of ${quote.speaker} does not have the words that stand in its source. Correct the quote.`,
        )
      }),
}
