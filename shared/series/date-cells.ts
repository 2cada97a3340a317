// The dates of a table's column: words and EDTF as everywhere in the app, and what spreadsheets and statistics offices write.
import { dayFrom, firstDay, lastDay } from '../dates/edtf-days.ts'
import { parseDateWords } from '../dates/parse-date-words.ts'

/** How a column is to be read: whether "3/5/2025" begins with the day, and "2023-24" is a year that begins in 2023. */
export type DateForm = { isDayFirst: boolean; hasSplitYears: boolean }

const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/
const splitYear = /^(\d{4})[-/–](\d{2})$/

/** The date in a cell as EDTF with a beginning and an end; null where it is none. */
export function readDateCell(cell: string, form: DateForm): string | null {
  const plain = cell.trim().replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/, '')
  if (plain === '' || plain.length > 60) return null
  const when = readWritten(plain, form)
  return when !== null && firstDay(when) !== null && lastDay(when) !== null ? when : null
}

function readWritten(plain: string, { isDayFirst, hasSplitYears }: DateForm): string | null {
  const numbers = numeric.exec(plain)
  if (numbers) {
    const [, first = '', , second = '', year = ''] = numbers
    const [day, month] = isDayFirst ? [first, second] : [second, first]
    return dayOf(fullYear(year), month, day)
  }
  const split = splitYear.exec(plain)
  if (split && hasSplitYears) return `${split[1]}/${Number(split[1]) + 1}`
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(plain)
  if (compact) return dayOf(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '')
  const month = /^(\d{4})[- ]?M(\d{1,2})$/i.exec(plain) ?? /^(\d{4})[/.](\d{1,2})$/.exec(plain)
  if (month) return monthIn(month[1] ?? '', month[2] ?? '')
  const slashed = /^(\d{1,2})[/.-](\d{4})$/.exec(plain)
  if (slashed) return monthIn(slashed[2] ?? '', slashed[1] ?? '')
  return parseDateWords(inUsualOrder(plain), null)?.when ?? null
}

/** What the words of a date may be in another order or with other joints: "2024 JAN", "2024Q1", "Jan-24", "3-May-2025". */
function inUsualOrder(plain: string): string {
  const quarter = /^(\d{4})[- ]?Q([1-4])$/i.exec(plain)
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`
  const yearFirst = /^(\d{4})[- ](\p{L}{3,9})\.?$/u.exec(plain)
  if (yearFirst) return `${yearFirst[2]} ${yearFirst[1]}`
  const monthAndYear = /^(\p{L}{3,9})\.?[-/ ]?['’]?(\d{4}|\d{2})$/u.exec(plain)
  if (monthAndYear) return `${monthAndYear[1]} ${fullYear(monthAndYear[2] ?? '')}`
  const dayMonthYear = /^(\d{1,2})[-/ ](\p{L}{3,9})\.?[-/ ](\d{4}|\d{2})$/u.exec(plain)
  if (dayMonthYear) return `${dayMonthYear[1]} ${dayMonthYear[2]} ${fullYear(dayMonthYear[3] ?? '')}`
  return plain
}

/** How the dates of a column are written. `isUncertain` where days and months could change places in all of them. */
export function dateFormOf(cells: readonly string[]): DateForm & { isUncertain: boolean } {
  const numbers = cells.flatMap(cell => {
    const found = numeric.exec(cell.trim())
    return found ? [{ first: Number(found[1]), second: Number(found[3]) }] : []
  })
  const splits = cells.flatMap(cell => splitYear.exec(cell.trim()) ?? [])
  const years = cells.flatMap(cell => {
    const found = splitYear.exec(cell.trim())
    return found ? [(Number(found[1]) + 1) % 100 === Number(found[2])] : []
  })
  const hasSplitYears = splits.length > 0 && years.every(Boolean) && (years.length > 1 || isNoMonth(cells))
  const dayProofs = numbers.filter(({ first }) => first > 12).length
  const monthProofs = numbers.filter(({ second }) => second > 12).length
  if (dayProofs + monthProofs > 0)
    return { isDayFirst: dayProofs >= monthProofs, hasSplitYears, isUncertain: false }
  // The first of every month looks like a row of single days the other way round.
  const isSame = (part: 'first' | 'second') => new Set(numbers.map(each => each[part])).size === 1
  if (numbers.length > 2 && isSame('first') !== isSame('second'))
    return { isDayFirst: isSame('first'), hasSplitYears, isUncertain: false }
  return {
    isDayFirst: true,
    hasSplitYears,
    isUncertain: numbers.some(({ first, second }) => first !== second),
  }
}

/** A lone "2023-24" is a year; "2011-12" may be December. */
function isNoMonth(cells: readonly string[]): boolean {
  return cells.every(cell => Number(splitYear.exec(cell.trim())?.[2] ?? 99) > 12)
}

function dayOf(year: string, month: string, day: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return dayFrom(text) === null ? null : text
}

function monthIn(year: string, month: string): string | null {
  const number = Number(month)
  return number >= 1 && number <= 12 ? `${year}-${month.padStart(2, '0')}` : null
}

/** Two digits are of this century up to 68, as POSIX has it. */
function fullYear(year: string): string {
  if (year.length === 4) return year
  return `${Number(year) <= 68 ? '20' : '19'}${year}`
}
