import { dayFrom } from '../../dates/edtf-days.ts'
import { formatEdtf } from '../../dates/format-edtf.ts'
import { exampleBrief } from '../example-records.ts'
import { isOverdue } from '../past-its-day.ts'
import type { Rule } from '../rule.ts'

export const eventOverdue: Rule = {
  name: 'event-overdue',
  severity: 'warning',
  wrong: 'An event that is still called expected should have happened before the brief’s date.',
  mend: 'Find out what came of it, and change the event: its date, or that it has occurred.',
  examples: {
    wrong: {
      given: 'The event is expected by 31 May 2025; the brief is of 3 June 2025.',
      ...exampleBrief('Talks go on :event[through May]{#trade-talks}.'),
      day: '2025-06-03',
    },
    right: { ...exampleBrief('Talks go on :event[through May]{#trade-talks}.'), day: '2025-05-31' },
  },
  find: ({ brief, references, resolve, day }) => {
    const today = dayFrom(day)
    if (today === null) return []
    const undated =
      brief.date === null ? ' The brief has no date, so today counts: give it one in its details.' : ''
    // Said once of an event, however often it stands in the brief: what mends it is the event.
    const said = new Set<string>()
    return references.flatMap(({ kind, id, start, end }) => {
      if (said.has(id)) return []
      const linked = kind === 'event' ? resolve({ kind, id }) : null
      if (linked?.kind !== 'event' || !isOverdue(linked.record, today)) return []
      said.add(id)
      const { title, when } = linked.record
      return {
        start,
        end,
        message: `“${title}” was expected ${formatEdtf(when)}; on ${formatEdtf(today.toString())} that has gone by. Say what came of it.${undated}`,
        evidence: id,
      }
    })
  },
}
