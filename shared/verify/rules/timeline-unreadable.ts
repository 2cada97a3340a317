import { readTimeline } from '../../timeline/timelines-in-text.ts'
import { exampleBrief } from '../example-records.ts'
import type { Rule } from '../rule.ts'

export const timelineUnreadable: Rule = {
  name: 'timeline-unreadable',
  severity: 'error',
  wrong: 'A timeline asks for something that cannot be read, so what is wrong is printed in its place.',
  mend: 'Write from= and to= as dates, status= as occurred or expected, and tag=, person= or source= as they are called.',
  examples: {
    wrong: exampleBrief('::timeline{from=tomorrow}'),
    right: exampleBrief('::timeline{from=2025-05}'),
  },
  find: ({ timelines, evidence }) =>
    timelines.flatMap(({ directive, start, end }) => {
      const read = readTimeline(directive, evidence)
      return 'problem' in read ? { start, end, message: read.problem, evidence: null } : []
    }),
}
