import { expect, test } from 'vitest'
import { chooseRules } from '../../../main/terminal/choose-rules.ts'
import { isWriting, parseCall } from '../../../main/terminal/usage.ts'
import type { RuleState } from '../../../shared/verify/rule-states.ts'
import { openDesk } from '../requests/desk.ts'

function callOf(words: readonly string[]) {
  const call = parseCall(['rules', ...words])
  if ('helpFor' in call) throw new Error('That asks for help.')
  return call
}

async function openTerminal() {
  const { ask, library } = await openDesk()
  const run = (...words: string[]) => chooseRules(callOf(words), ask)
  const stateOf = async (rule: string, ...words: string[]) => {
    const { json, lines } = await run(...words)
    const { rules } = json as { rules: RuleState[] }
    const { isOn, by } = rules.find(({ name }) => name === rule) ?? {}
    return [isOn, by, lines.find(line => line.startsWith(`${rule} `))?.match(/ (on|off)( by the \w+)?/)?.[0]]
  }
  return { run, stateOf, library }
}

test('rules are turned off and on in the library, and left to the template again', async () => {
  const { stateOf, library } = await openTerminal()
  const rule = 'recommendation-without-decision'
  const note = ['--template', 'market-morning-note']
  expect(await stateOf(rule)).toEqual([true, 'usual', ' on'])
  expect(await stateOf(rule, ...note)).toEqual([false, 'template', ' off by the template'])
  expect(await stateOf(rule, '--on', rule, ...note)).toEqual([true, 'library', ' on by the library'])
  expect(await stateOf(rule, '--off', rule)).toEqual([false, 'library', ' off by the library'])
  expect(await stateOf(rule, '--usual', rule)).toEqual([true, 'usual', ' on'])
  expect(library.choices.settings()).toEqual({ checks: {} })
})

test('a rule or a template that there is not is refused, and nothing is changed', async () => {
  const { run, library } = await openTerminal()
  await expect(run('--off', 'link-remote', '--on', 'haiku')).rejects.toThrow(/no rule “haiku”/)
  await expect(run('--off', 'link-remote', '--template', 'haiku')).rejects.toThrow(/no template “haiku”/)
  await expect(run('--off', 'link-remote', '--on', 'link-remote')).rejects.toThrow(/on, off or left/)
  expect(library.choices.settings()).toEqual({ checks: {} })
})

test('the list only reads the library, so that a window may have it open', () => {
  expect(isWriting(callOf([]))).toBe(false)
  expect(isWriting(callOf(['--template', 'uk-submission']))).toBe(false)
  expect(isWriting(callOf(['--off', 'link-remote']))).toBe(true)
})
