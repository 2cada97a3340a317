// What a timeline asks for: `::timeline{from=2025-05 to=2025-06 tag=trade}`, each of it left out where it does not matter.
import { firstDay, isBefore, lastDay } from '../dates/edtf-days.ts'
import { formatEdtf } from '../dates/format-edtf.ts'
import type { Event } from '../model/records.ts'
import type { Directive } from '../references/directive.ts'

export type TimelineQuery = {
  /** EDTF dates: from the first day of the one to the last day of the other. */
  from: string | null
  to: string | null
  tag: string | null
  /** The id of a person, or a name as events have it. */
  person: string | null
  /** The id of a source. */
  source: string | null
  status: Event['status'] | null
}

const names = ['from', 'to', 'tag', 'person', 'source', 'status'] as const

/** What a timeline asks for, or why that cannot be told: a sentence. */
export function readTimelineQuery({
  id,
  attributes,
}: Pick<Directive, 'id' | 'attributes'>): TimelineQuery | { problem: string } {
  if (id !== null) return { problem: `“#${id}” says nothing to a timeline. Write tag=${id} for a tag.` }
  const unknown = [...attributes.keys()].find(name => !(names as readonly string[]).includes(name))
  if (unknown !== undefined)
    return { problem: `A timeline knows no “${unknown}”; it knows ${names.join(', ')}.` }
  const empty = names.find(name => attributes.get(name)?.trim() === '')
  if (empty !== undefined) return { problem: `Nothing stands after “${empty}=”.` }
  const [from = null, to = null, tag = null, person = null, source = null, status = null] = names.map(
    name => attributes.get(name)?.trim() ?? null,
  )
  for (const [name, date] of [['from', from] as const, ['to', to] as const]) {
    if (date !== null && (date.includes('/') || firstDay(date) === null || lastDay(date) === null))
      return { problem: `“${name}=${date}” is no date. Write a year, a month or a day, such as 2025-05.` }
  }
  if (from !== null && to !== null && isBefore(lastDay(to), firstDay(from)))
    return { problem: `It would begin in ${formatEdtf(from)} and end before, in ${formatEdtf(to)}.` }
  if (status !== null && status !== 'occurred' && status !== 'expected')
    return { problem: `“status=${status}” is none. It is occurred or expected.` }
  return { from, to, tag, person, source, status }
}

/** The directive that asks for it, as it is written in a brief. What no value can hold, quotation marks, is left out. */
export function formatTimelineQuery(query: TimelineQuery): string {
  const attributes = names.flatMap(name => {
    const value = query[name]?.replace(/["\r\n]/g, '').trim()
    if (!value) return []
    return /^[\p{L}\p{M}\p{N}_-]+$/u.test(value) ? `${name}=${value}` : `${name}="${value}"`
  })
  return `::timeline{${attributes.join(' ')}}`
}
