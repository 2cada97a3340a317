// Figures of a text: amounts of money, percentages and counts, with what they measure and as of when.
import { type Amount, amountsIn } from './amounts.ts'
import { asOfReader } from './as-of.ts'
import { countsIn, countsThings } from './counts.ts'
import { labelOf } from './labels.ts'
import { pointsIn } from './points.ts'
import { qualifierOf } from './qualifiers.ts'
import type { Quotation } from './quotations.ts'
import { type Range, within } from './sentences.ts'
import type { SuggestedEvent, SuggestedFigure } from './suggestions.ts'

/** Finds the figures of a text, given its sentences in order and the dates found in it. */
export function findFigures(
  text: string,
  sentences: Range[],
  dates: SuggestedEvent[],
  quotedAt: (at: number) => Quotation | null,
): SuggestedFigure[] {
  const figures: SuggestedFigure[] = []
  const asOf = asOfReader(text, sentences, dates)
  let index = 0
  for (const amount of allAmountsIn(text)) {
    while ((sentences[index]?.end ?? Number.POSITIVE_INFINITY) <= amount.start) index++
    const sentence = sentences[index] ?? { start: amount.start, end: amount.end }
    const before = text.slice(Math.max(sentence.start, amount.start - 60), amount.start)
    if (isGroup(before, text.slice(amount.end, amount.end + 30))) continue
    const quoted = quotedAt(amount.start)
    figures.push({
      ...amount,
      text: text.slice(amount.start, amount.end),
      qualifier:
        amount.upper === null ? qualifierOf(before, text.slice(amount.end, amount.end + 20)) : 'between',
      ...measured(text, quoted ? within(sentence, quoted) : sentence, amount),
      asOf: asOf(amount, index),
    })
  }
  return figures
}

/** Money and shares come before counts, where they meet: "$5 million" counts no millions. */
function allAmountsIn(text: string): Amount[] {
  const amounts = amountsIn(text)
  let next = 0
  const others = [...countsIn(text), ...pointsIn(text)].sort((a, b) => a.start - b.start)
  const counts = others.filter(count => {
    while ((amounts[next]?.end ?? Number.POSITIVE_INFINITY) <= count.start) next++
    return (amounts[next]?.start ?? Number.POSITIVE_INFINITY) >= count.end
  })
  return [...amounts, ...counts].sort((a, b) => a.start - b.start)
}

/** What an amount measures; less sure where the words only stand near it, or have another amount, whose they may be. */
function measured(
  text: string,
  sentence: Range,
  amount: Amount,
): Pick<SuggestedFigure, 'label' | 'confidence'> {
  const { label, isSure } = labelOf(text, sentence, { ...amount, isOfThings: countsThings(amount) })
  const isAnothers = /[$£€¥%]|\d(?:bn|m|tn|k)?\b/.test(label)
  return { label, confidence: isSure && !isAnothers ? amount.confidence : Math.min(amount.confidence, 0.7) }
}

/** "the top 1 percent" is a group of people, not a measure. */
function isGroup(before: string, after: string): boolean {
  return (
    /(?:top|bottom|wealthiest|richest|poorest|highest[- ]earning)\s(?:\d+(?:\.\d+)?\s?%?\s?(?:to|and|or)\s)?$/i.test(
      before,
    ) || /^\sof\s(?:earners|taxpayers|households)\s(?:by|ranked)/i.test(after)
  )
}
