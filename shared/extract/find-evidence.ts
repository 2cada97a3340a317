// Text to suggested evidence: the one door to the finder.
import { findEvents } from './events.ts'
import { findFigures } from './figures.ts'
import { japaneseNamings, suggestedPeople } from './japanese-people.ts'
import { findJapaneseQuotes } from './japanese-quotes.ts'
import { type Language, languageOf } from './language.ts'
import { peopleOf } from './people.ts'
import { type Quotation, quotationsOf, runAround } from './quotations.ts'
import { findQuotes } from './quotes.ts'
import { paragraphsOf, type Range, sentencesOf } from './sentences.ts'
import type { Suggestions } from './suggestions.ts'

// What is at least this sure is made into evidence without being asked.
const certain = 0.8

/**
 * Finds quotes, figures, dated events and people in an English or Japanese text (Markdown may stand in it).
 * `date` is the text's own day (`YYYY-MM-DD`) or null; without it relative expressions keep `when: null`.
 * `language` null has it told by the text. Offsets are UTF-16 code units of the text as given. Never throws.
 */
export function findEvidence(
  text: string,
  date: string | null,
  language: Language | null = null,
): Suggestions {
  const paragraphs = paragraphsOf(text)
  const sentences = paragraphs.flatMap(paragraph => sentencesOf(text, paragraph))
  const quotations = quotationsOf(text, paragraphs)
  const quotedAt = runAround(quotations)
  const events = findEvents(text, sentences, date, quotedAt)
  return {
    ...findSpeech(text, paragraphs, quotations, language ?? languageOf(text)),
    figures: findFigures(text, sentences, events, quotedAt),
    events,
  }
}

function findSpeech(text: string, paragraphs: Range[], quotations: Quotation[], language: Language) {
  if (language === 'ja') {
    const namings = japaneseNamings(text)
    const quotes = findJapaneseQuotes(text, paragraphs, quotations, namings)
    return { quotes, people: suggestedPeople(text, namings) }
  }
  const people = peopleOf(text)
  return { quotes: findQuotes(text, paragraphs, quotations, people), people: people.named }
}

/** The part of `findEvidence` that is sure enough to be made into evidence unasked. */
export function findCertainEvidence(text: string, date: string | null): Suggestions {
  const found = findEvidence(text, date)
  return {
    quotes: found.quotes.filter(quote => quote.confidence >= certain),
    figures: found.figures.filter(figure => figure.confidence >= certain),
    events: found.events.filter(event => event.confidence >= certain),
    people: found.people.filter(person => person.confidence >= certain),
  }
}
