import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { conflictCopyOf } from '../../../main/library/conflict-copies.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'

test.each([
  ['holdings.sync-conflict-20250503-101010-ABCDEF7', 'holdings', 'Syncthing'],
  ['holdings (Ann Lee’s conflicted copy 2025-05-03)', 'holdings', 'Dropbox'],
  ['japans-1-13-trillion-DESKTOP-4F2', 'japans-1-13-trillion', 'OneDrive'],
])('%s is a copy', (name, id, program) => {
  expect(conflictCopyOf(name)).toEqual({ id, program })
})

test.each(['holdings', 'holdings-2', '財務大臣', 'a.b', 'Holdings'])('%s is none', name => {
  expect(conflictCopyOf(name)).toBeNull()
})

test('a copy becomes a version of its record, and its file is kept aside', async () => {
  const open = (folder: string) => openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
  let library = await open(temporaryFolder())
  await library.add('briefs', aBrief('one', { body: 'Here.' }))
  await library.close()
  const file = join(library.folder, 'briefs', 'one.sync-conflict-20250503-101010-ABCDEF7.json')
  const updatedAt = '2025-05-02T10:00:00.000Z'
  writeFileSync(file, JSON.stringify(aBrief('one', { body: 'There.', updatedAt })))
  library = await open(library.folder)
  expect((await library.get('briefs', 'one')).body).toBe('Here.')
  expect(await library.versions('one')).toEqual([updatedAt])
  expect(await library.version('one', updatedAt)).toMatchObject({ record: { body: 'There.' } })
  const [told] = library.describe().setAside
  expect(told?.reason).toMatch(/Syncthing .*among the earlier versions of one/)
  expect(existsSync(told?.keptAs ?? '')).toBe(true)
  expect(existsSync(file)).toBe(false)
  await library.close()
})
