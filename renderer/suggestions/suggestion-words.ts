// A suggestion in a few words, for the list and for those who hear it.

import type { Suggestion } from '../../shared/extract/pending.ts'
import { wordsBetween } from '../../shared/markdown/words-as-read.ts'
import type { Source } from '../../shared/model/records.ts'
import { dateInWords } from '../ui/dates-and-numbers.ts'
import { strings } from '../ui/strings.ts'

/** What stands first: the words, the amount, what happens. */
export function headOfSuggestion({ kind, found }: Suggestion, source: Source): string {
  if (kind === 'event') return found.title
  const words = wordsBetween(source, found.start, found.end) || found.text
  return kind === 'quote' ? `“${words}”` : words
}

/** What stands under it: who said it, what it measures, when it is. */
export function detailOfSuggestion({ kind, found }: Suggestion): string {
  const texts = strings.suggestions
  if (kind === 'quote') return [found.speaker, found.role, found.organisation].filter(Boolean).join(', ')
  if (kind === 'figure')
    return [found.label, found.asOf && texts.asOf(dateInWords(found.asOf))].filter(Boolean).join(', ')
  return found.when === null ? texts.noDay(found.text) : dateInWords(found.when)
}
