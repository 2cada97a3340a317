// Libraries as every past version wrote them: they open for ever, and keep every field.
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { collections } from '../../../main/library/folders.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { testTime } from './a-brief.ts'

const fixtures = resolve(import.meta.dirname, '../../fixtures')
const versions = readdirSync(fixtures).filter(name => name.startsWith('library-v'))

test.each(versions)('%s opens, with every record and every field', async version => {
  const folder = temporaryFolder()
  cpSync(join(fixtures, version), folder, { recursive: true })
  const library = await openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
  expect(library.describe()).toMatchObject({ whyReadOnly: null, setAside: [] })
  for (const collection of collections) {
    const names = readdirSync(join(fixtures, version, collection))
    expect(names, collection).not.toEqual([])
    for (const name of names) {
      const stored = JSON.parse(readFileSync(join(fixtures, version, collection, name), 'utf8'))
      expect(await library.get(collection, name.slice(0, -'.json'.length))).toMatchObject(stored)
    }
  }
  await library.close()
})
