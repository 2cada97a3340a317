import { readDateWords } from '../ui/dates-and-numbers.ts'

/** The one day that words name (`YYYY-MM-DD`), null where there are none, `'unclear'` where they are not one day. */
export function readDay(words: string): string | null | 'unclear' {
  if (words.trim() === '') return null
  const when = readDateWords(words, null)?.when
  return when !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(when) ? when : 'unclear'
}
