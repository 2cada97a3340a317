// Figures of a Japanese text, with the words beside them that say what they measure.

import { japaneseAmountsIn, japaneseQualifierOf } from './japanese-amounts.ts'
import type { Quotation } from './quotations.ts'
import { type Range, within } from './sentences.ts'
import type { SuggestedEvent, SuggestedFigure } from './suggestions.ts'

/** Finds the figures of a Japanese text, given its sentences in order and the dates found in it. */
export function findJapaneseFigures(
  text: string,
  sentences: Range[],
  dates: SuggestedEvent[],
  quotedAt: (at: number) => Quotation | null,
): SuggestedFigure[] {
  const datesBySentence = Map.groupBy(dates, date => date.sentence.start)
  let index = 0
  return japaneseAmountsIn(text).map(amount => {
    while ((sentences[index]?.end ?? Number.POSITIVE_INFINITY) <= amount.start) index++
    const sentence = sentences[index] ?? { start: amount.start, end: amount.end }
    const quoted = quotedAt(amount.start)
    const before = text.slice(Math.max(sentence.start, amount.start - 10), amount.start)
    return {
      ...amount,
      text: text.slice(amount.start, amount.end),
      qualifier:
        amount.upper === null
          ? japaneseQualifierOf(before, text.slice(amount.end, amount.end + 8))
          : 'between',
      label: labelOf(text, quoted ? within(sentence, quoted) : sentence, amount),
      asOf: asOf(datesBySentence.get(sentence.start) ?? []),
    }
  })
}

const mostLabel = 30

/** The phrase before the amount, up to the particle that joins them; else the one after it. */
function labelOf(text: string, sentence: Range, amount: Range): string {
  const before = text.slice(Math.max(sentence.start, amount.start - mostLabel), amount.start)
  const clause = (before.split(/[、。「」（）()\n]/).findLast(part => /\p{L}{2}/u.test(part)) ?? '').trim()
  const label = clause.replace(/(?:約|およそ|ほぼ|最大|最低|計|合計|[はがをにでもと]|で約)+$/u, '')
  if (label.length >= 2) return label
  const after = text.slice(amount.end, Math.min(sentence.end, amount.end + mostLabel))
  return (
    after
      .replace(/^の/, '')
      .split(/[はがをにで、。]/)[0]
      ?.trim() || text.slice(amount.start, amount.end)
  )
}

/** The only date of the sentence, where it is a month, a term or a year that is not ahead. */
function asOf([only, ...more]: SuggestedEvent[]): string | null {
  if (only?.when == null || more.length > 0 || only.status === 'expected') return null
  return /^\d{4}(?:-\d{2})?$|^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(only.when) ? only.when : null
}
