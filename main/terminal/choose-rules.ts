// Which checks are on in a library, told and changed from a terminal.
import type { RuleState } from '../../shared/verify/rule-states.ts'
import type { Printed, Request } from './printed.ts'
import { type Call, WrongUsage } from './usage.ts'

/** Turns a check on or off, or leaves it to the template again, and lists them all as they are then. */
export async function chooseRules({ options }: Call, request: Request): Promise<Printed> {
  const { on, off, usual, template = null } = options
  const named = [on, off, usual].filter(rule => rule !== undefined)
  if (new Set(named).size < named.length)
    throw new WrongUsage(
      'A rule is on, off or left to the template: name it by one of --on, --off and --usual.',
    )
  // A rule or a template that there is not is refused before any other is changed.
  const { rules: before } = await request('rule.list', { template })
  for (const rule of named)
    if (!before.some(({ name }) => name === rule)) await request('rule.explain', { rule })
  if (on !== undefined) await request('rule.set', { rule: on, isOn: true })
  if (off !== undefined) await request('rule.set', { rule: off, isOn: false })
  if (usual !== undefined) await request('rule.set', { rule: usual, isOn: null })
  const { rules } = named.length === 0 ? { rules: before } : await request('rule.list', { template })
  return { json: { rules }, lines: rules.map(lineOf) }
}

const words = { usual: '', template: ' by the template', library: ' by the library' }

function lineOf({ name, severity, isOn, by, wrong }: RuleState): string {
  const state = `${isOn ? 'on' : 'off'}${words[by]}`
  return `${name.padEnd(32)} ${state.padEnd(20)} ${severity.padEnd(8)} ${wrong}`
}
