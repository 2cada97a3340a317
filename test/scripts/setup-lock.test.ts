import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale, withLock } from '../../scripts/setup/lock.mjs'

let root: string
let folder: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dispatch-box-lock-'))
  folder = join(root, 'setup.lock')
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function lockOf(pid: number, host = hostname()): void {
  mkdirSync(folder)
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ host, pid }))
}

const silent = () => {}
// Above the highest process id that Linux gives.
const deadPid = 2 ** 22 + 1

test('two set-ups run one after the other, and the second says that it waits', async () => {
  const order: string[] = []
  const said: string[] = []
  let finishFirst = silent
  const first = withLock(folder, silent, async () => {
    order.push('first begins')
    await new Promise<void>(resolve => {
      finishFirst = resolve
    })
    order.push('first ends')
  })
  const second = withLock(
    folder,
    line => {
      said.push(line)
      finishFirst()
    },
    async () => {
      order.push('second runs')
    },
  )
  await Promise.all([first, second])
  expect(order).toEqual(['first begins', 'first ends', 'second runs'])
  expect(said).toEqual(['Another set-up is running here; waiting for it …'])
  expect(existsSync(folder)).toBe(false)
})

test('the lock is let go where the work fails', async () => {
  await expect(withLock(folder, silent, () => Promise.reject(new Error('no network')))).rejects.toThrow(
    'no network',
  )
  expect(existsSync(folder)).toBe(false)
})

test('the lock of a process that died is taken over without a word', async () => {
  lockOf(deadPid)
  const said: string[] = []
  await expect(
    withLock(
      folder,
      line => said.push(line),
      async () => 'done',
    ),
  ).resolves.toBe('done')
  expect(said).toEqual([])
})

test('the lock of a living process is not stale, whatever machine it runs on', () => {
  lockOf(process.pid)
  expect(isStale(folder)).toBe(false)
  rmSync(folder, { recursive: true })
  lockOf(deadPid, 'another-machine')
  expect(isStale(folder)).toBe(false)
})

test('a lock without a sign of life for more than a minute is stale', () => {
  lockOf(process.pid, 'another-machine')
  const before = new Date(Date.now() - 61_000)
  utimesSync(folder, before, before)
  expect(isStale(folder)).toBe(true)
})

test('a lock just made, whose owner is not written yet, is not stale', () => {
  mkdirSync(folder)
  expect(isStale(folder)).toBe(false)
})
