// Which of the languages that the finder knows a text is in.

export type Language = 'en' | 'ja'

const looked = 4000

/** Kana are Japanese alone: where the beginning of a text has a few of them among its letters, it is Japanese. */
export function languageOf(text: string): Language {
  const beginning = text.slice(0, looked)
  const kana = beginning.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0
  return kana > 0 && kana >= letters / 10 ? 'ja' : 'en'
}
