import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plainSeal, type Seal } from '../../../main/library/seal.ts'
import { openWritingSteps } from '../../../main/library/writing-steps.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

const now = <T>(work: () => Promise<T>) => work()
const filesIn = (folder: string) => readdirSync(join(folder, 'steps'))

test('steps are there for the rest of their day, and others are removed', async () => {
  const folder = temporaryFolder()
  const steps = openWritingSteps(folder, plainSeal, now)
  expect(await steps.recall('one', 'Saturday')).toBeNull()
  await steps.keep('one', 'Saturday', '{"a":1}')
  await steps.keep('two', 'Sunday', '{"b":2}')
  expect(await steps.recall('one', 'Saturday')).toBe('{"a":1}')
  expect(await steps.recall('one', 'Sunday')).toBeNull()
  await steps.leaveOnly('Sunday')
  expect(filesIn(folder)).toEqual(['two.json'])
  await steps.clear()
  expect(await steps.recall('two', 'Sunday')).toBeNull()
})

test('a damaged file is none, and goes', async () => {
  const folder = temporaryFolder()
  const steps = openWritingSteps(folder, plainSeal, now)
  await steps.keep('one', 'Saturday', 'x')
  writeFileSync(join(folder, 'steps', 'one.json'), '{"schema":1,')
  expect(await steps.recall('one', 'Saturday')).toBeNull()
  await steps.leaveOnly('Saturday')
  expect(filesIn(folder)).toEqual([])
})

test('what is written has gone through the seal', async () => {
  const folder = temporaryFolder()
  const turned: Seal = {
    ...plainSeal,
    isSealed: true,
    seal: bytes => bytes.map(byte => byte ^ 255),
    open: bytes => bytes.map(byte => byte ^ 255),
    nameOf: id => `sealed-${id}`,
    idOf: name => name.slice('sealed-'.length),
  }
  const steps = openWritingSteps(folder, turned, now)
  await steps.keep('one', 'Saturday', 'Secret words')
  expect(filesIn(folder)).toEqual(['sealed-one.json'])
  expect(readFileSync(join(folder, 'steps', 'sealed-one.json'), 'latin1')).not.toContain('Secret')
  expect(await steps.recall('one', 'Saturday')).toBe('Secret words')
})
