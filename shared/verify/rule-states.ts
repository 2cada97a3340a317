// Which checks are on: for a brief of a form, in a library.
import type { Severity } from './finding.ts'
import { rules } from './rules.ts'

/** Rules that are turned on or off, by name; those that are not named are not spoken of. */
export type RuleChoices = Readonly<Record<string, boolean>>

/**
 * A rule as a person chooses it. `by` is whose word `isOn` is: the library’s goes before the template’s, and a rule that
 * neither speaks of is usually on. `isOnOtherwise` is what it would be if the library said nothing.
 */
export type RuleState = {
  name: string
  severity: Severity
  wrong: string
  mend: string
  isOn: boolean
  by: 'usual' | 'template' | 'library'
  isOnOtherwise: boolean
}

/** Who speaks of rules. */
export type RuleSpeakers = { library?: RuleChoices | undefined; template?: RuleChoices | undefined }

/** Every rule, in the order in which people read of them. */
export function ruleStates(speakers: RuleSpeakers): RuleState[] {
  return rules.map(({ name, severity, wrong, mend }) => ({
    name,
    severity,
    wrong,
    mend,
    ...ruleState(name, speakers),
  }))
}

/** Whether a rule is on, and by whose word. */
export function ruleState(
  name: string,
  { library = {}, template = {} }: RuleSpeakers,
): Pick<RuleState, 'isOn' | 'by' | 'isOnOtherwise'> {
  const byTemplate = saidOf(name, template)
  const isOnOtherwise = byTemplate ?? true
  const byLibrary = saidOf(name, library)
  if (byLibrary !== undefined) return { isOn: byLibrary, by: 'library', isOnOtherwise }
  return { isOn: isOnOtherwise, by: byTemplate === undefined ? 'usual' : 'template', isOnOtherwise }
}

function saidOf(name: string, choices: RuleChoices): boolean | undefined {
  return Object.hasOwn(choices, name) ? choices[name] : undefined
}
