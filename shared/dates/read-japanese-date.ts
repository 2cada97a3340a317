// An expression of time in a Japanese text: a date with the words after it that bound it, or two that make a range.
import { type DateContext, lacksYear, resolveCalendarDate } from './calendar-date.ts'
import { firstDay, lastDay } from './edtf-days.ts'
import { type JapanesePoint, japanesePointAt } from './japanese-points.ts'
import type { DateReading } from './read-date.ts'

const join = /(?:から|より|~|〜|～|-|ー|―|–|—|と)\s?/uy
const rangeEnd = /(?:まで)?(?:の間)?/uy
const frames: [frame: 'by' | 'through' | 'since' | 'from' | 'before', pattern: RegExp][] = [
  ['by', /まで(?:に|には)/uy],
  ['through', /(?:いっぱい)?まで/uy],
  ['since', /以来/uy],
  [
    'from',
    /(?:から|より(?:も)?後|以降|以後|(?:また|もし)くはその後|(?:およ|及)びその後|またはその後|の?後(?![半日]))/uy,
  ],
  ['before', /(?:以前|より(?:も)?前|(?:または|もしくは|及び|および)その前|の?前(?![半日週月年]))/uy],
]

/** Reads the longest expression of time that starts exactly at an index of a text with narrow digits. */
export function readJapaneseDateAt(text: string, index: number, context: DateContext): DateReading | null {
  const first = japanesePointAt(text, index)
  if (first === null) return null
  return range(text, first, context) ?? framed(text, first, context) ?? alone(first, context)
}

function alone(point: JapanesePoint, context: DateContext): DateReading {
  return { end: point.end, when: point.resolve(context), rules: [point.rule], frame: null }
}

function range(text: string, first: JapanesePoint, context: DateContext): DateReading | null {
  const middle = matched(join, text, first.end)
  const second = middle === null ? null : japanesePointAt(text, middle)
  if (middle === null || second === null) return null
  const end = matched(rangeEnd, text, second.end) ?? second.end
  const mark = text.slice(first.end, middle)
  // "Xと Yの間" is a range; "XとY" are two dates.
  if (mark.startsWith('と') && !text.slice(second.end, end).includes('間')) return null
  const start = first.resolve(context)
  const when = start === null ? null : ended(start, second, context)
  if (start === null || when === null) return null
  const [opening, closing] = [firstDay(start), lastDay(when)]
  if (opening === null || closing === null || opening.until(closing).days <= 0) return null
  const lower = start.split('/')[0] ?? start
  return {
    end,
    when: `${lower}/${when.split('/').at(-1)}`,
    rules: ['range', first.rule, second.rule],
    frame: 'range',
  }
}

/** The second date of a range: in the year and month of the first where it says none, else the next one after it. */
function ended(start: string, second: JapanesePoint, context: DateContext): string | null {
  const opening = firstDay(start)
  if (opening === null) return null
  if (second.rule === 'Japanese day' || (second.calendar !== null && lacksYear(second.calendar)))
    for (const step of [0, 1]) {
      const found =
        second.calendar === null
          ? second.resolve({ reference: opening.add({ months: step }), tense: 'future', previous: null })
          : resolveCalendarDate({ ...second.calendar, year: opening.year + step }, context)
      const closing = found === null ? null : lastDay(found)
      if (closing !== null && opening.until(closing).days > 0) return found
    }
  return second.resolve({ ...context, previous: start })
}

function framed(text: string, point: JapanesePoint, context: DateContext): DateReading | null {
  for (const [frame, pattern] of frames) {
    const end = matched(pattern, text, point.end)
    if (end === null) continue
    const tense = frame === 'since' ? 'past' : (context.tense ?? (frame === 'by' ? 'future' : null))
    const when = point.resolve({ ...context, tense })
    return {
      end,
      when: when === null ? null : bounded(frame, when, context),
      rules: [frame, point.rule],
      frame: frame === 'from' ? 'after' : frame,
    }
  }
  return null
}

function bounded(frame: (typeof frames)[number][0], when: string, context: DateContext): string {
  const [first = when, last = when] = [when.split('/')[0], when.split('/').at(-1)]
  if (frame === 'since' || frame === 'from') return `${first}/..`
  if (frame === 'through') {
    const { reference, tense } = context
    const end = lastDay(when)
    const isAhead = reference !== null && end !== null && tense !== 'past' && reference.until(end).days > 0
    return isAhead ? `${reference}/${last}` : `../${last}`
  }
  return `../${last}`
}

function matched(expression: RegExp, text: string, index: number): number | null {
  expression.lastIndex = index
  return expression.test(text) ? expression.lastIndex : null
}
