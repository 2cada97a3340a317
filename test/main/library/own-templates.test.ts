import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { sealFolder } from './a-sealed-library.ts'

let minutes = 0
const now = () => new Date(Date.UTC(2025, 4, 3, 10, minutes++))
const open = (folder: string, key: Uint8Array | null = null) =>
  openLibrary({ folder, access: 'write', now, key })

test('a template is a file that any editor may change, and what it was before lies in the trash', async () => {
  const folder = temporaryFolder()
  const library = await open(folder)
  await library.templates.put('house', 'first')
  const file = join(folder, 'templates', 'house.md')
  expect(readFileSync(file, 'utf8')).toBe('first')
  await library.templates.put('house', 'first')
  expect(await library.templates.removed()).toEqual([])
  await library.templates.put('house', 'second')
  expect(await library.templates.removed()).toEqual(['house'])
  writeFileSync(file, 'third, by another editor')
  await library.templates.look()
  expect(library.templates.files()).toEqual([{ name: 'house', text: 'third, by another editor' }])

  await library.templates.remove('house')
  expect(library.templates.files()).toEqual([])
  expect(await library.templates.putBack('house')).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe('third, by another editor')
  expect(await library.templates.putBack('house')).toBe(true)
  expect(readFileSync(file, 'utf8')).toBe('first')
  expect(await library.templates.putBack('other')).toBe(false)

  await library.emptyTrash()
  expect(readdirSync(join(folder, 'trash', 'templates'))).toEqual([])
  await library.close()
})

test('what cannot be read is named with the reason', async () => {
  const folder = temporaryFolder()
  await (await open(folder)).close()
  const path = (name: string) => join(folder, 'templates', name)
  writeFileSync(join(folder, 'elsewhere.md'), 'words of somebody else')
  symlinkSync(join(folder, 'elsewhere.md'), path('linked.md'))
  mkdirSync(path('folder.md'))
  writeFileSync(path('latin.md'), Buffer.from('café', 'latin1'))
  writeFileSync(path('long.md'), Buffer.alloc(1_000_001, 'a'))
  writeFileSync(path('notes.txt'), 'no template')
  const library = await open(folder)
  expect(library.templates.files()).toEqual([
    { name: 'folder', problem: expect.stringContaining('a folder or a link') },
    { name: 'latin', problem: expect.stringContaining('UTF-8') },
    { name: 'linked', problem: expect.stringContaining('a folder or a link') },
    { name: 'long', problem: expect.stringContaining('larger than 1 MB') },
  ])
  await expect(async () => library.templates.put('../out', 'words')).rejects.toThrow(RangeError)
  await library.close()
})

test('a sealed library keeps neither the words nor the name of a template in the clear', async () => {
  const folder = temporaryFolder()
  const { key } = await sealFolder(folder)
  const library = await open(folder, key)
  await library.templates.put('plutonium', 'Plutonium first')
  await library.templates.put('plutonium', 'Plutonium second')
  await library.close()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(each => each.isFile())
  for (const { parentPath, name } of files) {
    expect(name).not.toContain('plutonium')
    expect(readFileSync(join(parentPath, name), 'latin1').toLowerCase()).not.toContain('plutonium')
  }
  const again = await open(folder, key)
  expect(again.templates.files()).toEqual([{ name: 'plutonium', text: 'Plutonium second' }])
  expect(await again.templates.putBack('plutonium')).toBe(true)
  expect(again.templates.files()).toEqual([{ name: 'plutonium', text: 'Plutonium first' }])
  await again.close()
})

test('a name with dots in it is a name like any other, in the trash too', async () => {
  const folder = temporaryFolder()
  const library = await open(folder)
  await library.templates.put('house.memo v1.2', 'first')
  await library.templates.put('house.memo v1.2', 'second')
  expect(await library.templates.removed()).toEqual(['house.memo v1.2'])
  expect(await library.templates.putBack('house.memo v1.2')).toBe(true)
  expect(library.templates.files()).toEqual([{ name: 'house.memo v1.2', text: 'first' }])
  await library.close()
})

test('a library that can only be read refuses to change its templates', async () => {
  const folder = temporaryFolder()
  await (await open(folder)).close()
  const library = await openLibrary({ folder, access: 'read', now })
  await expect(library.templates.put('house', 'words')).rejects.toThrow(/only be read/)
  expect(readdirSync(join(folder, 'templates'))).toEqual([])
  await library.close()
})
