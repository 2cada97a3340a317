import { expect, test } from 'vitest'
import { endTheRun, onceARun } from './once-a-run.ts'

test('what rows share is made once for each key, and ended the last first', async () => {
  const log: string[] = []
  const thing = onceARun(async (key: string) => {
    log.push(`make ${key}`)
    return { thing: key, close: () => log.push(`end ${key}`) }
  })
  expect(await Promise.all([thing('a'), thing('a'), thing('b')])).toEqual(['a', 'a', 'b'])
  await endTheRun()
  expect(log).toEqual(['make a', 'make b', 'end b', 'end a'])
})
