import { namesRealDays } from '../../../shared/dates/names-real-days.ts'
import { parseDateWords } from '../../../shared/dates/parse-date-words.ts'
import { readJapaneseDateAt } from '../../../shared/dates/read-japanese-date.ts'
import { edtfDate } from '../../../shared/model/v1/fields.ts'

/**
 * The date that a file writes about itself, in EDTF: of an instant its day, as it is written there, whatever the zone.
 * Null where it is none, or may be two (3/5/2025).
 */
export function writtenDay(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const words = value
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})\b/, dashed)
    .replace(/^(\d{4})(\d{2})(\d{2})(?=$|T)/, '$1-$2-$3')
    .replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/s, '$1')
    .replace(/^(?:published|posted|updated)(?: on)?:?\s+/i, '')
    .replace(/^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/i, '')
    .replace(/,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}.*$/s, '')
  const japanese = /^\S*\d年/.test(words)
    ? readJapaneseDateAt(words, 0, { reference: null, tense: null, previous: null })
    : null
  const when = japanese?.when ?? parseDateWords(words, null)?.when
  const date = edtfDate.safeParse(when).data ?? null
  return date !== null && /^\d{4}/.test(date) && namesRealDays(date) ? date : null
}

function dashed(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
