// The plain-words date field: English words, or EDTF itself, to EDTF.

import { dayFrom, firstDay, lastDay } from './edtf-days.ts'
import { isEdtf } from './is-edtf.ts'
import { namesRealDays } from './names-real-days.ts'
import { readDateAt } from './read-date.ts'

/** What words for a date mean. */
export type ParsedDate = {
  /** EDTF of level 1. */
  when: string
  /** Whether it lies ahead of the reference date; null where none is known or the date lies on both sides. */
  isExpected: boolean | null
}

/**
 * Reads a date in plain English words, such as "by June 2025", "third quarter of 2025" or "two weeks ago", or in EDTF,
 * which passes unchanged. `referenceDate` (`YYYY-MM-DD`) is the day that relative words count from: without it they
 * give null, as does anything that is not wholly a date or may be two ("3/5/2025"). Never throws.
 */
export function parseDateWords(words: string, referenceDate: string | null): ParsedDate | null {
  const plain = words.trim()
  const when =
    plain.length > 200
      ? null
      : isEdtf(plain) && !isCentury.test(plain)
        ? plain
        : readWords(plain, referenceDate)
  const isDate = when !== null && isEdtf(when) && namesRealDays(when)
  return isDate ? { when, isExpected: liesAhead(when, referenceDate) } : null
}

/** EDTF's two digits for a century are a slip of the keyboard here. */
const isCentury = /^-?\d\d$/
const leadingWords = /^(?:on|in|at|during|over)\s+/i
const unspecified = /^some\s?time\s+in\s+/i
const uncertain = /\s*\((?:uncertain|\?)\)$|\?$/i

function readWords(words: string, referenceDate: string | null): string | null {
  const isUnspecified = unspecified.test(words)
  const isUncertain = uncertain.test(words)
  const plain = words
    .replace(unspecified, '')
    .replace(uncertain, '')
    .replace(/[.,;]$/, '')
    .replace(/\s+/g, ' ')
  const context = { reference: dayFrom(referenceDate), tense: null, previous: null }
  const readings = [plain, plain.replace(leadingWords, '')].map(field => {
    const reading = readDateAt(field, 0, context, true)
    return reading?.end === field.length ? reading.when : null
  })
  const when = readings[0] ?? readings[1] ?? null
  if (when === null || (!isUnspecified && !isUncertain)) return when
  if (isUnspecified) return /^\d{4}(?:-\d{2})?$/.test(when) ? `${when}-XX` : null
  return when.endsWith('~') ? `${when.slice(0, -1)}%` : `${when}?`
}

function liesAhead(when: string, referenceDate: string | null): boolean | null {
  const reference = dayFrom(referenceDate)
  if (reference === null) return null
  const [first, last] = [firstDay(when), lastDay(when)]
  if (last !== null && last.until(reference).days > 0) return false
  if (first !== null && reference.until(first).days > 0) return true
  // "by June" and "through May", read before they end, are still to come.
  const isBounded = when.startsWith('../') || when.startsWith(`${reference}/`)
  return isBounded && last !== null && reference.until(last).days > 0 ? true : null
}
