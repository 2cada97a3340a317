import { formatEdtf } from '../dates/format-edtf.ts'
import type { Directive } from '../references/directive.ts'
import type { TimelineRecords } from './select-events.ts'
import type { TimelineQuery } from './timeline-query.ts'

/** What a timeline is called: its label, else what it asks for, with a person and a source by their names where those are known. */
export function timelineTitle(
  { label }: Pick<Directive, 'label'>,
  query: TimelineQuery,
  { people = [], sources = [] }: Pick<TimelineRecords, 'people' | 'sources'>,
): string {
  if (label !== '') return label
  const { tag, status } = query
  const person = people.find(({ id }) => id === query.person)?.name ?? query.person
  const title = sources.find(({ id }) => id === query.source)?.title ?? query.source
  const source = title && `“${title}”`
  const about = [tag, person, source, status].filter(words => words !== null).join(', ')
  const time = timeInWords(query)
  const rest = [about, time].filter(words => words !== '').join(', ')
  return rest === '' ? 'Timeline' : `Timeline: ${rest}`
}

/** The time that is asked for; empty where it is all. */
export function timeInWords({ from, to }: Pick<TimelineQuery, 'from' | 'to'>): string {
  if (from !== null && to !== null) return formatEdtf(`${from}/${to}`)
  if (from !== null) return `from ${formatEdtf(from)}`
  return to === null ? '' : `until ${formatEdtf(to)}`
}
