import { expect, test } from 'vitest'
import { ruleState, ruleStates } from '../../../shared/verify/rule-states.ts'
import { rules } from '../../../shared/verify/rules.ts'

test.each([
  [undefined, undefined, true, 'usual', true],
  [undefined, false, false, 'template', false],
  [undefined, true, true, 'template', true],
  [true, false, true, 'library', false],
  [false, true, false, 'library', true],
  [false, undefined, false, 'library', true],
] as const)('library %s and template %s: on is %s, by %s', (library, template, isOn, by, isOnOtherwise) => {
  const said = (choice: boolean | undefined) => (choice === undefined ? {} : { 'link-remote': choice })
  expect(ruleState('link-remote', { library: said(library), template: said(template) })).toEqual({
    isOn,
    by,
    isOnOtherwise,
  })
})

test('every rule is told once, and a choice about one that there is not changes none', () => {
  const states = ruleStates({ library: { haiku: false } })
  expect(states.map(({ name }) => name)).toEqual(rules.map(({ name }) => name))
  expect(states.every(({ isOn }) => isOn)).toBe(true)
})

test('a name that every object has is not a choice', () => {
  expect(ruleState('constructor', { library: {} })).toMatchObject({ isOn: true, by: 'usual' })
})
