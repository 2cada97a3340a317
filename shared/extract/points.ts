// Points in a text: those of a lead in a poll are percentage points, those of an index its own.
import type { Amount } from './amounts.ts'
import { decimalOf, digitsPattern, wordsPattern } from './numbers.ts'

const expression = new RegExp(
  `(?<![\\p{L}\\p{N}.,$£€¥:/-])(?<value>${digitsPattern}|${wordsPattern})(?:\\s?(?:-|–|to)\\s?(?<upper>${digitsPattern}))?[ \\u00a0-]points?(?![\\p{L}\\p{N}]|-\\p{L})`,
  'giu',
)
/** Words beside points that say that two shares are compared. */
const lead =
  /\b(?:lead(?:s|ing)?|led|ahead|margins?|advantages?|edges?|behind|trail(?:s|ed|ing)?|swings?|gaps?|deficits?|spread|bumps?|polls?|approval|favorability|favourability|support|percent|percentage|%)(?![\p{L}])/iu
const reach = 70

/** Every number of points in a text, but for one that only a small word counts, in order. */
export function pointsIn(text: string): Amount[] {
  return [...text.matchAll(expression)].flatMap(match => {
    const { value = '', upper } = match.groups ?? {}
    const [low, high] = [decimalOf(value), upper === undefined ? null : decimalOf(upper)]
    const end = match.index + match[0].length
    const isLead =
      lead.test(clauseOf(text.slice(Math.max(0, match.index - reach), match.index), 'end')) ||
      lead.test(clauseOf(text.slice(end, end + reach), 'start'))
    if (low === null || (high !== null && Number(high) <= Number(low))) return []
    if (!isLead && !/\d/.test(value)) return []
    return [
      {
        ...{ start: match.index, end, value: low, upper: high },
        unit: isLead ? 'pp' : 'point',
        scale: null,
        rule: 'points',
        confidence: isLead ? 0.85 : 0.7,
      },
    ]
  })
}

/** The sentence's own words next to the points. */
function clauseOf(words: string, side: 'start' | 'end'): string {
  const parts = words.split(/[.!?]\s|\n/)
  return (side === 'start' ? parts[0] : parts.at(-1)) ?? ''
}
