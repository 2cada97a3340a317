import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'

const now = () => new Date(testTime)
const open = (folder: string, access: 'write' | 'read' = 'write') => openLibrary({ folder, access, now })

async function reopened(library: Library): Promise<Library> {
  await library.close()
  return open(library.folder)
}

describe('a library', () => {
  test('begins in an empty folder and holds after a restart what was added', async () => {
    let library = await open(join(temporaryFolder(), 'library'))
    await library.add('briefs', aBrief('one'))
    library = await reopened(library)
    expect((await library.get('briefs', 'one')).body).toBe('Words.')
    expect(library.describe()).toMatchObject({
      name: 'library',
      isSealed: false,
      whyReadOnly: null,
      setAside: [],
    })
    await library.close()
  })

  test('keeps its old state in memory and on disk where a write is refused', async () => {
    const library = await open(temporaryFolder())
    await library.add('briefs', aBrief('one'))
    await expect(library.update('briefs', 'one', record => ({ ...record, title: '' }))).rejects.toThrow()
    expect((await library.get('briefs', 'one')).title).toBe('A brief')
    expect(JSON.parse(readFileSync(join(library.folder, 'briefs', 'one.json'), 'utf8')).title).toBe('A brief')
    await library.close()
  })

  test('applies changes of one record one after the other, each to the newest state', async () => {
    const library = await open(temporaryFolder())
    await library.add('briefs', aBrief('one'))
    const letters = [...'abcdefghij']
    await Promise.all(
      letters.map(letter =>
        library.update('briefs', 'one', record => ({ ...record, body: record.body + letter })),
      ),
    )
    expect((await library.get('briefs', 'one')).body).toBe('Words.abcdefghij')
    await library.close()
  })

  test('moves what is deleted to the trash folder and never uses its id again', async () => {
    let library = await open(temporaryFolder())
    const id = await library.newId('A brief')
    await library.add('briefs', aBrief(id))
    await library.remove(id)
    expect(readdirSync(join(library.folder, 'trash', 'briefs'))).toEqual([
      `${id}.2025-05-03T10-00-00.000Z.json`,
    ])
    library = await reopened(library)
    expect(await library.newId('A brief')).toBe('a-brief-2')
    await library.close()
  })

  test('sets a file that was cut in half aside, names it, and opens the rest', async () => {
    let library = await open(temporaryFolder())
    await library.add('briefs', aBrief('whole'))
    await library.add('briefs', aBrief('half'))
    await library.close()
    const file = join(library.folder, 'briefs', 'half.json')
    const half = readFileSync(file, 'utf8').slice(0, 90)
    writeFileSync(file, half)

    library = await open(library.folder)
    expect(library.list('briefs').map(record => record.id)).toEqual(['whole'])
    const [kept] = library.describe().setAside
    expect(kept).toMatchObject({ file, reason: expect.stringContaining('cut short') })
    expect(readFileSync(kept?.keptAs ?? '', 'utf8')).toBe(half)
    expect(await library.newId('half')).toBe('half-2')
    await library.close()
  })

  test.each([
    ['garbage', 'not JSON at all', 'not whole JSON'],
    ['a wrong shape', '{"schema":1,"id":"odd"}', 'does not fit'],
    ['another record’s id', JSON.stringify(aBrief('other')), 'says that its id is "other"'],
  ])('sets %s aside with its reason', async (_name, content, reason) => {
    const folder = temporaryFolder()
    await (await open(folder)).close()
    writeFileSync(join(folder, 'briefs', 'odd.json'), content)
    const library = await open(folder)
    expect(library.describe().setAside).toEqual([
      {
        file: join(folder, 'briefs', 'odd.json'),
        keptAs: expect.any(String),
        reason: expect.stringContaining(reason),
        replacedBy: null,
      },
    ])
    expect(readFileSync(library.describe().setAside[0]?.keptAs ?? '', 'utf8')).toBe(content)
    await library.close()
  })

  test('leaves a record of a newer schema where it is', async () => {
    const folder = temporaryFolder()
    await (await open(folder)).close()
    const file = join(folder, 'briefs', 'later.json')
    writeFileSync(file, JSON.stringify({ ...aBrief('later'), schema: 99 }))
    const library = await open(folder)
    expect(library.describe().setAside).toEqual([
      {
        file,
        keptAs: null,
        reason: expect.stringContaining('newer Dispatch Box'),
        replacedBy: null,
      },
    ])
    expect(existsSync(file)).toBe(true)
    await library.close()
  })

  test('sets a damaged library.json aside and keeps every record', async () => {
    let library = await open(temporaryFolder())
    await library.add('briefs', aBrief('one'))
    await library.close()
    writeFileSync(join(library.folder, 'library.json'), '{"schema":1,"id":')
    library = await open(library.folder)
    expect(library.list('briefs')).toHaveLength(1)
    expect(library.describe().setAside).toHaveLength(1)
    await library.close()
  })

  test('is read and not written by a second process while it is open', async () => {
    const first = await open(temporaryFolder())
    await first.add('briefs', aBrief('one'))
    const second = await open(first.folder)
    expect(second.describe().whyReadOnly).not.toBeNull()
    expect(second.list('briefs')).toHaveLength(1)
    await expect(second.add('briefs', aBrief('two'))).rejects.toThrow(/open in another Dispatch Box/)
    await first.close()
    await second.close()
    const third = await open(first.folder)
    expect(third.describe().whyReadOnly).toBeNull()
    await third.close()
  })

  test('says of a record that cannot be read that it may be back in a moment, and what to do if not', async () => {
    let library = await open(temporaryFolder())
    await library.add('briefs', aBrief('one'))
    library = await reopened(library)
    writeFileSync(join(library.folder, 'briefs', 'one.json'), '{"half')
    await expect(library.get('briefs', 'one')).rejects.toThrow(
      /one\.json cannot be read.*Nothing was changed\. .*try again in a moment.*close the library and open it again/,
    )
    await library.close()
  })

  test('opened for reading leaves an unreadable file where it is', async () => {
    const folder = temporaryFolder()
    await (await open(folder)).close()
    writeFileSync(join(folder, 'briefs', 'odd.json'), '{')
    const library = await open(folder, 'read')
    expect(library.describe().setAside[0]).toMatchObject({ keptAs: null })
    expect(readdirSync(join(folder, 'briefs'))).toEqual(['odd.json'])
  })

  test('does not begin in a folder of other files', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'holiday.jpg'), '')
    await expect(open(folder)).rejects.toThrow(/holds other files and no library/)
    expect(readdirSync(folder)).toEqual(['holiday.jpg'])
  })

  test('reports a folder it cannot make', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(open(join(folder, 'file', 'library'))).rejects.toThrow(/cannot be/)
  })

  test('ignores files that are not records', async () => {
    const folder = temporaryFolder()
    await (await open(folder)).close()
    mkdirSync(join(folder, 'briefs', 'folder'))
    writeFileSync(join(folder, 'briefs', '.x.json.0123.tmp'), 'left over')
    writeFileSync(join(folder, 'briefs', 'notes.txt'), 'mine')
    const library = await open(folder)
    expect(library.describe().setAside).toEqual([])
    await library.close()
  })
})
