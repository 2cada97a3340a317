import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { restoreBackup } from '../../../main/library/backup.ts'
import { replaceLibraryKeys } from '../../../main/library/library-file.ts'
import { changePassphrase, keyByPassphrase, newDataKey } from '../../../main/library/library-keys.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { sealWith } from '../../../main/library/sealed.ts'
import { LibraryLocked } from '../../../main/library/sealed-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'
import { cheap, passphrase, sealFolder } from './a-sealed-library.ts'

let folder: string
let key: Uint8Array
let file: Awaited<ReturnType<typeof sealFolder>>['file']
const now = () => new Date(testTime)
const open = (with_: Uint8Array | null = key, where = folder) =>
  openLibrary({ folder: where, access: 'write', now, key: with_ })

beforeEach(async () => {
  folder = temporaryFolder()
  const sealed = await sealFolder(folder)
  key = sealed.key
  file = sealed.file
})

async function withBriefs(...ids: string[]): Promise<void> {
  const library = await open()
  for (const id of ids) await library.add('briefs', aBrief(id, { body: `The words of ${id}.` }))
  for (const id of ids) await library.update('briefs', id, brief => ({ ...brief, title: `Title of ${id}` }))
  await library.close()
}

const pathOf = (id: string) => join(folder, 'briefs', `${sealWith(key).nameOf(id)}.json`)

describe('a sealed library', () => {
  test('holds what was saved, and says what it is called', async () => {
    await withBriefs('one')
    const library = await open()
    expect((await library.get('briefs', 'one')).title).toBe('Title of one')
    expect(library.describe()).toMatchObject({
      name: 'Secrets',
      isSealed: true,
      setAside: [],
      whyReadOnly: null,
    })
    expect(library.isSealed).toBe(true)
    await library.close()
  })

  test.each([
    ['no key', null],
    ['another key', newDataKey()],
  ])('does not open with %s, and stays as it was', async (_, wrong) => {
    await withBriefs('one')
    const before = readdirSync(folder, { recursive: true }).sort()
    await expect(open(wrong)).rejects.toThrow(LibraryLocked)
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
    // Nor is it held from anybody who has the key.
    await (await open()).close()
  })

  test('renames a record with its versions, and has the earlier id only for that record', async () => {
    await withBriefs('one', 'two')
    const library = await open()
    await library.keepVersion('one')
    await library.rename('one', 'first')
    await library.close()
    const after = await open()
    expect(await after.get('briefs', 'first')).toMatchObject({ id: 'first', body: 'The words of one.' })
    const [at = ''] = await after.versions('first')
    expect(await after.version('first', at)).toMatchObject({ record: { id: 'first', title: 'Title of one' } })
    await expect(after.rename('two', 'one')).rejects.toThrow(/was the id of something else/)
    await after.rename('first', 'one')
    expect(after.has('one')).toBe(true)
    expect(readFileSync(join(folder, 'trash', 'renamed-ids.json')).includes('first')).toBe(false)
    await after.close()
  })

  test('takes no file for another, and brings back what was there before', async () => {
    await withBriefs('one', 'two')
    copyFileSync(pathOf('two'), pathOf('one'))
    const library = await open()
    expect((await library.get('briefs', 'one')).body).toBe('The words of one.')
    expect((await library.get('briefs', 'two')).body).toBe('The words of two.')
    expect(library.describe().setAside).toMatchObject([
      { reason: 'it is not what was sealed there: it is damaged, or another file', replacedBy: testTime },
    ])
    await library.close()
  })

  test('sets a damaged file aside, and brings back what was there before', async () => {
    await withBriefs('one')
    const bytes = readFileSync(pathOf('one'))
    bytes[60] = (bytes[60] ?? 0) ^ 1
    writeFileSync(pathOf('one'), bytes)
    const library = await open()
    expect((await library.get('briefs', 'one')).title).toBe('A brief')
    await library.close()
  })

  test('leaves a file that another program put there in the clear, and names it', async () => {
    await withBriefs('one')
    const planted = join(folder, 'briefs', 'planted.json')
    writeFileSync(planted, JSON.stringify(aBrief('planted')))
    const library = await open()
    expect(library.list('briefs').map(({ id }) => id)).toEqual(['one'])
    expect(library.describe().setAside).toMatchObject([{ file: planted, keptAs: null }])
    await library.close()
    expect(existsSync(planted)).toBe(true)
  })

  test('takes in what a program that keeps folders in step brings', async () => {
    await withBriefs('one')
    const library = await open()
    const changed = new Promise<string>(done => {
      library.watch(({ record }) => done(record.updatedAt))
    })
    const brief = { ...aBrief('one'), title: 'From elsewhere', updatedAt: '2025-05-04T10:00:00.000Z' }
    const bytes = sealWith(key).seal(Buffer.from(JSON.stringify(brief)), 'record briefs one')
    writeFileSync(pathOf('one'), bytes)
    expect(await changed).toBe('2025-05-04T10:00:00.000Z')
    expect((await library.get('briefs', 'one')).title).toBe('From elsewhere')
    await library.close()
  })

  test('keeps a conflict copy as a version', async () => {
    await withBriefs('one')
    const copy = pathOf('one').replace('.json', '.sync-conflict-20250504-101112-ABCDEFG.json')
    const theirs = { ...aBrief('one'), title: 'Theirs', updatedAt: '2025-05-04T10:00:00.000Z' }
    writeFileSync(copy, sealWith(key).seal(Buffer.from(JSON.stringify(theirs)), 'record briefs one'))
    const library = await open()
    expect(library.list('briefs')).toHaveLength(1)
    expect(await library.versions('one')).toContain('2025-05-04T10:00:00.000Z')
    expect((await library.version('one', '2025-05-04T10:00:00.000Z')).record).toMatchObject({
      title: 'Theirs',
    })
    await library.close()
  })

  test('of which a backup is taken is restored from it, and opens by its passphrase', async () => {
    await withBriefs('one')
    const [zip, restored] = [join(temporaryFolder(), 'a.zip'), join(temporaryFolder(), 'restored')]
    const library = await open()
    await library.backUp(zip)
    await library.close()
    await restoreBackup(zip, restored)
    await expect(open(null, restored)).rejects.toThrow(LibraryLocked)
    const again = await open(await keyByPassphrase(file, passphrase, () => undefined, cheap), restored)
    expect((await again.get('briefs', 'one')).body).toBe('The words of one.')
    await again.close()
  })
})

