// How days, months and years are written in several parts of the world. Names are written out here, as those of calendar-words.ts are.
import { monthNames, seasonNames } from './calendar-words.ts'

/** Where dates and numbers are written as they are here (BCP 47), or ISO 8601, which is nobody's own. */
export const regions = ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'ja-JP', 'iso'] as const

export type Region = (typeof regions)[number]

/** A year, a season, a month or a day. `season` counts from 0, which is spring. */
export type CalendarPoint = {
  /** Four digits. */
  year: string
  season: number | null
  month: number | null
  day: number | null
}

export type DateWords = {
  say(point: CalendarPoint): string
  /** From one to the other, as short as it can be said; both are as exact as each other. */
  sayRange(first: CalendarPoint, last: CalendarPoint): string
}

export type DateStyle = DateWords & {
  /** The same in few letters, for drawings. */
  short: DateWords
  /** January to December, in few letters. */
  shortMonths: readonly string[]
  /** Monday to Sunday, the same. */
  shortWeekdays: readonly string[]
}

type Names = Pick<DateStyle, 'shortMonths' | 'shortWeekdays'> & {
  months: readonly string[]
  seasons: readonly string[]
}

const english: Names = {
  months: monthNames,
  seasons: seasonNames,
  shortMonths: monthNames.map(name => name.slice(0, 3)),
  shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

const german: Names = {
  months: [
    ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni'],
    ...['Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  ],
  seasons: ['Frühling', 'Sommer', 'Herbst', 'Winter'],
  shortMonths: ['Jan', 'Feb', 'März', 'Apr', 'Mai', 'Juni', 'Juli', 'Aug', 'Sept', 'Okt', 'Nov', 'Dez'],
  shortWeekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
}

const french: Names = {
  months: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
  seasons: ['printemps', 'été', 'automne', 'hiver'],
  shortMonths: [
    ...['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin'],
    ...['juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  ],
  shortWeekdays: ['lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.', 'dim.'],
}

const months = monthNames.map((_, index) => index + 1)
const japaneseSeasons = ['春', '夏', '秋', '冬']

/** English months as one abbreviates them in a sentence. */
const abbreviatedMonths = monthNames.map(name =>
  name.length < 6 ? name : name.slice(0, name === 'September' ? 4 : 3),
)

/** Day before month before year, each apart. */
function dayFirst({ months, seasons }: Names, dayOf: (day: number) => string = String): DateWords {
  const partsOf = ({ year, season, month, day }: CalendarPoint): string[] => {
    const whole = sayYear(year)
    if (season !== null) return [seasons[season] ?? '', whole]
    if (month === null) return [whole]
    const name = months[month - 1] ?? ''
    return day === null ? [name, whole] : [dayOf(day), name, whole]
  }
  return {
    say: point => partsOf(point).join(' '),
    sayRange: (first, last) => {
      const [a, b] = [partsOf(first), partsOf(last)]
      if (a.length === 1) return `${a[0]}–${b[0]}`
      if (first.year !== last.year) return `${a.join(' ')} – ${b.join(' ')}`
      if (a.length === 2) return `${a[0]}–${b.join(' ')}`
      return first.month === last.month ? `${a[0]}–${b.join(' ')}` : `${a[0]} ${a[1]} – ${b.join(' ')}`
    },
  }
}

const british = dayFirst(english)

function monthFirst(names: Names): DateWords {
  const { say: sayOther, sayRange: sayOthers } = dayFirst(names)
  const say = (point: CalendarPoint) => {
    if (point.month === null || point.day === null) return sayOther(point)
    return `${names.months[point.month - 1]} ${point.day}, ${sayYear(point.year)}`
  }
  const sayRange = (first: CalendarPoint, last: CalendarPoint) => {
    if (first.month === null || last.day === null) return sayOthers(first, last)
    const start = `${names.months[first.month - 1]} ${first.day}`
    if (first.year !== last.year) return `${say(first)} – ${say(last)}`
    if (first.month !== last.month) return `${start} – ${say(last)}`
    return `${start}–${last.day}, ${sayYear(last.year)}`
  }
  return { say, sayRange }
}

const japanese: DateWords = {
  // All four digits: 25年 may be of a century or an era, and is read as neither.
  say: point => `${point.year.padStart(4, '0')}年${japaneseDayOf(point)}`,
  sayRange: (first, last) => {
    if (first.year !== last.year) return `${japanese.say(first)}–${japanese.say(last)}`
    const isSameMonth = last.day !== null && first.month === last.month
    return `${japanese.say(first)}–${japaneseDayOf(isSameMonth ? { ...last, month: null } : last)}`
  },
}

function japaneseDayOf({ season, month, day }: Omit<CalendarPoint, 'year'>): string {
  if (season !== null) return japaneseSeasons[season] ?? ''
  return `${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`
}

const iso: DateWords = {
  say: point => {
    const { year, month, day } = point
    if (month === null) return british.say(point)
    return day === null ? `${year}-${twoDigits(month)}` : `${year}-${twoDigits(month)}-${twoDigits(day)}`
  },
  sayRange: (first, last) =>
    first.month === null ? british.sayRange(first, last) : `${iso.say(first)} – ${iso.say(last)}`,
}

export const dateStyles: Readonly<Record<Region, DateStyle>> = {
  'en-GB': styled(english, dayFirst, abbreviatedMonths),
  'en-US': styled(english, monthFirst, abbreviatedMonths),
  'de-DE': styled(german, names => dayFirst(names, day => `${day}.`)),
  'fr-FR': styled(french, names => dayFirst(names, day => (day === 1 ? '1er' : String(day)))),
  'ja-JP': {
    ...japanese,
    short: japanese,
    shortMonths: months.map(month => `${month}月`),
    shortWeekdays: ['月', '火', '水', '木', '金', '土', '日'],
  },
  iso: { ...iso, short: iso, shortMonths: months.map(twoDigits), shortWeekdays: english.shortWeekdays },
}

/** `abbreviated` are the months of short dates. */
function styled(
  names: Names,
  wordsOf: (names: Names) => DateWords,
  abbreviated: readonly string[] = names.shortMonths,
): DateStyle {
  const { shortMonths, shortWeekdays } = names
  const short = wordsOf({ ...names, months: abbreviated })
  return { ...wordsOf(names), short, shortMonths, shortWeekdays }
}

/** Years before 1000 take "AD", without which they read as a number. */
export function sayYear(year: string): string {
  return Number(year) < 1000 ? `AD ${Number(year)}` : year
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

const englishNames = new Map(
  [german, french].flatMap(({ months, seasons }) => [
    ...months.map((name, index) => [name.toLowerCase(), monthNames[index] ?? name] as const),
    ...seasons.map((name, index) => [name.toLowerCase(), seasonNames[index] ?? name] as const),
  ]),
)
const foreignName = new RegExp(`(?<!\\p{L})(?:${[...englishNames.keys()].join('|')})(?!\\p{L})`, 'giu')
const foreignDay = /(?<!\d)(\d{1,2})(?:\.|er)(?=\s*[–-]|\s+\p{L})/gu
const isoRange = /(\d{4}-\d{2}(?:-\d{2})?) ?– ?(\d{4}-\d{2}(?:-\d{2})?)$/
const japanesePoint = /(?<!\d)(\d{4})年(?:([春夏秋冬])|(?:(\d{1,2})月(?:(\d{1,2})日)?)?)/g
/** An end that leaves out what it has in common with the beginning. */
const japaneseRange = /((?<!\d)(\d{4}年)(\d{1,2}月)?[^–]*)–(?!\d{4}年)(\d{1,2}日)?/

/** The words of a date in any of these styles, in words that `parseDateWords` knows; other words stay. */
export function inEnglishWords(words: string): string {
  return words
    .replace(japaneseRange, (_, start, year, month = '', day) => `${start}–${year}${day ? month + day : ''}`)
    .replace(japanesePoint, (_, year, season, month, day) => {
      if (season) return `${seasonNames[japaneseSeasons.indexOf(season)]} ${Number(year)}`
      return [year, ...[month, day].filter(Boolean).map(part => twoDigits(Number(part)))].join('-')
    })
    .replace(isoRange, '$1/$2')
    .replace(foreignDay, '$1')
    .replace(foreignName, name => englishNames.get(name.toLowerCase()) ?? name)
}
