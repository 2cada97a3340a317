import { execFile } from 'node:child_process'
import { cpSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { Holder } from '../../../main/library/lock.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { unsetBrief } from '../../unset-fields.ts'

const now = () => new Date('2025-05-03T10:00:00.000Z')
const open = (folder: string, holder: Holder, patience = 0) =>
  openLibrary({ folder, access: 'write', now, patience, holder })

test('twelve processes that begin one library at once each add a brief of its own', async () => {
  const folder = join(temporaryFolder(), 'library')
  const script = fileURLToPath(new URL('./add-brief.ts', import.meta.url))
  const added = await Promise.all(
    Array.from({ length: 12 }, () => promisify(execFile)(process.execPath, [script, folder])),
  )
  expect(new Set(added.map(({ stdout }) => stdout)).size).toBe(12)
  expect(readdirSync(join(folder, 'briefs'))).toHaveLength(12)
})

test('of two that begin a library at once, the one that waited reads what the other wrote', async () => {
  const folder = join(temporaryFolder(), 'library')
  const openings = [open(folder, 'command', 30_000), open(folder, 'command', 30_000)]
  const first = await Promise.race(openings)
  await first.attach('0'.repeat(64), new Uint8Array())
  const { name } = first.describe()
  expect(await first.newId('A brief')).toBe('a-brief')
  const time = now().toISOString()
  const rest = { template: 'x', marking: null, recipients: [], date: null, dueOn: null, tags: [] }
  const times = { createdAt: time, updatedAt: time }
  await first.add('briefs', {
    schema: 5,
    id: 'a-brief',
    ...times,
    title: 'T',
    body: '',
    ...unsetBrief,
    ...rest,
  })
  await first.close()
  const [one, two] = await Promise.all(openings)
  const second = one === first ? two : one
  expect(second?.describe()).toMatchObject({ name, whyReadOnly: null })
  expect(await second?.newId('A brief')).toBe('a-brief-2')
  await second?.close()
})

test('a patient command does not wait for a window to close', async () => {
  const folder = temporaryFolder()
  const window = await open(folder, 'window')
  const command = await open(folder, 'command', 600_000)
  expect(command.describe().whyReadOnly).not.toBeNull()
  expect(command.whyReadOnly?.what).toBe('is open in another Dispatch Box')
  await window.close()
})

test('a patient command waits for another command', async () => {
  const folder = temporaryFolder()
  const first = await open(folder, 'command')
  const opening = open(folder, 'command', 50_000)
  // Longer than it would wait for a window.
  await setTimeout(1500)
  await first.close()
  const second = await opening
  expect(second.describe().whyReadOnly).toBeNull()
  await second.close()
})

test('who comes while a command writes is told that it is a command', async () => {
  const folder = temporaryFolder()
  const first = await open(folder, 'command')
  const second = await open(folder, 'command')
  expect(second.whyReadOnly?.what).toMatch(/another command/)
  await second.close()
  await first.close()
  expect(readdirSync(folder)).not.toContain('.holder')
})

test('who waited while another folder took this one’s place has the lock of the folder that is there', async () => {
  const folder = join(temporaryFolder(), 'library')
  const first = await open(folder, 'command')
  const opening = open(folder, 'command', 50_000)
  await setTimeout(200)
  const isLock = (path: string) => path.endsWith('.lock') || path.endsWith('.holder')
  cpSync(folder, `${folder}.fresh`, { recursive: true, filter: path => !isLock(path) })
  renameSync(folder, `${folder}.aside`)
  renameSync(`${folder}.fresh`, folder)
  writeFileSync(join(folder, '.holder'), 'command')
  await first.close()
  const second = await opening
  const third = await open(folder, 'window')
  expect(second.whyReadOnly).toBeNull()
  expect(third.whyReadOnly?.what).toMatch(/another command/)
  await second.close()
  await third.close()
})
