// An EDTF date in plain English, with days, months and years as a region writes them.
import { type CalendarPoint, type DateWords, dateStyles, sayYear } from './date-styles.ts'

/**
 * Says an EDTF date (level 1) in plain English, British where nothing else is asked for: `../2025-06` is "by June 2025",
 * `2025-05-03/2025-05-31` is "3–31 May 2025", `198X` is "the 1980s". What it has no good words for comes back as it
 * stands; it never throws.
 */
export function formatEdtf(edtf: string, style: DateWords = dateStyles['en-GB']): string {
  const ends = edtf.split('/')
  const [first, second] = ends
  if (first === undefined || ends.length > 2) return edtf
  if (second === undefined) return sayPoint(first, style) ?? edtf
  return sayInterval(first, second, style) ?? edtf
}

/** `mark` is `~`, `?`, `%` or nothing. */
type Point = CalendarPoint & { mark: string }

function sayInterval(first: string, second: string, style: DateWords): string | null {
  if (first === second) return sayPoint(first, style)
  if (first === '..' || first === '') {
    const end = sayPoint(second, style)
    if (end === null) return null
    return first === '' ? `until ${end}, start unknown` : `by ${end}`
  }
  const start = sayPoint(first, style)
  if (start === null) return null
  if (second === '..') return `from ${start}`
  if (second === '') return `from ${start}, end unknown`
  const end = sayPoint(second, style)
  if (end === null) return null
  return sayPlainInterval(readPoint(first), readPoint(second), style) ?? `${start} to ${end}`
}

/** The short forms, for two ends of one precision without marks; null for every other pair. */
function sayPlainInterval(first: Point | null, second: Point | null, style: DateWords): string | null {
  if (first === null || second === null || first.mark !== '' || second.mark !== '') return null
  return precisionOf(first) === precisionOf(second) ? style.sayRange(first, second) : null
}

function precisionOf({ season, month, day }: Point): 'year' | 'month' | 'day' {
  if (day !== null) return 'day'
  return season === null && month === null ? 'year' : 'month'
}

function sayPoint(edtf: string, style: DateWords): string | null {
  const plain = sayUnspecified(edtf, style)
  if (plain !== null) return plain
  const point = readPoint(edtf)
  if (point === null) return null
  const words = style.say(point)
  if (point.mark === '~') return `about ${words}`
  if (point.mark === '?') return `${words} (uncertain)`
  if (point.mark === '%') return `about ${words} (uncertain)`
  return words
}

/** A date with its last digits unspecified, such as `198X`, `19XX`, `2025-XX` or `2025-06-XX`. */
function sayUnspecified(edtf: string, style: DateWords): string | null {
  const decade = /^(\d{3})X$/.exec(edtf)
  if (decade) return `the ${Number(decade[1])}0s`
  const century = /^(\d{2})XX$/.exec(edtf)
  if (century) return `some year from ${sayYear(`${century[1]}00`)} to ${sayYear(`${century[1]}99`)}`
  const year = /^(\d{4})-XX(?:-XX)?$/.exec(edtf)
  if (year) return `some time in ${sayYear(year[1] ?? '')}`
  const month = /^(\d{4}-\d{2})-XX$/.exec(edtf)
  const point = month && readPoint(month[1] ?? '')
  return point && point.season === null ? `some time in ${style.say(point)}` : null
}

function readPoint(edtf: string): Point | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(edtf)
  if (!match) return null
  const [, year = '', second, third, mark = ''] = match
  if (second === undefined) return { year, month: null, day: null, season: null, mark }
  const number = Number(second)
  if (number >= 21 && number <= 24 && third === undefined) {
    return { year, month: null, day: null, season: number - 21, mark }
  }
  if (number < 1 || number > 12) return null
  const day = third === undefined ? null : Number(third)
  if (day !== null && (day < 1 || day > daysIn(Number(year), number))) return null
  return { year, month: number, day, season: null, mark }
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}
