// Text to suggested evidence: the one door to the finder.
import { findEvents } from './events.ts'
import { findFigures } from './figures.ts'
import { findJapaneseEvents } from './japanese-events.ts'
import { findJapaneseFigures } from './japanese-figures.ts'
import { japaneseSentencesOf } from './japanese-sentences.ts'
import { type Language, languageOf } from './language.ts'
import { quotationsOf, runAround } from './quotations.ts'
import { paragraphsOf, sentencesOf } from './sentences.ts'
import { findSpeech } from './speech.ts'
import type { Suggestions } from './suggestions.ts'

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
  const isJapanese = (language ?? languageOf(text)) === 'ja'
  const split = isJapanese ? japaneseSentencesOf : sentencesOf
  const sentences = paragraphs.flatMap(paragraph => split(text, paragraph))
  const quotations = quotationsOf(text, paragraphs)
  const quotedAt = runAround(quotations)
  const events = (isJapanese ? findJapaneseEvents : findEvents)(text, sentences, date, quotedAt)
  const { quotes, people } = findSpeech(text, paragraphs, quotations, isJapanese ? 'ja' : 'en')
  return {
    quotes,
    figures: (isJapanese ? findJapaneseFigures : findFigures)(text, sentences, events, quotedAt),
    // A table's row tells of nothing that happens; its date is that of its figures.
    events: events.filter(({ sentence }) => text[sentence.start] !== '|'),
    people,
  }
}
