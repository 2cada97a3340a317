// Which of the languages that the finder knows a text is in, and which its paragraphs are in where they differ.
import type { Range } from './sentences.ts'

export type Language = 'en' | 'ja'

const looked = 4000
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
/** A paragraph with fewer letters has the language of the text: a name, a heading, a figure. */
const fewestLetters = 20

/** Kana are Japanese alone: where the beginning of a text has a few of them among its letters, it is Japanese. */
function languageOf(text: string): Language {
  const beginning = text.slice(0, looked)
  const count = beginning.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return count > 0 && count >= lettersIn(beginning) / 10 ? 'ja' : 'en'
}

/** The paragraphs of a text in each language it has: a report in English may quote a statement in Japanese. */
export function paragraphsByLanguage(text: string, paragraphs: Range[]): [Language, Range[]][] {
  if (!kana.test(text)) return [['en', paragraphs]]
  const main = languageOf(text)
  return [
    ...Map.groupBy(paragraphs, ({ start, end }) => {
      const words = text.slice(start, end)
      const isOther = main === 'ja' ? !japanese.test(words) : kana.test(words)
      return isOther && lettersIn(words) >= fewestLetters ? languageOf(words) : main
    }),
  ]
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
