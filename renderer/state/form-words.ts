// What is typed in a field of one line, as a record has it. Pure.

/** The language that a translation is in where none is named. */
const usualLanguage = 'en'

export function translationOf(text: string, language: string): { text: string; language: string } {
  return { text, language: languageOf(language || usualLanguage) ?? usualLanguage }
}

/** A BCP 47 tag as it is written canonically; null where it is none. */
export function languageOf(words: string): string | null {
  try {
    return Intl.getCanonicalLocales(words.trim())[0] ?? null
  } catch {
    return null
  }
}

/** Several with a sign between, each once. */
export function listOf(words: string, sign: string): string[] {
  const each = words.split(sign).map(word => word.trim())
  return [...new Set(each.filter(word => word !== ''))]
}
