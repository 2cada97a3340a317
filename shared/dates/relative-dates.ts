// Dates that words give relative to the day they were written on, or to a date spoken of before.

import { type DateContext, nearest } from './calendar-date.ts'
import {
  countOf,
  countPattern,
  dayNumber,
  gap,
  monthNumber,
  monthPattern,
  seasonNumber,
  seasonPattern,
  weekdayNumber,
  weekdayPattern,
  wordEnd,
} from './date-words.ts'
import { type Day, firstDay, monthOf } from './edtf-days.ts'
import { fiscalYear, fiscalYearOf } from './fiscal-years.ts'
import { lazily } from './lazily.ts'
import {
  dayOfMonth,
  monday,
  relativePart,
  shifted,
  span,
  type Unit,
  unitAround,
  weekdayNear,
  weekend,
} from './relative-units.ts'

type Groups = Record<string, string | undefined>

const unit = '(?<unit>day|week|weekend|month|quarter|year|decade)'
const which = '(?<which>last|this|next|past|coming|previous|current|following|same|that)'
const weekday = `(?<weekday>${weekdayPattern})`

type RelativeRule = {
  rule: string
  pattern: string
  read: (groups: Groups, reference: Day, context: DateContext) => string | null
}

// The longest match wins, so the order is for the reader only.
const table: RelativeRule[] = [
  {
    rule: 'day word',
    pattern: `(?<word>today|tonight|yesterday|tomorrow|this${gap}(?:morning|afternoon|evening)|last${gap}night|the${gap}day${gap}before${gap}yesterday|the${gap}day${gap}after${gap}tomorrow)`,
    read: ({ word = '' }, reference) => reference.add({ days: dayWordSteps(word) }).toString(),
  },
  {
    rule: 'unit',
    pattern: `(?:(?:earlier|later)${gap})?(?:the${gap})?${which}${gap}${unit}`,
    read: ({ which = '', unit }, reference, context) => {
      const before = /^(?:following|same|that|previous)$/i.test(which) && context.previous
      const from = before ? (firstDay(before) ?? reference) : reference
      return unitAround(from, unit as Unit, steps(which))
    },
  },
  {
    rule: 'weekend',
    pattern: `(?:over${gap})?the${gap}weekend`,
    read: (_, reference, { tense }) =>
      nearest(
        [-1, 0, 1].map(week => weekend(reference, week)),
        reference,
        tense,
      ),
  },
  {
    rule: 'the unit',
    pattern: `the${gap}${unit}`,
    read: ({ unit }, reference) => unitAround(reference, unit as Unit, 0),
  },
  {
    rule: 'weekday',
    pattern: `(?:(?:this${gap})?(?<which>last|this|next|coming|past|following|upcoming|previous)${gap})?${weekday}`,
    read: ({ which, weekday = '' }, reference, { tense }) =>
      weekdayNear(reference, weekdayNumber(weekday), which?.toLowerCase(), tense),
  },
  {
    rule: 'weekday and day',
    pattern: `(?<weekday>${weekdayPattern}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.?),?${gap}(?:the${gap})?(?<day>\\d{1,2}(?:st|nd|rd|th))`,
    read: ({ weekday = '', day = '' }, reference, { tense }) =>
      dayOfMonth(reference, dayNumber(day), tense, weekdayNumber(weekday)),
  },
  {
    rule: 'day of the month',
    pattern: `the${gap}(?<day>\\d{1,2}(?:st|nd|rd|th))`,
    read: ({ day = '' }, reference, { tense }) => dayOfMonth(reference, dayNumber(day), tense, null),
  },
  {
    rule: 'weekday of a week',
    pattern: `${weekday}(?:${gap}of)?${gap}(?:the${gap})?${which}${gap}week`,
    read: ({ weekday = '', which = '' }, reference) =>
      monday(reference)
        .add({ days: 7 * steps(which) + weekdayNumber(weekday) - 1 })
        .toString(),
  },
  {
    rule: 'relative month',
    pattern: `(?<which>last|this|next|this${gap}past|this${gap}coming)${gap}(?<month>${monthPattern})`,
    read: ({ which = '', month = '' }, reference, context) =>
      relativePart(which, reference, context, monthOf(reference), { month: monthNumber(month) ?? 1 }),
  },
  {
    rule: 'relative season',
    pattern: `(?<which>last|this|next|this${gap}past|this${gap}coming)${gap}(?<season>${seasonPattern})`,
    read: ({ which = '', season = '' }, reference, context) =>
      relativePart(which, reference, context, '', { season: seasonNumber(season) }),
  },
  {
    rule: 'past or next units',
    pattern: `(?:the${gap})?(?<which>past|last|previous|next|coming)${gap}(?<count>${countPattern})${gap}${unit}s?`,
    read: ({ which = '', count = '', unit }, reference) =>
      span(reference, unit as Unit, countOf(count) * (steps(which) || -1)),
  },
  {
    rule: 'past or next units',
    pattern: `(?:the${gap})?(?<count>${countPattern})${gap}(?<which>past|last|previous|next|coming|upcoming|following)${gap}${unit}s?`,
    read: ({ which = '', count = '', unit }, reference) =>
      span(reference, unit as Unit, countOf(count) * (steps(which) || -1)),
  },
  {
    rule: 'within units',
    pattern: `within${gap}(?:the${gap})?(?:next${gap})?(?<count>${countPattern})${gap}${unit}s?`,
    read: ({ count = '', unit }, reference, { tense }) =>
      tense === 'past' ? null : span(reference, unit as Unit, countOf(count)),
  },
  {
    rule: 'fiscal year',
    pattern: `(?:the${gap})?(?<which>last|this|next|coming|previous|current|following)${gap}(?:fiscal|financial)${gap}year`,
    read: ({ which = '' }, reference, { fiscalEnd = null }) =>
      fiscalYear(fiscalYearOf(reference, fiscalEnd) + steps(which), fiscalEnd),
  },
  {
    rule: 'the quarter reported',
    pattern: `(?:(?:in|for)${gap}the${gap}quarter(?!${gap}of)|the${gap}latest${gap}quarter)`,
    read: (_, reference, { tense, previous }) =>
      quarterIn(previous) ?? unitAround(reference, 'quarter', tense === 'future' ? 0 : -1),
  },
  {
    rule: 'whole year',
    pattern: `the${gap}(?:full|whole|entire)${gap}year`,
    read: (_, reference) => unitAround(reference, 'year', 0),
  },
  {
    rule: 'unit to date',
    pattern: `(?:the${gap})?${unit}(?:${gap}|-)to(?:${gap}|-)date`,
    read: ({ unit }, reference) => {
      const first = firstDay(unitAround(reference, unit as Unit, 0))
      return first === null ? null : `${first}/${reference}`
    },
  },
  {
    rule: 'year-ago period',
    pattern: `(?:the${gap})?(?:comparable${gap}|same${gap})?year-(?:ago|earlier)${gap}(?:period|(?:first${gap}|second${gap}|third${gap}|fourth${gap})?quarter|month|half)`,
    read: (_, __, { previous }) => yearBefore(previous),
  },
  {
    rule: 'units ago',
    pattern: `(?<count>${countPattern})${gap}${unit}s?${gap}(?<way>ago|earlier|later|before|afterwards?|from${gap}now|hence)`,
    read: ({ count = '', unit, way = '' }, reference, { previous }) => {
      const counted = /^(?:earlier|later|before|after)/i.test(way) && previous
      const from = counted ? (firstDay(counted) ?? reference) : reference
      return shifted(from, unit as Unit, countOf(count) * (/^(?:ago|earlier|before)$/i.test(way) ? -1 : 1))
    },
  },
  {
    rule: 'in units',
    pattern: `in${gap}(?<count>${countPattern})${gap}${unit}s?(?:['’])?(?:${gap}time)?`,
    read: ({ count = '', unit }, reference, { tense }) =>
      tense === 'past' ? null : shifted(reference, unit as Unit, countOf(count)),
  },
]

