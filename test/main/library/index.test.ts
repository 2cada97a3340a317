// The derived index: what it may say, and that it is never believed where the files say otherwise.
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { RecordIndex } from '../../../main/library/record-index.ts'
import type { Brief, Quote } from '../../../shared/model/records.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { unsetQuote } from '../../unset-fields.ts'
import { aBrief, testTime } from './a-brief.ts'

const now = () => new Date(testTime)
const open = (folder: string, access: 'write' | 'read' = 'write') => openLibrary({ folder, access, now })
const indexIn = (folder: string) => join(folder, 'index/records.sqlite')
const titlesOf = (library: Library) =>
  library
    .list('briefs')
    .map(({ title }) => title)
    .sort()

async function closedLibrary(): Promise<string> {
  const folder = temporaryFolder()
  const library = await open(folder)
  for (const id of ['one', 'two']) await library.add('briefs', aBrief(id, { title: id }))
  await library.close()
  return folder
}

const aQuote = (id: string, source: string): Quote => ({
  ...{ schema: 5, id, createdAt: testTime, updatedAt: testTime, tags: [], text: 'Words.', speaker: 'Kato' },
  ...{ role: null, organisation: null, cue: null, saidOn: null, kind: 'opinion', ...unsetQuote },
  anchor: { source, quote: { exact: 'Words.', prefix: '', suffix: '' }, position: { start: 0, end: 6 } },
})

describe('the index of a library', () => {
  test('gives the lists without any record being read', async () => {
    const folder = await closedLibrary()
    // Bytes that are no record, in a file that says of itself that nothing has changed.
    const file = join(folder, 'briefs/one.json')
    const library = await open(folder)
    writeFileSync(file, readFileSync(file, 'utf8').replace('Words.', 'words.'))
    expect(titlesOf(library)).toEqual(['one', 'two'])
    expect(library.list('briefs')[0]).not.toHaveProperty('body')
    await library.close()
  })

  test.each([
    ['deleted', (path: string) => rmSync(path)],
    ['no database', (path: string) => writeFileSync(path, 'from elsewhere')],
    ['empty', (path: string) => writeFileSync(path, '')],
    [
      'of another version',
      (path: string) => {
        const database = new DatabaseSync(path)
        database.exec('DROP TABLE record; PRAGMA user_version = 99')
        database.close()
      },
    ],
  ])('is made anew where it is %s', async (_what, harm) => {
    const folder = await closedLibrary()
    harm(indexIn(folder))
    const library = await open(folder)
    expect(titlesOf(library)).toEqual(['one', 'two'])
    await library.close()
    expect(new DatabaseSync(indexIn(folder)).prepare('SELECT count(*) AS n FROM record').get()?.n).toBe(2)
  })

  test('is kept in memory where its place is taken, and all else works', async () => {
    const folder = await closedLibrary()
    rmSync(join(folder, 'index'), { recursive: true })
    writeFileSync(join(folder, 'index'), 'no folder')
    const library = await open(folder)
    await library.add('briefs', aBrief('three', { title: 'three' }))
    expect(titlesOf(library)).toEqual(['one', 'three', 'two'])
    await library.close()
    expect(readFileSync(join(folder, 'index'), 'utf8')).toBe('no folder')
  })

  test('follows what was added, changed and removed while the library was closed', async () => {
    const folder = await closedLibrary()
    const file = (id: string) => join(folder, 'briefs', `${id}.json`)
    const stored = JSON.parse(readFileSync(file('one'), 'utf8')) as Brief
    writeFileSync(file('one'), JSON.stringify({ ...stored, title: 'Changed' }))
    writeFileSync(file('three'), JSON.stringify({ ...stored, id: 'three', title: 'Added' }))
    rmSync(file('two'))
    const library = await open(folder)
    expect(titlesOf(library)).toEqual(['Added', 'Changed'])
    await expect(library.get('briefs', 'two')).rejects.toMatchObject({ code: 'not-found' })
    await library.close()
  })

  test('notices a file that was replaced by one of the same size and time', async () => {
    const folder = await closedLibrary()
    const file = join(folder, 'briefs/one.json')
    const text = readFileSync(file, 'utf8').replace('"title": "one"', '"title": "eno"')
    const time = new Date('2025-01-01')
    utimesSync(file, time, time)
    await (await open(folder)).close()
    writeFileSync(`${file}.new`, text)
    utimesSync(`${file}.new`, time, time)
    renameSync(`${file}.new`, file)
    const library = await open(folder)
    expect(titlesOf(library)).toEqual(['eno', 'two'])
    await library.close()
  })

  test('is enough to begin with, and what changed meanwhile is found out while work goes on', async () => {
    const folder = await closedLibrary()
    const file = (id: string) => join(folder, 'briefs', `${id}.json`)
    const stored = JSON.parse(readFileSync(file('one'), 'utf8')) as Brief
    writeFileSync(file('one'), JSON.stringify({ ...stored, title: 'Changed' }))
    writeFileSync(file('two'), 'damaged')
    const library = await openLibrary({ folder, access: 'write', now, check: { after: 0 } })
    expect(titlesOf(library)).toEqual(['one', 'two'])
    await library.add('briefs', aBrief('three', { title: 'three' }))
    expect(await library.checked).toBe(true)
    expect(titlesOf(library)).toEqual(['Changed', 'three'])
    expect(library.describe().setAside).toMatchObject([{ file: file('two') }])
    await library.close()
  })

  test('is not enough where it was never compared with all files', async () => {
    const folder = await closedLibrary()
    const database = new DatabaseSync(indexIn(folder))
    database.exec("DELETE FROM fact; DELETE FROM record WHERE id = 'two'")
    database.close()
    const library = await openLibrary({ folder, access: 'write', now, check: { after: 0 } })
    expect(titlesOf(library)).toEqual(['one', 'two'])
    await library.close()
  })

  test('can be left in the middle of its comparison', async () => {
    const folder = await closedLibrary()
    const library = await openLibrary({ folder, access: 'write', now, check: { after: 0 } })
    await library.close()
    await library.checked
    await (await open(folder)).close()
  })

  test('of another library, copied in, is not believed', async () => {
    const [folder, other] = [await closedLibrary(), temporaryFolder()]
    const library = await open(other)
    await library.add('briefs', aBrief('one', { title: 'Another' }))
    await library.close()
    copyFileSync(indexIn(folder), indexIn(other))
    const again = await open(other)
    expect(titlesOf(again)).toEqual(['Another'])
    await again.close()
  })

  test('is not written by who may only read, who sees what is there all the same', async () => {
    const folder = await closedLibrary()
    const writing = await open(folder)
    await writing.add('briefs', aBrief('three', { title: 'three' }))
    const before = readdirSync(join(folder, 'index')).sort()
    const reading = await open(folder, 'read')
    expect(titlesOf(reading)).toEqual(['one', 'three', 'two'])
    await reading.close()
    expect(readdirSync(join(folder, 'index')).sort()).toEqual(before)
    await writing.close()
    rmSync(join(folder, 'index'), { recursive: true })
    await (await open(folder, 'read')).close()
    expect(existsSync(join(folder, 'index'))).toBe(false)
  })

  test('gives its records in parts, each once and the newest first, also those of one moment', async () => {
    const library = await open(temporaryFolder())
    const times = ['2025-05-01', '2025-05-02', '2025-05-02', '2025-05-02', '2025-05-03']
    for (const [number, day] of times.entries())
      await library.add('briefs', aBrief(`brief-${number}`, { updatedAt: `${day}T10:00:00.000Z` }))
    const read: { id: string; updatedAt: string }[] = []
    for (;;) {
      const page = library.page('briefs', read.at(-1) ?? null, 2)
      read.push(...page)
      if (page.length < 2) break
    }
    expect(read.map(({ id }) => id)).toEqual(['brief-4', 'brief-1', 'brief-2', 'brief-3', 'brief-0'])
    await library.close()
  })

  test('knows what refers to what, and forgets it with the reference', async () => {
    const folder = await closedLibrary()
    const library = await open(folder)
    await library.add('quotes', aQuote('kato', 'article'))
    await library.update('briefs', 'one', brief => ({ ...brief, body: 'He said :quote[it]{#kato}.' }))
    expect(library.mayUse('kato')).toEqual([{ collection: 'briefs', id: 'one' }])
    expect(library.mayUse('article')).toEqual([{ collection: 'quotes', id: 'kato' }])
    expect(library.listInSource('quotes', 'article').map(({ id }) => id)).toEqual(['kato'])
    await library.update('briefs', 'one', brief => ({ ...brief, body: 'He said it.' }))
    expect(library.mayUse('kato')).toEqual([])
    await library.close()
  })
})

