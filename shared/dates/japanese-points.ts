// One date as Japanese writes it, exactly at a place in a text.

import { type CalendarDate, type DateContext, nearest, resolveCalendarDate } from './calendar-date.ts'
import { type Day, firstDay, monthOf } from './edtf-days.ts'
import { eraPattern, yearOfEra } from './japanese-eras.ts'
import { japaneseCount, japaneseInteger } from './japanese-numbers.ts'
import { lazily } from './lazily.ts'
import { monday, shifted, span, type Unit, unitAround, weekdayNear, weekend } from './relative-units.ts'

type Groups = Record<string, string | undefined>

/** A date of Japanese words: where it ends, and its EDTF once it is known what it is read against. */
export type JapanesePoint = {
  rule: string
  end: number
  /** The parts that a second date of a range may share. */
  calendar: CalendarDate | null
  resolve: (context: DateContext) => string | null
}

const count = japaneseCount
const weekdays = '月火水木金土日'
const weekday = `(?<weekday>[${weekdays}])曜日?`
const bracket = `(?:\\s?[(（][${weekdays}](?:曜日?)?[)）])?`
const month = `(?<month>${count})月(?!間|曜)`
const day = `(?<day>${count})日(?!間|目|連|前|後|以内|本|銀|経)${bracket}`
const part =
  '(?:の?(?<part>上旬|中旬|下旬|初め|初旬|初頭|半ば|中頃|終わり|末|頃|ごろ|春|夏|秋|冬|前半|後半|上半期|下半期|上期|下期|第?(?<quarter>[1-4一二三四])四半期))?'
const yearWords: Record<string, number> = {
  一昨年: -2,
  おととし: -2,
  去年: -1,
  昨年: -1,
  前年: -1,
  今年: 0,
  本年: 0,
  同年: 0,
  その年: 0,
  来年: 1,
  翌年: 1,
  再来年: 2,
}
const monthWords: Record<string, number> = {
  先々月: -2,
  先月: -1,
  前月: -1,
  今月: 0,
  本月: 0,
  同月: 0,
  来月: 1,
  翌月: 1,
  再来月: 2,
}
const weekWords: Record<string, number> = {
  先々週: -2,
  先週: -1,
  前週: -1,
  今週: 0,
  来週: 1,
  翌週: 1,
  再来週: 2,
}
const dayWords: Record<string, number> = {
  一昨日: -2,
  おととい: -2,
  昨日: -1,
  きのう: -1,
  前日: -1,
  今日: 0,
  きょう: 0,
  本日: 0,
  同日: 0,
  当日: 0,
  明日: 1,
  あした: 1,
  あす: 1,
  翌日: 1,
  明後日: 2,
  あさって: 2,
}
const words = (table: Record<string, number>) => Object.keys(table).join('|')
const year = `(?:(?:(?<year>(?:1[5-9]|20)\\d\\d|[〇一二三四五六七八九]{4}|二千[十〇一二三四五六七八九]{0,3})年(?!代|間|度)|(?<era>${eraPattern})(?<eraYear>元|${count})年(?!間|度)|(?<shortYear>[’']?\\d{2})年(?=\\s?${count}月)|(?<yearWord>${words(yearWords)})))`
const unit = '(?<unit>日|週間?|(?:か|カ|ヵ|ヶ|ケ|箇)月|年|営業日)'
const units: Record<string, Unit> = { 日: 'day', 営業日: 'day', 週: 'week', 週間: 'week', 年: 'year' }

type Rule = {
  rule: string
  pattern: string
  calendar?: (groups: Groups) => CalendarDate | null
  read?: (groups: Groups, reference: Day, context: DateContext) => string | null
}

