// A short run of `npm run torture`.
import { expect, test } from 'vitest'
import { killWriters } from './kill.ts'

test('a writer that is killed, also while recovering, tears nothing and loses no reported save', async () => {
  const complaints: string[] = []
  const tally = await killWriters(16, line => complaints.push(line))
  expect(complaints).toEqual([])
  expect(tally).toMatchObject({ kills: 16, torn: 0, lost: 0, mixed: 0 })
  expect(tally.whileRecovering).toBeGreaterThan(0)
  expect(tally.saved).toBeGreaterThan(0)
}, 180_000)