describe('a record that is damaged while its file looks unchanged', () => {
  test('is named when it is opened, and mended at the next start', async () => {
    const folder = await closedLibrary()
    const first = await open(folder)
    await first.update('briefs', 'one', brief => ({ ...brief, body: 'More.' }))
    await first.close()
    const file = join(folder, 'briefs/one.json')
    const length = readFileSync(file).length
    const library = await open(folder)
    // What bad sectors do: other bytes, and the disk knows of no change.
    writeFileSync(file, '\0'.repeat(length))
    const database = new DatabaseSync(indexIn(folder))
    await expect(library.get('briefs', 'one')).rejects.toThrow(/one\.json cannot be read.*open it again/)
    expect(library.has('one')).toBe(true)
    expect(database.prepare("SELECT stamp FROM record WHERE id = 'one'").get()?.stamp).toBeNull()
    database.close()
    await library.close()
    const again = await open(folder)
    expect(again.describe().setAside).toMatchObject([{ file, replacedBy: expect.any(String) }])
    expect((await again.get('briefs', 'one')).body).toBe('Words.')
    await again.close()
  })
})

describe('an index on a disk that is full', () => {
  test('goes on in memory with everything it knew', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'records.sqlite')
    const index = RecordIndex.inFile(path)
    index.put({ collection: 'briefs', record: aBrief('one') }, 'stamp')
    const limit = new DatabaseSync(path)
    // Nothing may be written by others while this transaction is open.
    limit.exec('BEGIN IMMEDIATE')
    index.put({ collection: 'briefs', record: aBrief('two') }, 'other stamp')
    limit.exec('ROLLBACK')
    limit.close()
    expect(
      index
        .list('briefs')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['one', 'two'])
    expect(index.stampOf('one')).toBe('stamp')
    index.close()
  })
})
