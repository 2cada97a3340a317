// Who says what in a text, by the rules of its language.
import { japaneseNamings, suggestedPeople } from './japanese-people.ts'
import { findJapaneseQuotes } from './japanese-quotes.ts'
import type { Language } from './language.ts'
import { peopleOf } from './people.ts'
import type { Quotation } from './quotations.ts'
import { findQuotes } from './quotes.ts'
import type { Range } from './sentences.ts'
import type { Suggestions } from './suggestions.ts'

/** Finds the quotes of a text and the people and bodies it names, given its paragraphs and quoted runs. */
export function findSpeech(
  text: string,
  paragraphs: Range[],
  quotations: Quotation[],
  language: Language,
): Pick<Suggestions, 'quotes' | 'people'> {
  if (language === 'ja') {
    const namings = japaneseNamings(text)
    const quotes = findJapaneseQuotes(text, paragraphs, quotations, namings)
    return { quotes, people: suggestedPeople(text, namings) }
  }
  const people = peopleOf(text)
  return { quotes: findQuotes(text, paragraphs, quotations, people), people: people.named }
}
