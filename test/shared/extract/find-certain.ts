// What is found for certain alone.
import { findEvidence } from '../../../shared/extract/find-evidence.ts'
import { isCertain } from '../../../shared/extract/pending.ts'
import type { Suggestions } from '../../../shared/extract/suggestions.ts'

export function findCertainEvidence(text: string, date: string | null): Suggestions {
  const { quotes, figures, events, people } = findEvidence(text, date)
  return {
    quotes: quotes.filter(isCertain),
    figures: figures.filter(isCertain),
    events: events.filter(isCertain),
    people: people.filter(isCertain),
  }
}
