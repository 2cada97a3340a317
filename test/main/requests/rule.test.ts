import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { finishAsOurs } from '../own-pdf.ts'
import { openDesk } from './desk.ts'

const body = 'They hold 12% of them.'

/** A desk with a brief that has one finding, of number-unsourced. */
async function openFound() {
  const pdf = join(temporaryFolder(), 'brief.pdf')
  const desk = await openDesk({ dialogs: { chooseExport: async () => pdf }, finishPdf: finishAsOurs })
  const fields = { template: 'uk-submission', title: 'Holdings', date: '2025-05-03' }
  const { id } = await desk.ask('brief.create', fields)
  await desk.ask('brief.set', { id, fields: { body } })
  return { ...desk, id }
}

test('a check that is off in a library finds nothing while writing, at an export and at an issue', async () => {
  const { ask, id } = await openFound()
  const found = async () => [
    (await ask('brief.verify', { id })).findings.map(({ rule }) => rule),
    (await ask('brief.export', { id }))?.findings.map(({ rule }) => rule),
    (await ask('issue.check', { id })).findings.map(({ rule }) => rule),
  ]
  const all = ['number-unsourced']
  expect(await found()).toEqual([all, all, all])
  await ask('rule.set', { rule: 'number-unsourced', isOn: false })
  expect(await found()).toEqual([[], [], []])
  await ask('rule.set', { rule: 'number-unsourced', isOn: null })
  expect(await found()).toEqual([all, all, all])
})

test('an error whose check is off keeps nobody from issuing', async () => {
  const { ask, id } = await openFound()
  await ask('brief.set', { id, fields: { body: 'See :quote[words]{#nothing-there}.' } })
  await expect(ask('brief.issue', { id })).rejects.toThrow(/reference-dangling/)
  await ask('rule.set', { rule: 'reference-dangling', isOn: false })
  expect((await ask('brief.issue', { id })).issue.version).toBe(1)
})

test('rules are listed with whether they are on, and by whose word', async () => {
  const { ask } = await openDesk()
  const stateOf = async (rule: string, template?: string) => {
    const { rules } = await ask('rule.list', { template: template ?? null })
    const found = rules.find(({ name }) => name === rule)
    return [found?.isOn, found?.by, found?.isOnOtherwise]
  }
  const rule = 'recommendation-without-decision'
  expect(await stateOf(rule)).toEqual([true, 'usual', true])
  await ask('rule.set', { rule, isOn: false })
  expect(await stateOf(rule)).toEqual([false, 'library', true])
  expect(await stateOf(rule, 'uk-submission')).toEqual([false, 'library', true])
  await expect(ask('rule.list', { template: 'no-such-form' })).rejects.toThrow(/no-such-form/)
})

test('a rule that there is not is refused by name', async () => {
  const { ask, library } = await openDesk()
  await expect(ask('rule.set', { rule: 'haiku', isOn: false })).rejects.toThrow(/no rule “haiku”/)
  expect(library.choices.settings()).toEqual({ checks: {} })
})
