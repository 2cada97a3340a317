// The checks as a person chooses them: which are on, what each is about, and which are on or off in this library.
import { RequestProblem } from '../../shared/result.ts'
import { explainRule, ruleNames } from '../../shared/verify/explain-rule.ts'
import { ruleStates } from '../../shared/verify/rule-states.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import type { Templates } from './templates.ts'

export function ruleRequests(
  library: Library,
  templates: Templates,
): Pick<Handlers, 'rule.list' | 'rule.set' | 'rule.explain'> {
  const checks = () => library.choices.settings().checks
  return {
    'rule.list': async ({ template }) => ({
      rules: ruleStates({
        library: checks(),
        template: template === null ? undefined : templates.named(template).checks,
      }),
    }),
    'rule.set': async ({ rule, isOn }) => {
      if (!ruleNames.includes(rule)) throw noSuchRule(rule)
      await library.choices.change(settings => {
        const { [rule]: _, ...others } = settings.checks
        return { ...settings, checks: isOn === null ? others : { ...others, [rule]: isOn } }
      })
      return null
    },
    'rule.explain': async ({ rule }) => {
      const explanation = explainRule(rule)
      if (explanation) return explanation
      throw noSuchRule(rule)
    },
  }
}

function noSuchRule(rule: string): RequestProblem {
  return new RequestProblem(
    'not-found',
    `There is no rule “${rule}”. Nothing was changed; the rules are ${ruleNames.join(', ')}.`,
  )
}
