import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'

test('a sealed file in a plain library is named and left where it is', async () => {
  const folder = temporaryFolder()
  const now = () => new Date('2025-05-03T10:00:00.000Z')
  await (await openLibrary({ folder, access: 'write', now })).close()
  mkdirSync(join(folder, 'briefs'), { recursive: true })
  const file = join(folder, 'briefs', 'secret.json')
  writeFileSync(file, 'DBX1 and whatever follows')
  const library = await openLibrary({ folder, access: 'write', now })
  const { setAside } = library.describe()
  await library.close()
  expect(setAside).toEqual([
    {
      file,
      keptAs: null,
      reason: 'it is sealed with a passphrase, and the library around it is not',
      replacedBy: null,
    },
  ])
  expect(readFileSync(file, 'utf8')).toBe('DBX1 and whatever follows')
})
