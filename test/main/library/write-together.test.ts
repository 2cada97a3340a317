import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemDisk } from '../../../main/library/durable-file.ts'
import { writeTogether } from '../../../main/library/write-together.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { failingDisk } from './failing-disk.ts'

const names = ['picture.png', 'brief.json', 'brief.md']

function planted() {
  const folder = temporaryFolder()
  for (const name of names.slice(1)) writeFileSync(join(folder, name), 'old')
  const files = names.map(name => ({
    path: join(folder, name),
    bytes: new TextEncoder().encode('new'),
    isNew: name === 'picture.png',
  }))
  const state = () => readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')])
  return { folder, files, state }
}

test('all files are there, and nothing else', async () => {
  const { files, state } = planted()
  await writeTogether(files)
  expect(state()).toEqual(names.toSorted().map(name => [name, 'new']))
})

test('what fails before the first has its name leaves everything as it was', async () => {
  const whole = failingDisk({ at: Infinity, code: 'ENOSPC', forGood: true })
  await writeTogether(planted().files, whole.disk)
  // Names are given, and folders flushed, after the last bytes: a link and its other name’s end, two renames, one flush.
  const bytesWritten = whole.calls() - 5
  for (let at = 0; at < bytesWritten; at++) {
    const { files, state } = planted()
    const before = state()
    await expect(
      writeTogether(files, failingDisk({ at, code: 'ENOSPC', forGood: false }).disk),
    ).rejects.toThrow('ENOSPC')
    expect(state()).toEqual(before)
  }
})

test('a new one whose name is taken meanwhile stops all, and is not replaced', async () => {
  const { folder, files, state } = planted()
  writeFileSync(join(folder, 'picture.png'), 'another')
  const before = state()
  await expect(writeTogether(files)).rejects.toMatchObject({ code: 'EEXIST' })
  expect(state()).toEqual(before)
})

test('new ones that had their names are gone where a later one is refused', async () => {
  const { files, state } = planted()
  const before = state()
  const rename = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
  await expect(writeTogether(files, { ...systemDisk, rename })).rejects.toThrow('EIO')
  expect(state()).toEqual(before)
})
