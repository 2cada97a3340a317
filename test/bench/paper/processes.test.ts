import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import {
  cpuOf,
  cpuUnder,
  descendantsOf,
  memoryOfDescendants,
  type ProcessStat,
  readStat,
} from './processes.ts'

const stat = (pid: number, parent: number, own: number, ofReaped: number): ProcessStat => ({
  pid,
  parent,
  own,
  ofReaped,
})
const stats = [stat(1, 0, 9000, 9000), stat(10, 1, 500, 40), stat(11, 10, 20, 3), stat(12, 11, 5, 0)]

test('a process is read by its last bracket, whatever its name', () => {
  const line = '42 (a (b) c) S 7 1 1 0 -1 4194304 1 2 3 4 150 25 30 5 20 0 1 0 100 1 2'
  expect(readStat(line)).toEqual({ pid: 42, parent: 7, own: 1750, ofReaped: 350 })
})

test('those that a process started are found to the last grandchild', () => {
  expect(descendantsOf(10, stats).map(({ pid }) => pid)).toEqual([11, 12])
  expect(descendantsOf(12, stats)).toEqual([])
})

test('CPU under a process is of what runs and of what was waited for, without its own', () => {
  expect(cpuUnder(10, stats)).toBe(40 + 23 + 5)
})

test.runIf(process.platform === 'linux')(
  'work in a program that was started and has ended is counted, and work in this process is not',
  async () => {
    const busy = 'const end = process.cpuUsage().user + 3e5; while (process.cpuUsage().user < end);'
    const started = await cpuOf(() => promisify(execFile)(process.execPath, ['-e', busy]))
    expect(started).toBeGreaterThanOrEqual(290)
    const here = await cpuOf(async () => {
      const end = process.cpuUsage().user + 3e5
      while (process.cpuUsage().user < end);
    })
    expect(here).toBeLessThan(150)
  },
)

test.runIf(process.platform === 'linux')('memory is of programs while they run', async () => {
  const before = memoryOfDescendants()
  const child = execFile(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  await expect.poll(() => memoryOfDescendants() - before).toBeGreaterThan(10)
  child.kill()
  await new Promise(done => child.once('exit', done))
  expect(memoryOfDescendants() - before).toBeLessThan(10)
})
