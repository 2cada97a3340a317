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
