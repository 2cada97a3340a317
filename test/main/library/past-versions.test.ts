// Libraries as every past version wrote them: they open for ever, and keep every field.
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { restoreBackup } from '../../../main/library/backup.ts'
import { collections } from '../../../main/library/folders.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { frozenVersion } from '../../../main/requests/frozen.ts'
import { newestLibrarySchema, newestSchema } from '../../../shared/model/migrate.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { testTime } from './a-brief.ts'

const fixtures = resolve(import.meta.dirname, '../../fixtures')
const versions = readdirSync(fixtures).filter(name => name.startsWith('library-v'))

test('there is a library of every version', () => {
  const newest = Math.max(newestSchema, newestLibrarySchema)
  const numbers = Array.from({ length: newest }, (_, before) => `library-v${before + 1}`)
  expect(versions.sort()).toEqual(numbers)
})

test.each(versions)('%s opens, with every record and every field', async version => {
  const folder = temporaryFolder()
  cpSync(join(fixtures, version), folder, { recursive: true })
  const library = await openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
  expect(library.describe()).toMatchObject({ whyReadOnly: null, setAside: [] })
  let count = 0
  for (const collection of collections) {
    const kept = join(fixtures, version, collection)
    for (const name of existsSync(kept) ? readdirSync(kept) : []) {
      // What every brief was until version 2 is told by its versions since.
      const { schema: _, status: __, ...brief } = JSON.parse(readFileSync(join(kept, name), 'utf8'))
      const stored = collection === 'briefs' ? brief : JSON.parse(readFileSync(join(kept, name), 'utf8'))
      const record = await library.get(collection, name.slice(0, -'.json'.length))
      expect(record).toMatchObject({ ...stored, schema: newestSchema })
      count += 1
    }
  }
  expect(count).toBeGreaterThanOrEqual(5)
  await library.close()
})

test.each(versions.filter(version => existsSync(join(fixtures, version, 'issued'))))(
  'what was issued in %s is read as it was frozen',
  async version => {
    const folder = temporaryFolder()
    cpSync(join(fixtures, version), folder, { recursive: true })
    const library = await openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
    const [id = ''] = readdirSync(join(folder, 'issued'))
    const brief = await library.get('briefs', id)
    expect(brief.issues).not.toEqual([])
    for (const issue of brief.issues) {
      const frozen = await frozenVersion(library, brief, issue.version)
      expect(frozen.brief).toMatchObject({ id, body: brief.body, schema: newestSchema })
      expect(frozen.evidence.quotes).toHaveLength(1)
      expect(frozen.sources).toHaveLength(1)
    }
    await library.close()
  },
)

test.each([
  ['library-v3', {}],
  ['library-v4', { 'link-remote': false }],
  ['library-v5', { 'link-remote': false }],
])('%s keeps which checks are on', async (version, checks) => {
  const folder = join(temporaryFolder(), 'library')
  cpSync(join(fixtures, version), folder, { recursive: true })
  const library = await openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
  expect(library.choices.settings()).toEqual({ checks })
  await library.close()
  const { settings } = JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8'))
  expect(settings).toEqual({ checks })
})

test('a library of an earlier version is backed up whole beside it, once, before anything is written', async () => {
  const folder = join(temporaryFolder(), 'library')
  cpSync(join(fixtures, 'library-v1'), folder, { recursive: true })
  const open = () => openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
  await (await open()).close()
  await (await open()).close()
  const backups = readdirSync(join(folder, '..')).filter(name => name.startsWith('library.before-upgrade-'))
  expect(backups).toHaveLength(1)
  const restored = join(folder, '../restored')
  await restoreBackup(join(folder, '..', backups[0] ?? ''), restored)
  for (const name of ['library.json', 'briefs/japans-treasury-holdings.json'])
    expect(readFileSync(join(restored, name))).toEqual(readFileSync(join(fixtures, 'library-v1', name)))
  expect(JSON.parse(readFileSync(join(folder, 'library.json'), 'utf8'))).toMatchObject({
    schema: newestLibrarySchema,
    id: JSON.parse(readFileSync(join(restored, 'library.json'), 'utf8')).id,
  })
})

test('a library that cannot be backed up is only read, and stays as it was', async () => {
  const folder = join(temporaryFolder(), 'library')
  cpSync(join(fixtures, 'library-v1'), folder, { recursive: true })
  // A link at its top leads out of the library, and no backup can hold what is there.
  symlinkSync(temporaryFolder(), join(folder, 'elsewhere'))
  const library = await openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
  expect(library.whyReadOnly?.what).toMatch(/earlier Dispatch Box and cannot be backed up/)
  expect(library.list('briefs')).toHaveLength(1)
  await library.close()
  expect(readFileSync(join(folder, 'library.json'))).toEqual(
    readFileSync(join(fixtures, 'library-v1/library.json')),
  )
})

test('a record of the first version is saved as one of the newest, and the old file stays beside it', async () => {
  const folder = temporaryFolder()
  cpSync(join(fixtures, 'library-v1'), folder, { recursive: true })
  const library = await openLibrary({ folder, access: 'write', now: () => new Date(testTime) })
  const id = library.list('briefs')[0]?.id ?? ''
  await library.update('briefs', id, brief => ({ ...brief, title: 'Changed', updatedAt: testTime }))
  await library.close()
  const file = join(folder, 'briefs', `${id}.json`)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schema: newestSchema, title: 'Changed' })
  expect(JSON.parse(readFileSync(`${file}.prev`, 'utf8'))).toMatchObject({ schema: 1, status: 'draft' })
})

test('its backup tells how far it is, and broken off leaves the library as it was', async () => {
  const folder = join(temporaryFolder(), 'library')
  cpSync(join(fixtures, 'library-v1'), folder, { recursive: true })
  const before = readFileSync(join(folder, 'library.json'), 'utf8')
  const stop = new AbortController()
  const told: string[] = []
  const open = (signal?: AbortSignal) =>
    openLibrary({
      folder,
      access: 'write',
      now: () => new Date(testTime),
      signal,
      onProgress: ({ stage }) => {
        told.push(stage)
        stop.abort()
      },
    })
  await expect(open(stop.signal)).rejects.toThrow('aborted')
  expect(readFileSync(join(folder, 'library.json'), 'utf8')).toBe(before)
  expect(readdirSync(join(folder, '..'))).toEqual(['library'])
  expect(readdirSync(folder).filter(name => name.startsWith('.snapshot'))).toEqual([])
  told.length = 0
  const library = await open()
  expect([...new Set(told)]).toEqual(['backing-up', 'reading'])
  expect(library.describe().whyReadOnly).toBeNull()
  await library.close()
})