// The longest match wins, so the order is for the reader only.
const table: Rule[] = [
  { rule: 'date', pattern: `${year}(?:の?\\s?${month}(?:の?\\s?${day})?)?${part}`, calendar: calendarOf },
  { rule: 'month and day', pattern: `${month}(?:の?\\s?${day})?${part}`, calendar: calendarOf },
  {
    rule: 'numeric date',
    pattern: '(?<year>(?:19|20)\\d\\d)[/-](?<month>\\d{1,2})[/-](?<day>\\d{1,2})(?!\\d)',
    calendar: calendarOf,
  },
  {
    rule: 'decade',
    pattern: '(?<decade>(?:1[5-9]|20)\\d0)年代',
    calendar: ({ decade = '' }) => ({ decade: `${decade.slice(0, 3)}X` }),
  },
  {
    rule: 'fiscal year',
    pattern: `(?:(?<year>(?:19|20)\\d\\d)|(?<era>${eraPattern})(?<eraYear>元|${count})|(?<yearWord>今|本|昨|来|前|翌))年度${part}`,
    read: fiscalYear,
  },
  { rule: 'quarter', pattern: '第?(?<quarter>[1-4一二三四])四半期', calendar: calendarOf },
  {
    rule: 'months of a term',
    pattern: `(?<month>${count})\\s?[-~〜～ー–―]\\s?(?<untilMonth>${count})月期?`,
    read: term,
  },
  { rule: 'day', pattern: `${day}(?:の${weekday})?`, read: bareDay },
  {
    rule: 'day of a month',
    pattern: `(?<monthWord>${words(monthWords)})(?:の?${day})?${part}`,
    read: ({ monthWord = '', day, part }, reference) => {
      const first = reference.with({ day: 1 }).add({ months: monthWords[monthWord] ?? 0 })
      return inPart(day === undefined ? monthOf(first) : dayIn(first, japaneseInteger(day)), part)
    },
  },
  {
    rule: 'day word',
    pattern: `(?<word>${words(dayWords)})`,
    read: ({ word = '' }, reference, { previous }) =>
      from(word, reference, previous)
        .add({ days: dayWords[word] ?? 0 })
        .toString(),
  },
  {
    rule: 'week',
    pattern: `(?<week>${words(weekWords)}|今度)(?:の?${weekday}|の?(?<weekend>週末|末))?`,
    read: ({ week = '', weekday, weekend: isWeekend }, reference, { previous }) => {
      const near = monday(from(week, reference, previous)).add({ days: 7 * (weekWords[week] ?? 0) })
      if (weekday !== undefined) return near.add({ days: weekdays.indexOf(weekday) }).toString()
      if (isWeekend !== undefined) return weekend(near, 0)
      return week === '今度' ? null : `${near}/${near.add({ days: 6 })}`
    },
  },
  {
    rule: 'weekday',
    pattern: `${weekday}`,
    read: ({ weekday = '' }, reference, { tense }) =>
      weekdayNear(reference, weekdays.indexOf(weekday) + 1, undefined, tense),
  },
  {
    rule: 'weekend',
    pattern: '週末',
    read: (_, reference, { tense }) =>
      nearest(
        [-1, 0, 1].map(week => weekend(reference, week)),
        reference,
        tense,
      ),
  },
  {
    rule: 'edge of a unit',
    pattern: '(?<edge>年末|年初|月末|月初)',
    read: ({ edge = '' }, reference) =>
      `${edge.startsWith('年') ? unitAround(reference, 'year', 0) : monthOf(reference)}~`,
  },
  {
    rule: 'units ago',
    pattern: `(?<count>${count})${unit}(?<way>前|後)(?!半)`,
    read: ({ count = '', unit = '', way }, reference) =>
      shifted(reference, unitOf(unit), japaneseInteger(count) * (way === '前' ? -1 : 1)),
  },
  {
    rule: 'past or next units',
    pattern: `(?<way>過去|今後|この|ここ|直近|これから|向こう)の?(?<count>${count})${unit}間?`,
    read: ({ way = '', count = '', unit = '' }, reference) =>
      span(
        reference,
        unitOf(unit),
        japaneseInteger(count) * (/^(?:今後|これから|向こう)/.test(way) ? 1 : -1),
      ),
  },
  {
    rule: 'within units',
    pattern: `(?<count>${count})${unit}以内`,
    read: ({ count = '', unit = '' }, reference) => {
      const number = japaneseInteger(count)
      const days = { day: { days: number }, week: { days: 7 * number }, month: { months: number } }
      const name = unitOf(unit)
      return name === 'year'
        ? span(reference, name, number)
        : `${reference}/${reference.add(days[name as 'day' | 'week' | 'month'])}`
    },
  },
  {
    rule: 'week of a month or year',
    pattern: `(?:${year}の?)?(?:${month}の?)?(?:(?<last>最後の週)|(?:第(?<ordinal>${count})|(?<ordinal2>最初の))週)`,
    read: weekOf,
  },
]

const rules = lazily(() => table.map(rule => ({ ...rule, expression: new RegExp(rule.pattern, 'uy') })))

/** The longest date that starts exactly at an index of a text whose digits are narrow; null where none does. */
export function japanesePointAt(text: string, index: number): JapanesePoint | null {
  let best: JapanesePoint | null = null
  for (const { rule, expression, calendar, read } of rules()) {
    expression.lastIndex = index
    const match = expression.exec(text)
    if (match === null || (best !== null && expression.lastIndex <= best.end)) continue
    const groups: Groups = match.groups ?? {}
    const date = calendar?.(groups) ?? null
    if (calendar !== undefined && date === null) continue
    const resolve = (context: DateContext) => {
      if (date !== null) return inPart(resolveCalendarDate(date, context), groups.part)
      return context.reference === null ? null : (read?.(groups, context.reference, context) ?? null)
    }
    best = { rule: `Japanese ${rule}`, end: expression.lastIndex, calendar: date, resolve }
  }
  return best
}

function calendarOf(groups: Groups): CalendarDate | null {
  const date: CalendarDate = {}
  const year = yearFrom(groups)
  if (year !== null) date.year = year
  if (groups.yearWord !== undefined) date.yearFromReference = yearWords[groups.yearWord] ?? 0
  if (groups.month !== undefined) date.month = japaneseInteger(groups.month)
  if (groups.day !== undefined) date.day = japaneseInteger(groups.day)
  if (groups.quarter !== undefined) date.quarter = quarterOf(groups.quarter)
  const { part = '' } = groups
  if (date.month === undefined) {
    if (/^[春夏秋冬]$/.test(part)) date.season = '春夏秋冬'.indexOf(part) + 1
    if (/^(?:前半|上半期|上期)$/.test(part)) date.half = 1
    if (/^(?:後半|下半期|下期)$/.test(part)) date.half = 2
  }
  const { month: number = 1, day = 1 } = date
  return number >= 1 && number <= 12 && day >= 1 && day <= 31 ? date : null
}

