// Text to suggested evidence: the one door to the finder.
import { findEvents } from './events.ts'
import { findFigures } from './figures.ts'
import { findJapaneseEvents } from './japanese-events.ts'
import { findJapaneseFigures } from './japanese-figures.ts'
import { japaneseSentencesOf } from './japanese-sentences.ts'
import { type Language, paragraphsByLanguage } from './language.ts'
import { quotationsOf, runAround } from './quotations.ts'
import { paragraphsOf, type Range, sentencesOf } from './sentences.ts'
import { findSpeech } from './speech.ts'
import type { Suggestions } from './suggestions.ts'

/**
 * Finds quotes, figures, dated events and people in an English or Japanese text (Markdown may stand in it).
 * `date` is the text's own day (`YYYY-MM-DD`) or null; without it relative expressions keep `when: null`.
 * `language` null has it told by the text, each paragraph by its own. Offsets are UTF-16 code units of the text as
 * given. Never throws.
 */
export function findEvidence(
  text: string,
  date: string | null,
  language: Language | null = null,
): Suggestions {
  const paragraphs = paragraphsOf(text)
  const parts = language === null ? paragraphsByLanguage(text, paragraphs) : [[language, paragraphs] as const]
  const found = parts.map(([each, own]) => findIn(text, own, date, each))
  const [only] = found
  if (only && found.length === 1) return only
  const each = found.map((part, index) => withinParagraphs(part, parts[index]?.[1] ?? []))
  return {
    quotes: inOrder(each.map(({ quotes }) => quotes)),
    figures: inOrder(each.map(({ figures }) => figures)),
    events: inOrder(each.map(({ events }) => events)),
    people: inOrder(each.map(({ people }) => people)),
  }
}

function findIn(text: string, paragraphs: Range[], date: string | null, language: Language): Suggestions {
  const isJapanese = language === 'ja'
  const split = isJapanese ? japaneseSentencesOf : sentencesOf
  const sentences = paragraphs.flatMap(paragraph => split(text, paragraph))
  const quotations = quotationsOf(text, paragraphs)
  const quotedAt = runAround(quotations)
  const events = (isJapanese ? findJapaneseEvents : findEvents)(text, sentences, date, quotedAt)
  const { quotes, people } = findSpeech(text, paragraphs, quotations, language)
  return {
    quotes,
    figures: (isJapanese ? findJapaneseFigures : findFigures)(text, sentences, events, quotedAt),
    // A table's row tells of nothing that happens; its date is that of its figures.
    events: events.filter(({ sentence }) => text[sentence.start] !== '|'),
    people,
  }
}

/** What stands in the paragraphs of one language: numbers and names are looked for in the whole of a text. */
function withinParagraphs(found: Suggestions, paragraphs: readonly Range[]): Suggestions {
  return {
    quotes: ours(found.quotes, paragraphs),
    figures: ours(found.figures, paragraphs),
    events: ours(found.events, paragraphs),
    people: ours(found.people, paragraphs),
  }
}

/** Both are in the order of the text. */
function ours<Found extends Range>(found: readonly Found[], paragraphs: readonly Range[]): Found[] {
  let at = 0
  return found.filter(({ start }) => {
    while ((paragraphs[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at++
    return (paragraphs[at]?.start ?? Number.POSITIVE_INFINITY) <= start
  })
}

function inOrder<Found extends Range>(parts: readonly (readonly Found[])[]): Found[] {
  return parts.flat().sort((one, other) => one.start - other.start)
}
