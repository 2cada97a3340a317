// Words beside an amount that say how exact it is.
import type { SuggestedFigure } from './suggestions.ts'

type Qualifier = NonNullable<SuggestedFigure['qualifier']>

const before: [qualifier: Qualifier, words: string][] = [
  ['at least', 'at least|a minimum of|no less than|not less than|no fewer than|minimum of'],
  [
    'at most',
    'as much as|as many as|up to|at most|no more than|not more than|a maximum of|maximum of|as high as',
  ],
  [
    'more than',
    'more than|over|above|in excess of|upwards of|upward of|greater than|exceeding|exceeds|exceeded|surpassing|past',
  ],
  ['less than', 'less than|under|below|fewer than|lower than|short of|just shy of'],
  [
    'approximately',
    'about|around|roughly|nearly|almost|approximately|some|close to|an estimated|estimated|close on|circa|approx\\.|approaching',
  ],
]

const after: [qualifier: Qualifier, words: string][] = [
  ['at least', 'or more|or higher|or above|or greater|and up|at least'],
  ['at most', 'or less|or fewer|or lower|at most'],
  ['approximately', 'or so'],
  ['more than', '\\+|-plus| plus(?![\\p{L}])'],
]

const beforeExpressions = before.map(([qualifier, words]) => ({
  qualifier,
  expression: new RegExp(`(?<![\\p{L}])(?:${words})(?:\\s(?:an?|the|another|just))?[\\s~]{1,2}$`, 'iu'),
}))
const afterExpressions = after.map(([qualifier, words]) => ({
  qualifier,
  expression: new RegExp(`^\\s?(?:${words})`, 'iu'),
}))

/** The qualifier of an amount, from the text on both sides; null where the words are plain. */
export function qualifierOf(textBefore: string, textAfter: string): SuggestedFigure['qualifier'] {
  if (/[~≈]\s?$/.test(textBefore)) return 'approximately'
  // "nor more than", "more than twice": the longest phrase nearest to the amount decides, "no more than" before "more than".
  const found = beforeExpressions.find(({ expression }) => expression.test(textBefore))
  return (found ?? afterExpressions.find(({ expression }) => expression.test(textAfter)))?.qualifier ?? null
}
