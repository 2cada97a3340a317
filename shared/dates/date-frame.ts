// A date with the words before it that say how it bounds time: "by June", "since 2015", "through May".
import type { DateContext } from './calendar-date.ts'
import { type DatePoint, matchAt, readPoint } from './date-point.ts'
import { gap } from './date-words.ts'
import { firstDay, lastDay, monthOf } from './edtf-days.ts'

/** How words before a date, or a second date, bound time. */
export type Frame = 'by' | 'through' | 'since' | 'before' | 'after' | 'range'

const frames: [frame: Frame, pattern: string][] = [
  ['by', `(?:by|no later than|not later than|on or before)`],
  ['through', `(?:through(?:out)?|until|till|up to|up until)`],
  ['since', `(?:since|ever since)`],
  ['before', `(?:before|prior to|ahead of)`],
  ['after', `(?:after|following)`],
  ['after', `(?:from|starting(?: in| on)?|beginning(?: in| on)?|as of)`],
]
const frameExpressions = frames.map(([frame, pattern]) => ({
  frame,
  isFrom: pattern.includes('from'),
  expression: new RegExp(`${pattern.replaceAll(' ', gap)}${gap}`, 'iuy'),
}))

/** Reads a date with the words before it that frame it, exactly at an index of the text. */
export function readFramed(text: string, index: number, context: DateContext, isWholeField: boolean) {
  for (const { frame, isFrom, expression } of frameExpressions) {
    const words = matchAt(expression, text, index)
    if (words === null || (!isWholeField && (frame === 'before' || frame === 'after'))) continue
    const found = readPoint(text, words.end)
    if (found === null) continue
    const when = found.resolve(inTense(frame, context))
    const framed = when === null ? null : inFrame(frame, isFrom, when, found, context)
    return { end: found.end, when: framed, rules: [frame, ...found.rules], frame }
  }
  return null
}

/** What has a bound ahead is read as lying ahead unless the sentence says otherwise. */
function inTense(frame: Frame, context: DateContext): DateContext {
  return { ...context, tense: frame === 'since' ? 'past' : (context.tense ?? 'future') }
}

function inFrame(frame: Frame, isFrom: boolean, when: string, found: DatePoint, context: DateContext) {
  const mark = found.isRounded && !found.isEnd
  const [first, last] = [
    endOf(when, 'first', mark),
    found.isEnd ? dayAt(when, 'last') : endOf(when, 'last', mark),
  ]
  switch (frame) {
    case 'by':
      return `../${last}`
    case 'since':
      return `${first}/..`
    case 'through': {
      const end = endOf(dayAt(when, 'last') ?? when, 'last', mark)
      const { reference } = context
      const isAhead =
        reference !== null && context.tense !== 'past' && end.replace('~', '') > reference.toString()
      return isAhead ? `${reference}/${end}` : `../${reference === null ? last : end}`
    }
    case 'before':
      return `../${neighbour(when, 'before') ?? first}`
    default:
      return isFrom ? `${first}/..` : `${neighbour(when, 'after') ?? last}/..`
  }
}

/** The day, month or year next to a date, of its own precision. */
function neighbour(edtf: string, side: 'before' | 'after'): string | null {
  const day = side === 'before' ? firstDay(edtf)?.subtract({ days: 1 }) : lastDay(edtf)?.add({ days: 1 })
  if (day === undefined) return null
  const end = edtf.split('/')[0] ?? ''
  return day.toString().slice(0, Math.min(end.replace(/[~?%]/, '').length, 10))
}

/** One end of a date as a range may hold it: seasons become months, decades years. */
export function endOf(edtf: string, which: 'first' | 'last', isRounded: boolean): string {
  const end = edtf.split('/').at(which === 'first' ? 0 : -1) ?? edtf
  const day = which === 'first' ? firstDay(end) : lastDay(end)
  const plain = end.replace(/[~?%]$/, '')
  if (day !== null && /^\d{4}-2[1-4]$/.test(plain)) return monthOf(day)
  const exact = day !== null && /X/.test(plain) ? day.toString().slice(0, 4) : plain
  return isRounded || end !== plain ? `${exact}~` : exact
}

function dayAt(edtf: string, which: 'first' | 'last'): string | null {
  return (which === 'first' ? firstDay(edtf) : lastDay(edtf))?.toString() ?? null
}
