import { exampleBrief, exampleSource } from '../example-records.ts'
import { isMarkedEnough } from '../markings.ts'
import type { Rule } from '../rule.ts'

const secret = { ...exampleSource, marking: 'SECRET' }

export const markingTooLow: Rule = {
  name: 'marking-too-low',
  severity: 'error',
  wrong: 'The brief is marked lower than evidence in it, or than the source of that evidence.',
  mend: 'Raise the brief’s marking, or take the evidence out.',
  examples: {
    wrong: {
      given: 'The brief is marked OFFICIAL, the source of the figure SECRET.',
      ...markedBrief('OFFICIAL'),
    },
    right: markedBrief('SECRET'),
  },
  find: ({ brief, references, resolve }) => {
    const marking = brief.marking ?? null
    const seen = new Set<string>()
    return references.flatMap(({ kind, id, start, end }) => {
      const linked = seen.has(id) || kind === 'brief' ? null : resolve({ kind, id })
      seen.add(id)
      if (!linked) return []
      const needed = [linked.record, linked.source].map(markingOf).filter(each => each !== null)
      const tooHigh = needed.find(each => isMarkedEnough(marking, each) === false)
      const unknown = needed.find(each => isMarkedEnough(marking, each) === null)
      const found = tooHigh ?? unknown
      if (found === undefined) return []
      const is = marking === null ? 'bears no marking' : `is marked ${marking}`
      const fault = { start, end, evidence: id }
      if (tooHigh !== undefined) {
        return {
          ...fault,
          message: `This is marked ${found}, and the brief ${is}. Raise the brief’s marking.`,
        }
      }
      const message = `This is marked ${found}, and the brief ${is}: no scheme orders the two. See that the brief’s marking is high enough.`
      return { ...fault, message, severity: 'warning' as const }
    })
  },
}

function markingOf(record: object | null): string | null {
  const marking = record && 'marking' in record ? record.marking : null
  return typeof marking === 'string' && marking.trim() !== '' ? marking : null
}

function markedBrief(marking: string) {
  const { brief, ...records } = exampleBrief('Japan holds :figure[]{#us-treasuries}.', { sources: [secret] })
  return { brief: { ...brief, marking }, ...records }
}
