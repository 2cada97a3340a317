import { cuePattern } from '../../extract/cue-verbs.ts'
import { countWords, looksLikeTitle } from '../../extract/quotations.ts'
import { citedSentence } from '../cited-sentences.ts'
import { exampleBrief } from '../example-records.ts'
import { quotedRuns } from '../quoted-runs.ts'
import type { Rule } from '../rule.ts'

/** Fewer words than this between marks are a name or a word held at arm's length, unless somebody said them. */
const fewestWords = 3
const cue = new RegExp(`(?<![\\p{L}-])${cuePattern}\\s?(?:\\p{Ll}+\\s){0,4}$`, 'u')

export const quotationUnsourced: Rule = {
  name: 'quotation-unsourced',
  severity: 'warning',
  wrong: 'Words stand in quotation marks, and nothing says who said them and where.',
  mend: 'Link the quote, or name the source in the same sentence.',
  examples: {
    wrong: exampleBrief('Kato said that a sale “does exist as an option”.'),
    right: exampleBrief('Kato said that a sale :quote[“does exist as an option”]{#kato-option}.'),
  },
  find: brief => {
    const { prose } = brief.text
    return quotedRuns(brief.text).flatMap(({ start, end, words, isClosed }) => {
      if (!isClosed) return []
      const count = countWords(words, fewestWords)
      const isSaid = cue.test(prose.slice(Math.max(0, start - 60), start))
      if (count === 0 || (count < fewestWords && !isSaid) || looksLikeTitle(words)) return []
      const { isCited, linked } = citedSentence(brief, { start, end })
      if (isCited || linked.some(({ kind }) => kind === 'quote')) return []
      const message =
        'Nothing says who said these words, and where. Link a quote, or name the source in this sentence.'
      return { start, end, message, evidence: null }
    })
  },
}
