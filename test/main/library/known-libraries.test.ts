import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isLibraryGone, rememberLibrary } from '../../../main/library/known-libraries.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { testTime } from './a-brief.ts'

async function opened(file: string, folder: string): Promise<void> {
  const library = await openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
  await library.close()
  await rememberLibrary(file, folder)
}

test('a library is missed only after it was opened once, and not once it is there again', async () => {
  const place = temporaryFolder()
  const [file, folder] = [join(place, 'known.json'), join(place, 'library')]
  expect(await isLibraryGone(file, folder)).toBe(false)
  await opened(file, folder)
  expect(await isLibraryGone(file, folder)).toBe(false)
  renameSync(folder, join(place, 'moved'))
  expect(await isLibraryGone(file, folder)).toBe(true)
  renameSync(join(place, 'moved'), folder)
  expect(await isLibraryGone(file, folder)).toBe(false)
})

test('others stay known beside it, and a damaged list only forgets', async () => {
  const place = temporaryFolder()
  const file = join(place, 'known.json')
  const folders = ['a', 'b'].map(name => join(place, name))
  for (const folder of folders) await opened(file, folder)
  for (const folder of folders) {
    rmSync(folder, { recursive: true })
    expect(await isLibraryGone(file, folder)).toBe(true)
  }
  writeFileSync(file, '{"folders":')
  expect(await isLibraryGone(file, folders[0] ?? '')).toBe(false)
  await opened(file, folders[0] ?? '')
  rmSync(folders[0] ?? '', { recursive: true })
  expect(await isLibraryGone(file, folders[0] ?? '')).toBe(true)
})
