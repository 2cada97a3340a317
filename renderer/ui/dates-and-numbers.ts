// Dates and numbers as the window says them: all of it does so by this file, in the manner of the region that is preferred. What a
// brief prints, and what shows how it will be printed, is its own.
import { signal } from '@preact/signals'
import { dateStyles, inEnglishWords, type Region, regions } from '../../shared/dates/date-styles.ts'
import { formatEdtf } from '../../shared/dates/format-edtf.ts'
import { type ParsedDate, parseDateWords } from '../../shared/dates/parse-date-words.ts'

/** Where dates and numbers are written as the person prefers. */
export const region = signal<Region>('en-GB')

export function isRegion(name: string | undefined): name is Region {
  return regions.some(each => each === name)
}

/** How the region that is preferred writes dates. */
export function dateStyle() {
  return dateStyles[region.value]
}

/** An EDTF date in words. */
export function dateInWords(edtf: string): string {
  return formatEdtf(edtf, dateStyle())
}

/** The date that a person typed, in any region's manner: see `parseDateWords`. */
export function readDateWords(words: string, referenceDate: string | null): ParsedDate | null {
  return parseDateWords(inEnglishWords(words), referenceDate)
}

/** The day and minute of an instant, in the time zone of this machine. */
export function momentInWords(instant: string): string {
  return momentFormat(region.value).format(new Date(instant))
}

/** The day of an instant, in the time zone of this machine. */
export function instantInWords(instant: string): string {
  return dateInWords(new Date(instant).toLocaleDateString('sv'))
}

/** A number with its digits in groups, rounded to at most so many after the decimal mark. */
export function numberInWords(number: number, mostDecimals = 0): string {
  return numberIn(region.value, number, mostDecimals)
}

/** A count where there is little room: 1.2K. */
export function shortNumber(number: number): string {
  const mark = decimalMark(region.value)
  const parts = compact.formatToParts(number)
  return parts.map(({ type, value }) => (type === 'decimal' ? mark : value)).join('')
}

/**
 * Whether a number that a person typed may be meant in two ways: numbers are read with a point as their decimal mark, and
 * where the region that is preferred has a comma, `1,234` and `1.234` are each a thousand to one and a little more to another.
 */
export function isAmbiguousNumber(typed: string): boolean {
  return decimalMark(region.value) === ',' && /^[-−–]?(?:[1-9]\d{0,2}[.,]|0,)\d{3}$/.test(typed.trim())
}

/** A day and a number as a region writes them, for whoever chooses one. */
export function exampleOf(name: Region): string {
  return `${formatEdtf('2025-05-31', dateStyles[name])} · ${numberIn(name, 1234.5, 1)}`
}

const compact = new Intl.NumberFormat('en', { notation: 'compact' })

const momentFormats = new Map<Region, Intl.DateTimeFormat>()

function momentFormat(name: Region): Intl.DateTimeFormat {
  const found =
    momentFormats.get(name) ??
    new Intl.DateTimeFormat(name === 'iso' ? 'sv' : name, {
      day: name === 'iso' ? '2-digit' : 'numeric',
      month: name === 'iso' ? '2-digit' : 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
  momentFormats.set(name, found)
  return found
}

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(name: Region, mostDecimals: number): Intl.NumberFormat {
  const key = `${name} ${mostDecimals}`
  const found =
    numberFormats.get(key) ??
    new Intl.NumberFormat(name === 'iso' ? 'en' : name, { maximumFractionDigits: mostDecimals })
  numberFormats.set(key, found)
  return found
}

/** ISO 80000-1 divides groups by a thin space, and lets a point be the decimal mark. */
function numberIn(name: Region, number: number, mostDecimals: number): string {
  const format = numberFormat(name, mostDecimals)
  if (name !== 'iso') return format.format(number)
  const parts = format.formatToParts(number)
  return parts.map(({ type, value }) => (type === 'group' ? '\u202f' : value)).join('')
}

function decimalMark(name: Region): string {
  return numberIn(name, 0.5, 1).charAt(1)
}
