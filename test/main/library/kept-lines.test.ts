import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { sealFolder } from './a-sealed-library.ts'

const now = () => new Date('2025-05-03T10:00:00.000Z')

test('words are added in order, taken out again, and kept', async () => {
  const folder = temporaryFolder()
  const library = await openLibrary({ folder, access: 'write', now })
  expect(await library.words.list()).toEqual([])
  await Promise.all(['Zelenskyy', 'stablecoin', 'stablecoin'].map(word => library.words.set(word, true)))
  expect(await library.words.set('Zelenskyy', false)).toEqual(['stablecoin'])
  await library.close()
  const again = await openLibrary({ folder, access: 'read', now })
  expect(await again.words.list()).toEqual(['stablecoin'])
  await expect(again.words.set('other', true)).rejects.toThrow()
  await again.close()
})

test('a damaged list costs nothing but itself', async () => {
  const folder = temporaryFolder()
  const library = await openLibrary({ folder, access: 'write', now })
  writeFileSync(join(folder, 'words.json'), 'nonsense')
  expect(await library.words.list()).toEqual([])
  expect(await library.words.set('yuan', true)).toEqual(['yuan'])
  expect(readFileSync(join(folder, 'words.json.prev'), 'utf8')).toBe('nonsense')
  await library.close()
})

test('the words of a sealed library stand in no file of it', async () => {
  const folder = temporaryFolder()
  const { key } = await sealFolder(folder)
  const library = await openLibrary({ folder, access: 'write', now, key })
  await library.words.set('plutonium', true)
  await library.close()
  expect(readdirSync(folder)).toContain('words.json')
  expect(readFileSync(join(folder, 'words.json'), 'latin1')).not.toContain('plutonium')
  const again = await openLibrary({ folder, access: 'read', now, key })
  expect(await again.words.list()).toEqual(['plutonium'])
  await again.close()
})

test('searches are kept beside them, sealed in the same way', async () => {
  const folder = temporaryFolder()
  const { key } = await sealFolder(folder)
  const library = await openLibrary({ folder, access: 'write', now, key })
  expect(await library.searches.set('kind:quote plutonium', true)).toEqual(['kind:quote plutonium'])
  expect(await library.words.list()).toEqual([])
  await library.close()
  expect(readFileSync(join(folder, 'searches.json'), 'latin1')).not.toContain('plutonium')
})
