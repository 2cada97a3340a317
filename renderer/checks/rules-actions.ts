// Showing which checks are on, and turning them on and off for the library.
import { useEffect } from 'preact/hooks'
import { request } from '../bridge/bridge.ts'
import { description, openDialog } from '../state/desk.ts'
import { tell } from '../state/notices.ts'
import { choicesMade, rulesOfBrief, rulesOfLibrary } from './rules-state.ts'

/** Keeps up with which checks are on for briefs of a form. */
export function useRules(template: string): void {
  const choices = choicesMade.value
  const library = description.value?.folder
  useEffect(() => {
    let isWanted = true
    void request('rule.list', { template }).then(result => {
      // Of a form that this version does not have, nothing is said of it.
      if (isWanted) rulesOfBrief.value = result.ok ? { template, rules: result.value.rules } : null
    })
    return () => {
      isWanted = false
    }
  }, [template, choices, library])
}

/** Opens the dialog on the checks as they are now. */
export async function showRules(): Promise<void> {
  if (await readRules()) openDialog.value = 'rules'
}

/** Turns a check on or off in the library; null leaves it to the form of each brief. */
export async function chooseRule(rule: string, isOn: boolean | null): Promise<void> {
  const result = await request('rule.set', { rule, isOn })
  if (!result.ok) tell('problem', result.problem.message)
  choicesMade.value += 1
  await readRules()
}

async function readRules(): Promise<boolean> {
  const result = await request('rule.list', {})
  if (result.ok) rulesOfLibrary.value = result.value.rules
  else tell('problem', result.problem.message)
  return result.ok
}
