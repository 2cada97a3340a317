// Decisions that come back on an issued brief: each is an event, which is the one place where it is kept.
import type { DecisionOutcome } from '../../shared/brief/decision-blocks.ts'
import type { Event } from '../../shared/model/records.ts'
import { issueOf } from '../library/issued.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { frozenVersion } from './frozen.ts'
import type { Ports } from './ports.ts'

const words: Record<DecisionOutcome, string> = {
  agreed: 'Agreed',
  'not-agreed': 'Not agreed',
  noted: 'Noted',
  discuss: 'To discuss',
}

/** Characters of an event's title, which is one line. */
const longestTitle = 300

export function decisionRequests(
  library: Library,
  { now }: Pick<Ports, 'now'>,
): Pick<Handlers, 'decision.record'> {
  return {
    'decision.record': async ({ id, version, recommendation, outcome, by, on }) => {
      const brief = await library.get('briefs', id)
      issueOf(brief, version)
      // A version that was damaged since does not keep its decisions from being noted.
      const issued = await frozenVersion(library, brief, version).then(
        frozen => frozen.brief,
        () => brief,
      )
      const time = now().toISOString()
      return library.add('events', {
        schema: 5,
        id: await library.newId(`${words[outcome]} ${recommendation.split(/\s+/).slice(0, 4).join(' ')}`),
        createdAt: time,
        updatedAt: time,
        tags: brief.tags,
        title: shorten(`${words[outcome]}: ${recommendation}`),
        when: on,
        status: 'occurred',
        participants: [by],
        place: null,
        // Its words are the brief's.
        marking: issued.marking,
        anchor: null,
        decision: { brief: id, version, recommendation, outcome, by },
      })
    },
  }
}

/** The decisions on an issued version of a brief, in the order of their days. */
export function decisionsOn(library: Library, brief: string, version: number): Event[] {
  return library
    .list('events')
    .filter(({ decision }) => decision?.brief === brief && decision.version === version)
    .sort((one, other) => one.when.localeCompare(other.when) || one.createdAt.localeCompare(other.createdAt))
}

function shorten(title: string): string {
  return title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`
}
