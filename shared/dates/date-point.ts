// One date at a place in a text, with the words that make it approximate.
import { type CalendarDate, type DateContext, resolveCalendarDate } from './calendar-date.ts'
import { matchCalendarDate } from './calendar-patterns.ts'
import { matchCountedFrom } from './counted-from.ts'
import { gap } from './date-words.ts'
import { matchRelativeDate } from './relative-dates.ts'

const partExpression = new RegExp(
  `(?:(?:the${gap})?(?<edge>very${gap}end|end|close|start|beginning|middle|(?:early|later|latter)${gap}part)${gap}of${gap}|(?<part>early|mid|late)(?:-|${gap}(?:in${gap})?))`,
  'iuy',
)
const roundedExpression = new RegExp(
  `(?:about|around|circa|ca\\.|c\\.|approximately|roughly)(?:${gap})?`,
  'iuy',
)
const edgeUnitExpression = /(?<unit>year|month|quarter|week)[- ]end(?![\p{L}\p{N}])/iuy

/** One date, not yet resolved. */
export type DatePoint = {
  end: number
  rules: string[]
  /** The calendar date, where it is one, so that a range can share its year. */
  calendar: CalendarDate | null
  /** Whether it is approximate: "about", "early", "the end of". */
  isRounded: boolean
  /** "by the end of March" is a day, "the end of March" is about March. */
  isEnd: boolean
  resolve: (context: DateContext) => string | null
}

/** Reads the one date that starts exactly at an index of the text. */
export function readPoint(text: string, index: number): DatePoint | null {
  const counted = matchCountedFrom(text, index)
  const other = counted && readPlainPoint(text, counted.end)
  if (counted === null || other === null) return readPlainPoint(text, index)
  const resolve = (context: DateContext) => {
    const from = other.resolve(context)
    return from === null ? null : counted.resolve(from, context)
  }
  return point(other.end, [counted.rule], null, false, false, resolve)
}

function readPlainPoint(text: string, index: number): DatePoint | null {
  const rounded = matchAt(roundedExpression, text, index)
  const part = matchAt(partExpression, text, rounded?.end ?? index)
  const edge = rounded || part ? null : matchAt(edgeUnitExpression, text, index)
  if (edge) {
    const unit = matchRelativeDate(`this ${edge.groups.unit}`, 0)
    return unit && point(edge.end, ['edge of a unit'], null, true, true, unit.resolve)
  }
  const start = part?.end ?? rounded?.end ?? index
  const isRounded = rounded !== null || part !== null
  const isEnd = /end|close/i.test(part?.groups.edge ?? '')
  const prefixes = [...(rounded ? ['about'] : []), ...(part ? ['part'] : [])]
  const calendar = matchCalendarDate(text, start)
  const relative = matchRelativeDate(text, start)
  if (relative && (relative.rule !== 'the unit' || part) && relative.end > (calendar?.end ?? 0)) {
    return point(relative.end, [...prefixes, relative.rule], null, isRounded, isEnd, relative.resolve)
  }
  if (!calendar) return null
  const { date } = calendar
  return point(calendar.end, [...prefixes, calendar.rule], date, isRounded, isEnd, context =>
    resolveCalendarDate(date, context),
  )
}

function point(
  end: number,
  rules: string[],
  calendar: CalendarDate | null,
  isRounded: boolean,
  isEnd: boolean,
  resolve: DatePoint['resolve'],
): DatePoint {
  return { end, rules, calendar, isRounded, isEnd, resolve }
}

/** The point as EDTF, marked where the words were not exact. */
export function resolvePoint(point: DatePoint, context: DateContext): string | null {
  const when = point.resolve(context)
  return when !== null && point.isRounded ? rounded(when) : when
}

/** Level 1 marks a day, a month or a year as approximate; a season or a decade is vague enough, a range takes it twice. */
function rounded(edtf: string): string {
  return edtf
    .split('/')
    .map(end => (/^\d{4}(?:-(?:0\d|1[0-2])(?:-\d{2})?)?$/.test(end) ? `${end}~` : end))
    .join('/')
}

/** Matches a sticky expression exactly at an index. */
export function matchAt(expression: RegExp, text: string, index: number) {
  expression.lastIndex = index
  const match = expression.exec(text)
  return (
    match && { end: expression.lastIndex, groups: (match.groups ?? {}) as Record<string, string | undefined> }
  )
}
