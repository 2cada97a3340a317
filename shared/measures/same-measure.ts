// Figures of one measure, and those of them that contradict each other.
import { firstDay, isBefore, lastDay } from '../dates/edtf-days.ts'
import { compareDecimals } from '../extract/decimals.ts'
import type { Figure } from '../model/records.ts'
import { formatFigure } from '../references/format-figure.ts'
import { saysFigure } from '../verify/figure-says.ts'

/** What a figure measures, as measures are compared: case, punctuation and articles say nothing. */
export function measureKey({ measures, unit }: Pick<Figure, 'measures' | 'unit'>): string {
  const words = measures
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|an?) /g, '')
  return `${words.trim()} ${unit}`
}

const known = new WeakMap<readonly Figure[], Map<string, Figure[]>>()

/** Figures by what they measure. Once for a list: one of thousands is asked for at every key, and never changed in its place. */
export function byMeasure(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const groups = known.get(figures) ?? Map.groupBy(figures, measureKey)
  known.set(figures, groups)
  return groups
}

/** The figures that measure the same, the figure itself among them. */
export function sameMeasure(figure: Figure, figures: readonly Figure[]): readonly Figure[] {
  return byMeasure(figures).get(measureKey(figure)) ?? []
}

/** Whether two figures of one measure say different things of the same time. */
export function isInConflict(one: Figure, other: Figure): boolean {
  return one.id !== other.id && isOverlapping(one.asOf, other.asOf) && !isCompatible(one, other)
}

/** What is not dated is not known to be of the same time. */
function isOverlapping(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  const [a, b, c, d] = [firstDay(one), lastDay(one), firstDay(other), lastDay(other)]
  if ([a, b, c, d].every(day => day === null)) return one === other
  return !isBefore(d, a) && !isBefore(b, c)
}

/** Ranges that overlap, and a value that is another's at its rounding, do not contradict each other. */
function isCompatible(one: Figure, other: Figure): boolean {
  const isApart = (low: Figure, high: Figure) => compareDecimals(low.upper ?? low.value, high.value) < 0
  if (!isApart(one, other) && !isApart(other, one)) return true
  return saysFigure(formatFigure(one), other) || saysFigure(formatFigure(other), one)
}
