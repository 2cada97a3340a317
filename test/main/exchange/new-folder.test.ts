import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../main/exchange/new-folder.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

test('a folder whose filling fails is not there, and nothing is left beside it', async () => {
  const place = temporaryFolder()
  const library = temporaryFolder()
  const filled = makeFolder(join(place, 'export'), library, async into => {
    await into.write('a/b.md', 'x')
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  })
  await expect(filled).rejects.toThrow('no space left')
  expect(readdirSync(place)).toEqual([])
})

test('an empty folder is filled; one that is filled meanwhile is left as it is', async () => {
  const place = temporaryFolder()
  const library = temporaryFolder()
  const folder = join(place, 'export')
  mkdirSync(folder)
  await makeFolder(folder, library, into => into.write('a.md', 'x'))
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('x')
  const late = join(place, 'late')
  await expect(
    makeFolder(late, library, async into => {
      await into.write('a.md', 'x')
      mkdirSync(join(late, 'mine'), { recursive: true })
    }),
  ).rejects.toThrow()
  expect(readdirSync(late)).toEqual(['mine'])
  expect(readdirSync(place).sort()).toEqual(['export', 'late'])
})
