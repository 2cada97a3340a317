import { type Day, firstDay, lastDay } from '../dates/edtf-days.ts'
import type { SuggestedEvent } from './suggestions.ts'

/** Whether a dated happening lies behind the text's own day or ahead of it; where it lies at it, the tense decides. */
export function statusOf(
  when: string | null,
  reference: Day | null,
  tense: 'past' | 'future',
): SuggestedEvent['status'] {
  const [first, last] = when === null ? [null, null] : [firstDay(when), lastDay(when)]
  if (reference !== null && last !== null && last.until(reference).days > 0) return 'occurred'
  if (reference !== null && first !== null && reference.until(first).days > 0) return 'expected'
  const isDeadline = when?.startsWith('../') && reference !== null && last !== null
  return tense === 'future' || isDeadline ? 'expected' : 'occurred'
}
