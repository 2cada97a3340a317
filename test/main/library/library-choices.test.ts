import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keyBySecret } from '../../../main/library/key-by-secret.ts'
import { readLibraryFile } from '../../../main/library/library-file.ts'
import { changePassphrase } from '../../../main/library/library-keys.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { cheap, passphrase, sealFolder } from './a-sealed-library.ts'

const now = () => new Date('2025-05-03T10:00:00Z')
const open = (folder: string, access: 'read' | 'write' = 'write') => openLibrary({ folder, access, now })
const without = (rule: string) => (settings: { checks: Record<string, boolean> }) => ({
  ...settings,
  checks: { ...settings.checks, [rule]: false },
})

test('what a library has chosen is there when it is opened again, and changes at once lose none', async () => {
  const folder = temporaryFolder()
  const library = await open(folder)
  expect(library.choices.settings()).toEqual({ checks: {} })
  await Promise.all([
    library.choices.change(without('link-remote')),
    library.choices.change(without('single-source')),
  ])
  const checks = { 'link-remote': false, 'single-source': false }
  expect(library.choices.settings()).toEqual({ checks })
  await library.close()
  const again = await open(folder)
  expect(again.choices.settings()).toEqual({ checks })
  await again.close()
})

test('a library that is only read refuses, and is as it was', async () => {
  const folder = temporaryFolder()
  await (await open(folder)).close()
  const before = readFileSync(join(folder, 'library.json'))
  const library = await open(folder, 'read')
  await expect(library.choices.change(without('link-remote'))).rejects.toThrow()
  expect(library.choices.settings()).toEqual({ checks: {} })
  await library.close()
  expect(readFileSync(join(folder, 'library.json'))).toEqual(before)
})

test('a library.json that can no longer be read refuses, and nothing is written over it', async () => {
  const folder = temporaryFolder()
  const library = await open(folder)
  writeFileSync(join(folder, 'library.json'), '{')
  await expect(library.choices.change(without('link-remote'))).rejects.toThrow(/Nothing was changed/)
  expect(library.choices.settings()).toEqual({ checks: {} })
  expect(readFileSync(join(folder, 'library.json'), 'utf8')).toBe('{')
  await library.close()
})

test('keys that change while a check is turned off are not brought back', async () => {
  const folder = temporaryFolder()
  const { key } = await sealFolder(folder)
  const library = await openLibrary({ folder, access: 'write', now, key })
  await Promise.all([
    library.choices.replaceKeys(known => changePassphrase(known, key, 'another one altogether', cheap)),
    library.choices.change(without('link-remote')),
  ])
  const { sealed, settings } = await readLibraryFile(folder)
  expect(settings).toEqual({ checks: { 'link-remote': false } })
  if (!sealed) throw new Error('It has lost its keys.')
  await expect(keyBySecret(sealed, passphrase, () => undefined, cheap)).rejects.toThrow()
  const opened = await keyBySecret(sealed, 'another one altogether', () => undefined, cheap)
  expect(opened).toEqual(key)
  await library.close()
})
