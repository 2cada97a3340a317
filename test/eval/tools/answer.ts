/** What each tool answers for a text: spans are UTF-16 code units, end exclusive; `when` is EDTF. */
export type Answer = {
  quotes: { start: number; end: number; text: string; speaker?: string | null; cue?: string | null }[]
  figures: { start: number; end: number; text: string; value: string; upper?: string | null; unit: string }[]
  events: { start: number; end: number; text: string; when: string | null }[]
}

/** One finder; `date` is the text's own day (`YYYY-MM-DD`). */
export type Tool = {
  name: string
  /** What it sets out to find, in which languages: "quotes en", "speakers en", "figures ja", "dates en". */
  claims: string[]
  find: (text: string, date: string | null, language: 'en' | 'ja') => Answer
}

/** A number as a decimal string without an exponent or a sign. */
export function plainDecimal(value: number): string {
  return Math.abs(value).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 })
}

/** An interval of days as EDTF, one day where both ends are the same. */
export function daysBetween(first: string, last: string): string {
  return first === last ? first : `${first}/${last}`
}

const codes: Record<string, string> = {
  dollar: 'USD',
  'united states dollar': 'USD',
  euro: 'EUR',
  pound: 'GBP',
  'british pound': 'GBP',
  'pound sterling': 'GBP',
  yen: 'JPY',
  'japanese yen': 'JPY',
  yuan: 'CNY',
  'chinese yuan': 'CNY',
  rupee: 'INR',
  'indian rupee': 'INR',
  franc: 'CHF',
  'swiss franc': 'CHF',
  won: 'KRW',
  ruble: 'RUB',
  peso: 'MXN',
  real: 'BRL',
  bitcoin: 'BTC',
}
const coins: Record<string, string> = { cent: 'USD', penny: 'GBP', pence: 'GBP' }

/** The ISO 4217 code and the power of ten for a name of a currency; null for other words. */
export function moneyOf(name: string): { unit: string; shift: number } | null {
  const plain = name.toLowerCase()
  const coin = coins[plain]
  const code = coin ?? codes[plain]
  return code === undefined ? null : { unit: code, shift: coin === undefined ? 1 : 0.01 }
}
