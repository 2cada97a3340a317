/** The languages whose spelling is checked, as tags of BCP 47. */
export const spellingLanguages = ['en-GB', 'en-US', 'de', 'fr'] as const

export type SpellingLanguage = (typeof spellingLanguages)[number]
