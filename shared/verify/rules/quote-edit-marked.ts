import { comparedQuotes, faultOf } from '../compared-quotes.ts'
import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const quoteEditMarked: Rule = {
  name: 'quote-edit-marked',
  severity: 'note',
  wrong: 'A quotation was shortened or explained, and marked so: see that it still says what was said.',
  mend: 'Read it against the whole quote; nothing needs to be done where the sense is the same.',
  examples: {
    wrong: exampleBrief(':quote[“It does exist … a separate matter”]{#kato-option}'),
    right: exampleBrief(':quote[“It does exist as an option”]{#kato-option}'),
  },
  find: brief =>
    comparedQuotes(brief)
      .filter(({ wording }) => wording.is === 'marked')
      .map(compared =>
        faultOf(
          compared,
          compared.of === 'label'
            ? `These words of ${compared.quote.speaker} are shortened or explained, as the marks show. In full: “${compared.quote.text.replace(/\s+/g, ' ')}”`
            : `The quote of ${compared.quote.speaker} is a shortened form of what stands in its source, as its marks show.`,
        ),
      ),
}