const rules = lazily(() =>
  table.map(rule => ({ ...rule, expression: new RegExp(`${rule.pattern}${wordEnd}`, 'iuy') })),
)

export type RelativeMatch = { rule: string; end: number; resolve: (context: DateContext) => string | null }

/** The longest relative date that starts exactly at an index of the text; it resolves to null without a reference. */
export function matchRelativeDate(text: string, index: number): RelativeMatch | null {
  let best: RelativeMatch | null = null
  for (const { rule, expression, read } of rules()) {
    expression.lastIndex = index
    const match = expression.exec(text)
    if (match === null || (best !== null && expression.lastIndex <= best.end)) continue
    const groups: Groups = match.groups ?? {}
    const resolve = (context: DateContext) =>
      context.reference === null ? null : inRange(() => read(groups, context.reference as Day, context))
    best = { rule, end: expression.lastIndex, resolve }
  }
  return best
}

/** Temporal throws where a date leaves its range of years. */
function inRange(read: () => string | null): string | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A quarter, where that is what was last spoken of. */
function quarterIn(edtf: string | null): string | null {
  return edtf !== null && /^(\d{4})-(?:01\/\1-03|04\/\1-06|07\/\1-09|10\/\1-12)$/.test(edtf) ? edtf : null
}

/** A quarter or month of the year before the one last spoken of; another date has no such period. */
function yearBefore(edtf: string | null): string | null {
  const ends = edtf === null ? [] : edtf.split('/')
  if (!ends.every(end => /^\d{4}-\d{2}$/.test(end))) return null
  return ends.length === 0 ? null : ends.map(end => `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`).join('/')
}

function steps(which: string): number {
  if (/^(?:last|past|previous)$/i.test(which)) return -1
  return /^(?:next|coming|upcoming|following)$/i.test(which) ? 1 : 0
}

function dayWordSteps(word: string): number {
  if (/before/i.test(word)) return -2
  if (/after\s/i.test(word)) return 2
  if (/^(?:yesterday|last)/i.test(word)) return -1
  return /^tomorrow/i.test(word) ? 1 : 0
}
