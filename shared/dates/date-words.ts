// The words that dates are written with, as parts of patterns and as numbers.
import { monthNames, seasonNames, weekdayNames } from './calendar-words.ts'

/** White space between two words of one expression, not across a blank line. */
export const gap = '(?:[^\\S\\n]{1,3}|\\n)'
/** What ends a word. */
export const wordEnd = '(?![\\p{L}\\p{N}])'

const abbreviations: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}

export const monthPattern = `(?:${monthNames.join('|')}|(?:${Object.keys(abbreviations).join('|')})\\b\\.?)`
export const weekdayPattern = `(?:${weekdayNames.join('|')})`
export const seasonPattern = `(?:${seasonNames.join('|')}|fall)`
export const yearPattern = '(?:1[5-9]|20)\\d\\d(?!\\d|[.,]\\d|\\s?%)'

const smallNumbers = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
/** "first" to "twentieth". */
export const dayOrdinals = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ')
const dayOrdinalPattern = `(?:twenty[- ](?:${dayOrdinals.slice(0, 9).join('|')})|thirty[- ]first|thirtieth|${dayOrdinals.join('|')})`
/** A day of a month, in digits or as an ordinal. */
export const dayPattern = `(?:\\d{1,2}(?:st|nd|rd|th)?|${dayOrdinalPattern})`

/** 1 to 31 for "3", "3rd" and "third". */
export function dayNumber(word: string): number {
  if (/^\d/.test(word)) return Number.parseInt(word, 10)
  const plain = word.toLowerCase()
  if (plain === 'thirtieth') return 30
  const [first = '', second] = plain.split(/[- ]/)
  if (second === undefined) return dayOrdinals.indexOf(plain) + 1
  return (first === 'thirty' ? 30 : 20) + dayOrdinals.indexOf(second) + 1
}

/** A year as it is spoken: "nineteen eighty-six", "two thousand and five", "twenty fifteen". */
export const spokenYearPattern = `(?:(?:nineteen|eighteen|twenty)[- ](?:(?:${tens.join('|')})(?:[- ](?:${smallNumbers.slice(0, 9).join('|')}))?|${smallNumbers.slice(9, 19).join('|')})|two thousand(?: and)?(?: (?:${smallNumbers.slice(0, 19).join('|')}))?)`

/** The number of a spoken year. */
export function spokenYear(words: string): number {
  const [first = '', second = '', ...rest] = words.toLowerCase().split(/[- ]+/)
  if (second === 'thousand') return 2000 + (smallNumbers.indexOf(rest.at(-1) ?? '') + 1)
  const century = first === 'twenty' ? 2000 : first === 'nineteen' ? 1900 : 1800
  const ten = tens.indexOf(second)
  if (ten < 0) return century + smallNumbers.indexOf(second) + 1
  return century + 20 + 10 * ten + (smallNumbers.indexOf(rest[0] ?? '') + 1)
}

/** The numbers that counts are written with in words. */
export const countWords = smallNumbers.join('|')
export const countPattern = `(?:${smallNumbers.join('|')}|an?|\\d{1,3})`
export const ordinals = ['first', 'second', 'third', 'fourth']

/** The number of a month's name or abbreviation, in any case; undefined for other words. */
export function monthNumber(word: string): number | undefined {
  const plain = word.toLowerCase().replace('.', '')
  const index = monthNames.findIndex(name => name.toLowerCase() === plain)
  return index >= 0 ? index + 1 : abbreviations[plain]
}

/** 1 for Monday to 7 for Sunday, by the name or its first letters. */
export function weekdayNumber(word: string): number {
  const plain = word.toLowerCase().replace('.', '')
  return weekdayNames.findIndex(name => name.toLowerCase().startsWith(plain)) + 1
}

/** 1 for spring to 4 for winter. */
export function seasonNumber(word: string): number {
  const plain = word.toLowerCase()
  return plain === 'fall' ? 3 : (seasonNames as readonly string[]).indexOf(plain) + 1
}

/** "two", "a" and "14" as numbers. */
export function countOf(word: string): number {
  const plain = word.toLowerCase()
  if (plain === 'a' || plain === 'an') return 1
  const index = smallNumbers.indexOf(plain)
  return index >= 0 ? index + 1 : Number(plain)
}
