// Figures of a text: amounts of money, percentages and counts, with what they measure and as of when.
import { lastDay } from '../dates/edtf-days.ts'
import { type Amount, amountsIn } from './amounts.ts'
import { countsIn } from './counts.ts'
import { labelOf } from './labels.ts'
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
  const datesBySentence = Map.groupBy(dates, date => date.sentence.start)
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
      asOf: asOf(text, amount, datesBySentence.get(sentence.start) ?? []),
    })
  }
  return figures
}

/** Money and shares come before counts, where they meet: "$5 million" counts no millions. */
function allAmountsIn(text: string): Amount[] {
  const amounts = amountsIn(text)
  let next = 0
  const counts = countsIn(text).filter(count => {
    while ((amounts[next]?.end ?? Number.POSITIVE_INFINITY) <= count.start) next++
    return (amounts[next]?.start ?? Number.POSITIVE_INFINITY) >= count.end
  })
  return [...amounts, ...counts].sort((a, b) => a.start - b.start)
}

/** What an amount measures; less sure where another amount stands in the words that say so, which may be its own. */
function measured(
  text: string,
  sentence: Range,
  amount: Amount,
): Pick<SuggestedFigure, 'label' | 'confidence'> {
  const label = labelOf(text, sentence, amount)
  const isAnothers = /[$£€¥%]|\d(?:bn|m|tn|k)?\b/.test(label)
  return { label, confidence: isAnothers ? Math.min(amount.confidence, 0.7) : amount.confidence }
}

/** "the top 1 percent" is a group of people, not a measure. */
function isGroup(before: string, after: string): boolean {
  return (
    /(?:top|bottom|wealthiest|richest|poorest|highest[- ]earning)\s(?:\d+(?:\.\d+)?\s?%?\s?(?:to|and|or)\s)?$/i.test(
      before,
    ) || /^\sof\s(?:earners|taxpayers|households)\s(?:by|ranked)/i.test(after)
  )
}

/** The date a figure holds for: the only month, quarter or year of its sentence, where it is not ahead. */
function asOf(text: string, amount: Range, near: SuggestedEvent[]): string | null {
  const [only] = near
  if (only?.when == null || near.length !== 1 || only.status === 'expected') return null
  const distance = only.start >= amount.end ? only.start - amount.end : amount.start - only.end
  const between = text.slice(Math.min(only.end, amount.end), Math.max(only.start, amount.start))
  if (distance > 70 || /[;:“”"]|\b(?:compared|against|versus|from|than)\b/i.test(between)) return null
  // "A year earlier" counts from the date of the sentence: the amount does not hold at it.
  if (
    /^,?\s(?:in\s)?(?:(?:an?|one|two|three|the)\s)?(?:\S+\s)?(?:earlier|ago|before|previously)\b/i.test(
      text.slice(amount.end, amount.end + 40),
    )
  )
    return null
  // "Said in a June report" and "forecast in July" date the words, not what they measure.
  const isOfWords =
    /\b(?:said|says|wrote|forecast|predicted|projected|expected|estimated|reported|announced)\s(?:\S+\s)?(?:an?\s|the\s)?$/i.test(
      text.slice(Math.max(0, only.start - 40), only.start),
    ) ||
    /^\s(?:report|forecast|survey|study|statement|estimate|projection|outlook)\b/i.test(
      text.slice(only.end, only.end + 15),
    )
  if (isOfWords) return null
  if (/^\d{4}(?:-\d{2})?$|^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(only.when)) return only.when
  return only.when.startsWith('../') ? (lastDay(only.when)?.toString() ?? null) : null
}