function yearFrom(groups: Groups): number | null {
  if (groups.year !== undefined) return japaneseInteger(groups.year)
  if (groups.shortYear !== undefined) return 2000 + Number(groups.shortYear.slice(-2))
  if (groups.era === undefined) return null
  return yearOfEra(groups.era, groups.eraYear === '元' ? 1 : japaneseInteger(groups.eraYear ?? ''))
}

function quarterOf(words: string): number {
  return japaneseInteger(words)
}

function unitOf(words: string): Unit {
  return words.endsWith('月') ? 'month' : (units[words] ?? 'day')
}

/** "翌日" and "同日" count from the date spoken of before. */
function from(word: string, reference: Day, previous: string | null): Day {
  const before = /^[翌前同当]/.test(word) && previous !== null ? firstDay(previous) : null
  return before ?? reference
}

/** A date marked as approximate where only a part of it is meant. */
function inPart(edtf: string | null, part: string | undefined): string | null {
  if (edtf === null || part === undefined || edtf.includes('/')) return edtf
  return /旬|初|半ば|中頃|終わり|末|頃|ごろ/.test(part) && !/-2[1-4]$/.test(edtf) ? `${edtf}~` : edtf
}

function dayIn(month: Day, day: number): string | null {
  return day >= 1 && day <= month.daysInMonth ? month.with({ day }).toString() : null
}

/** "21日" is of the month that the sentence's time asks for; with a weekday, of one in which it fell on it. */
function bareDay(
  { day = '', weekday }: Groups,
  reference: Day,
  { tense, previous }: DateContext,
): string | null {
  const number = japaneseInteger(day)
  const around = (previous === null ? null : firstDay(previous)) ?? reference
  const months = [-2, -1, 0, 1, 2].map(step => dayIn(around.with({ day: 1 }).add({ months: step }), number))
  if (weekday === undefined)
    return nearest(months.slice(1, 4), reference, tense) ?? nearest(months, reference, null)
  const fitting = months.filter(edtf => firstDay(edtf ?? '')?.dayOfWeek === weekdays.indexOf(weekday) + 1)
  return nearest(fitting, reference, null)
}

/** The fiscal year of the state and of most companies, from April to March. */
function fiscalYear(groups: Groups, reference: Day): string | null {
  const own = reference.month < 4 ? reference.year - 1 : reference.year
  const steps: Record<string, number> = { 昨: -1, 前: -1, 来: 1, 翌: 1 }
  const year = yearFrom({ ...groups }) ?? own + (steps[groups.yearWord ?? ''] ?? 0)
  if (groups.quarter !== undefined) {
    const quarter = quarterOf(groups.quarter)
    return quarter === 4
      ? `${year + 1}-01/${year + 1}-03`
      : `${year}-${twoDigits(3 * quarter + 1)}/${year}-${twoDigits(3 * quarter + 3)}`
  }
  if (/^(?:前半|上半期|上期)$/.test(groups.part ?? '')) return `${year}-04/${year}-09`
  if (/^(?:後半|下半期|下期)$/.test(groups.part ?? '')) return `${year}-10/${year + 1}-03`
  return `${year}-04/${year + 1}-03`
}

function term(
  { month = '', untilMonth = '' }: Groups,
  reference: Day,
  { tense }: DateContext,
): string | null {
  const [first, last] = [japaneseInteger(month), japaneseInteger(untilMonth)]
  if (!(first >= 1 && last <= 12 && first < last)) return null
  const years = [-1, 0, 1].map(step => reference.year + step)
  return nearest(
    years.map(year => `${year}-${twoDigits(first)}/${year}-${twoDigits(last)}`),
    reference,
    tense,
  )
}

function weekOf(groups: Groups, reference: Day, { tense }: DateContext): string | null {
  const date = calendarOf(groups)
  if (date === null) return null
  const isYear = date.month === undefined
  const context = { reference, tense, previous: null }
  const hasYear = date.year !== undefined || date.yearFromReference !== undefined
  const whole = isYear && !hasYear ? monthOf(reference) : resolveCalendarDate(date, context)
  const start = whole === null ? null : firstDay(whole)
  if (start === null) return null
  const isLast = groups.last !== undefined
  // ISO 8601: the first week is the one with the fourth day.
  const first = monday(
    isLast
      ? isYear && hasYear
        ? start.with({ month: 12, day: 28 })
        : start.with({ day: start.daysInMonth - 3 })
      : start.with({ day: 4 }),
  )
  const steps = groups.ordinal === undefined ? 0 : japaneseInteger(groups.ordinal) - 1
  const week = first.add({ days: 7 * (isLast ? 0 : steps) })
  return `${week}/${week.add({ days: 6 })}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
