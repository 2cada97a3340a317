// What the checks find in a brief, and what a check is about.
import type { Template } from '../../shared/brief/template.ts'
import type { Brief, Figure } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import { explainRule, ruleNames } from '../../shared/verify/explain-rule.ts'
import type { BriefToVerify } from '../../shared/verify/rule.ts'
import { verifyBrief } from '../../shared/verify/verify-brief.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { linkedRecords } from './linked-records.ts'
import type { Ports } from './ports.ts'

export function verifyRequests(
  library: Library,
  templates: readonly Template[],
  { now }: Pick<Ports, 'now'>,
): Pick<Handlers, 'brief.verify' | 'rule.explain'> {
  return {
    'brief.verify': async ({ id, fields = {}, date }) => {
      const saved = await library.get('briefs', id)
      const { body = saved.body, marking = saved.marking, template = saved.template } = fields
      const { date: ownDate = saved.date, dueOn = saved.dueOn } = fields
      const brief = { ...saved, body, marking, template, date: ownDate, dueOn }
      const linked = await linkedRecords(library, brief)
      const parts = partsToVerify(library, templates, { brief, ...linked }, now)
      return { findings: verifyBrief({ ...parts, ...(date === undefined ? {} : { day: date }) }) }
    },
    'rule.explain': async ({ rule }) => {
      const explanation = explainRule(rule)
      if (explanation) return explanation
      throw new RequestProblem(
        'not-found',
        `There is no rule “${rule}”. Nothing was changed; the rules are ${ruleNames.join(', ')}.`,
      )
    },
  }
}

type Linked = Awaited<ReturnType<typeof linkedRecords>>

/** All that the checks look at. A brief that bears no date is judged on the day it is. */
export function partsToVerify(
  library: Library,
  templates: readonly Template[],
  { brief, ...linked }: { brief: Brief } & Linked,
  now: () => Date,
): BriefToVerify {
  const template = templates.find(({ name }) => name === brief.template)
  return {
    brief,
    ...linked,
    libraryFigures: figuresOf(library),
    ...(template && { template }),
    answers: brief.answers,
    day: brief.date ?? localDay(now()),
  }
}

/** Every key asks for them, and a library has thousands. */
const known = new WeakMap<Library, { state: number; figures: readonly Figure[] }>()

function figuresOf(library: Library): readonly Figure[] {
  const state = library.stateOf('figures')
  const before = known.get(library)
  if (before?.state === state) return before.figures
  const figures = library.list('figures')
  known.set(library, { state, figures })
  return figures
}

function localDay(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0'))
  return `${date.getFullYear()}-${month}-${day}`
}