describe('the keys of a sealed library', () => {
  const damage: [string, () => void][] = [
    ['cut short', () => writeFileSync(join(folder, 'library.json'), '{"sch')],
    ['empty', () => writeFileSync(join(folder, 'library.json'), '')],
    ['gone', () => rmSync(join(folder, 'library.json'))],
    [
      'a plain library’s',
      () =>
        writeFileSync(
          join(folder, 'library.json'),
          JSON.stringify({ schema: 1, id: file.id, name: 'Secrets' }),
        ),
    ],
  ]

  test.each(damage)('are in keys.json too, where library.json is %s', async (_, spoil) => {
    await withBriefs('one')
    const before = readFileSync(join(folder, 'library.json'))
    spoil()
    await expect(open(null)).rejects.toThrow(LibraryLocked)
    const library = await open()
    expect((await library.get('briefs', 'one')).body).toBe('The words of one.')
    await library.close()
    expect(readFileSync(join(folder, 'library.json'))).toEqual(before)
  })

  test('are copied again where keys.json is gone', async () => {
    await withBriefs('one')
    rmSync(join(folder, 'keys.json'))
    await (await open()).close()
    expect(readFileSync(join(folder, 'keys.json'))).toEqual(readFileSync(join(folder, 'library.json')))
  })

  test('are asked for where both are gone, and nothing is begun in their place', async () => {
    await withBriefs('one')
    const before = readFileSync(pathOf('one'))
    writeFileSync(join(folder, 'library.json'), '')
    rmSync(join(folder, 'keys.json'))
    await expect(open(null)).rejects.toThrow('put either of them back from a backup')
    expect(readFileSync(join(folder, 'library.json'), 'utf8')).toBe('')
    expect(readFileSync(pathOf('one'))).toEqual(before)
  })

  test('no longer open by the old passphrase, in any file of the folder', async () => {
    await withBriefs('one')
    for (const name of ['library.json', 'keys.json'])
      copyFileSync(join(folder, name), join(folder, `${name}.prev`))
    await replaceLibraryKeys(folder, await changePassphrase(file, key, 'and yet another one', cheap))
    for (const name of readdirSync(folder).filter(
      each => each.startsWith('library.json') || each.startsWith('keys.json'),
    )) {
      const kept = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      expect(await keyByPassphrase(kept, passphrase, () => undefined, cheap), name).toBeNull()
      expect(await keyByPassphrase(kept, 'and yet another one', () => undefined, cheap), name).toEqual(key)
    }
    await (await open()).close()
  })
})
