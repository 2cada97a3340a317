import type { Severity } from './finding.ts'
import { rules } from './rules.ts'

/** What a rule finds, how to mend it, and a text of each kind; `given` says of the records what must be known. */
export type RuleExplanation = {
  name: string
  severity: Severity
  wrong: string
  mend: string
  examples: { given: string | null; wrong: string; right: string }
}

/** Null where there is no rule of that name. */
export function explainRule(name: string): RuleExplanation | null {
  const rule = rules.find(each => each.name === name)
  if (rule === undefined) return null
  const { severity, wrong, mend, examples } = rule
  return {
    name,
    severity,
    wrong,
    mend,
    examples: {
      given: examples.wrong.given ?? null,
      wrong: examples.wrong.brief.body,
      right: examples.right.brief.body,
    },
  }
}

/** The names of all rules. */
export const ruleNames: readonly string[] = rules.map(({ name }) => name)
