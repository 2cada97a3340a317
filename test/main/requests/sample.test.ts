import { expect, test } from 'vitest'
import { openDesk } from './desk.ts'

test('the sample is taken in whole, once, and its brief has the one fault that newcomers are to mend', async () => {
  const { ask } = await openDesk()
  const taken = await ask('sample.take', {})
  expect(taken).toMatchObject({ renamed: [], problems: [], originals: 3 })
  expect(await ask('sample.take', {})).toMatchObject({ added: 0, alreadyHere: taken.added, problems: [] })
  const found = await ask('record.get', { id: 'start-here' })
  if (found.collection !== 'briefs') throw new Error('The tour is no brief.')
  const { body, marking, template, date, dueOn } = found.record
  const { findings } = await ask('brief.verify', {
    id: 'start-here',
    fields: { body, marking, template, date, dueOn },
  })
  expect(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
    'figure-drifted',
  ])
  expect(findings.filter(({ severity }) => severity === 'error')[0]?.fix).toBeDefined()
})
