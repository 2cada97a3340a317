import { readTimeline } from '../../timeline/timelines-in-text.ts'
import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const timelineEmpty: Rule = {
  name: 'timeline-empty',
  severity: 'warning',
  wrong: 'A timeline has no events: nothing in the library fits what it asks for.',
  mend: 'Ask for another time or tag, give the events the tag, or take the timeline out.',
  examples: {
    wrong: {
      given: 'The library has one event, of May 2025.',
      ...exampleBrief('::timeline{from=2025-06 to=2025-12}'),
    },
    right: exampleBrief('::timeline{from=2025-05 to=2025-12}'),
  },
  find: ({ timelines, evidence }) =>
    timelines.flatMap(({ directive, start, end }) => {
      const read = readTimeline(directive, evidence)
      if ('problem' in read || read.events.length > 0) return []
      const message =
        'No event in the library fits this timeline. Ask for another time or tag, or take it out.'
      return { start, end, message, evidence: null }
    }),
}
