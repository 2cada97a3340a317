// An expression of time at a place in a text: a date, perhaps with what stands before it ("by", "since", "mid-"),
// or two dates that make a range.
import { type DateContext, lacksYear, resolveCalendarDate } from './calendar-date.ts'
import { endOf, type Frame, readFramed } from './date-frame.ts'
import { type DatePoint, matchAt, readPoint, resolvePoint } from './date-point.ts'
import { gap } from './date-words.ts'
import { firstDay, lastDay } from './edtf-days.ts'

/** An expression read from a text; the end is exclusive. */
export type DateReading = {
  end: number
  /** EDTF; null where it is relative and no reference is known, or no such day exists. */
  when: string | null
  /** The names of the rules that read it, outermost first. */
  rules: string[]
  /** Whether words before the date ("by", "since") belong to it, and which. */
  frame: Frame | null
}

const betweenExpression = new RegExp(`(?<word>between|from)${gap}`, 'iuy')
const joinExpression = new RegExp(
  `(?:${gap})?(?<join>to|through|until|till|and|-|–|—|~)(?:${gap})?(?:the${gap}(?=\\d))?`,
  'iuy',
)

/**
 * Reads the longest expression of time that starts exactly at an index of the text; null where none does.
 * `isWholeField` also reads what only means a date when it stands alone ("after June", "from June").
 */
export function readDateAt(
  text: string,
  index: number,
  context: DateContext,
  isWholeField = false,
): DateReading | null {
  return (
    readBetween(text, index, context) ??
    readFramed(text, index, context, isWholeField) ??
    readRange(text, index, context) ??
    readAlone(text, index, context)
  )
}

function readAlone(text: string, index: number, context: DateContext): DateReading | null {
  const found = readPoint(text, index)
  return found && alone(found, context)
}

function alone(found: DatePoint, context: DateContext): DateReading {
  return { end: found.end, when: resolvePoint(found, context), rules: found.rules, frame: null }
}

function readBetween(text: string, index: number, context: DateContext): DateReading | null {
  const word = matchAt(betweenExpression, text, index)
  if (word === null) return null
  const isBetween = word.groups.word?.toLowerCase() === 'between'
  const range = readRange(
    text,
    word.end,
    context,
    isBetween ? ['and', ...dashes] : ['to', 'through', 'until', 'till', ...dashes],
  )
  if (range) return range
  // "between 8 and 9 October" is one date with two days.
  const found = readPoint(text, word.end)
  return found?.calendar?.untilDay === undefined ? null : { ...alone(found, context), frame: 'range' }
}

const dashes = ['-', '–', '—', '~']
const bareJoins = ['to', 'through', ...dashes]

const nowExpression = /(?:now|the\spresent(?:\sday)?|present)(?![\p{L}\p{N}])/iuy

/** "Now" ends a range only: "from 2015 to now". */
function nowAt(text: string, index: number): DatePoint | null {
  const found = matchAt(nowExpression, text, index)
  const resolve = ({ reference }: DateContext) => reference?.toString() ?? null
  return found && { end: found.end, rules: ['now'], calendar: null, isRounded: false, isEnd: false, resolve }
}

function readRange(
  text: string,
  index: number,
  context: DateContext,
  joins: string[] = bareJoins,
): DateReading | null {
  const first = readPoint(text, index)
  const join = first && matchAt(joinExpression, text, first.end)
  if (!join || !joins.includes(join.groups.join?.toLowerCase() ?? '')) return null
  const second = readPoint(text, join.end) ?? nowAt(text, join.end)
  if (second === null) return null
  const isMixed = (first.calendar === null) !== (second.calendar === null)
  if (joins === bareJoins && isMixed && !/^(?:day word|now)$/.test(second.rules[0] ?? '')) return null
  const when = resolveRange(first, second, context)
  if (when === undefined) return null
  return { end: second.end, when, rules: ['range', ...first.rules, ...second.rules], frame: 'range' }
}

/** Undefined where the two do not make a range. */
function resolveRange(first: DatePoint, second: DatePoint, context: DateContext): string | null | undefined {
  // "from March 2015 to May": the year stands with the first.
  const start =
    second.calendar && lacksYear(second.calendar) && !isYearless(first) ? first.resolve(context) : null
  if (start !== null) {
    const shared = yearShared(second, start, 0, context)
    return shared === null ? undefined : compose(start, shared, first, second)
  }
  const end = second.resolve(context)
  const before = end === null ? null : startBefore(first, end, context)
  return end === null || before === null ? null : compose(before, end, first, second)
}

function isYearless(point: DatePoint): boolean {
  return point.calendar === null || lacksYear(point.calendar)
}

function compose(start: string, end: string, first: DatePoint, second: DatePoint): string | undefined {
  const [opening, closing] = [firstDay(start), lastDay(end)]
  if (opening === null || closing === null || opening.until(closing).days <= 0) return undefined
  return `${endOf(start, 'first', first.isRounded)}/${endOf(end, 'last', second.isRounded)}`
}

/** The first date of a range, in the year of the second or the one before where its own year was not said. */
function startBefore(first: DatePoint, end: string, context: DateContext): string | null {
  if (!isYearless(first) || first.calendar === null) return first.resolve(context)
  const inYear = yearShared(first, end, 0, context)
  const closing = lastDay(end)
  const opening = inYear === null ? null : firstDay(inYear)
  const isAfter = opening !== null && closing !== null && closing.until(opening).days > 0
  return isAfter ? yearShared(first, end, -1, context) : inYear
}

function yearShared(point: DatePoint, other: string, step: number, context: DateContext): string | null {
  const year = firstDay(other)?.year
  if (year === undefined || point.calendar === null) return null
  return resolveCalendarDate({ ...point.calendar, year: year + step }, context)
}
