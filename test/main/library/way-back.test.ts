// Nothing is deleted without a way back: versions, the trash, and what is put in the place of damaged files.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import type { Source } from '../../../shared/model/records.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { unsetSource } from '../../unset-fields.ts'
import { aBrief } from './a-brief.ts'

const minute = 60_000

/** A library with a clock that a test sets forward, by minutes. */
async function desk(folder = temporaryFolder()) {
  let time = Date.UTC(2025, 4, 3, 10)
  const now = () => new Date(time)
  const library = await openLibrary({ folder, access: 'write', now })
  const write = (body: string) =>
    library.update('briefs', 'one', brief => ({ ...brief, body, updatedAt: now().toISOString() }))
  const pass = (minutes: number) => {
    time += minutes * minute
  }
  return { library, now, write, pass }
}

const bodiesOf = async (library: Library, id: string) => {
  const versions = await library.versions(id)
  return Promise.all(
    versions.map(async at => {
      const found = await library.version(id, at)
      return found.collection === 'briefs' ? found.record.body : null
    }),
  )
}

describe('versions', () => {
  test('are kept where a thought ended, and not with each save', async () => {
    const { library, write, pass } = await desk()
    await library.add('briefs', aBrief('one', { body: '' }))
    pass(5)
    for (const body of ['T', 'Th', 'The first thought.']) await write(body)
    pass(2)
    for (const body of ['The first thought. A', 'The first thought. A second.']) await write(body)
    expect(await bodiesOf(library, 'one')).toEqual(['The first thought.', ''])
    await library.close()
  })

  test('are kept every ten minutes of writing without a pause', async () => {
    const { library, write, pass } = await desk()
    await library.add('briefs', aBrief('one', { body: '' }))
    for (let half = 1; half <= 50; half++) {
      pass(0.5)
      await write(`${half}`)
    }
    expect(await bodiesOf(library, 'one')).toEqual(['40', '20'])
    await library.close()
  })

  test('bring a record back to what it was, and keep what it is now', async () => {
    const { library, write, pass } = await desk()
    await library.add('briefs', aBrief('one', { body: 'Old.' }))
    pass(5)
    await write('New.')
    const [at = ''] = await library.versions('one')
    pass(5)
    await library.revert('one', at)
    expect((await library.get('briefs', 'one')).body).toBe('Old.')
    expect(await bodiesOf(library, 'one')).toEqual(['New.', 'Old.'])
    await library.close()
    const again = await desk(library.folder)
    expect((await again.library.get('briefs', 'one')).body).toBe('Old.')
    await again.library.close()
  })

  test('are kept once more after a clock was set back, and none takes the place of another', async () => {
    const { library, write, pass } = await desk()
    await library.add('briefs', aBrief('one', { body: 'Noon.' }))
    pass(120)
    await write('Later.')
    pass(-300)
    await write('Before.')
    expect((await library.get('briefs', 'one')).body).toBe('Before.')
    expect(await bodiesOf(library, 'one')).toEqual(['Later.', 'Noon.'])
    await library.close()
  })

  test('that are damaged are told of, and the others stay', async () => {
    const { library, write, pass } = await desk()
    await library.add('briefs', aBrief('one', { body: 'Old.' }))
    pass(5)
    await write('New.')
    const folder = join(library.folder, 'history', 'one')
    const [name = ''] = readdirSync(folder)
    expect(JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()).body).toBe('Old.')
    writeFileSync(join(folder, name), 'no gzip')
    const [at = ''] = await library.versions('one')
    await expect(library.version('one', at)).rejects.toThrow(/no version of "one" .*that can be read/)
    await library.close()
  })
})

describe('the trash', () => {
  test('gives back what was deleted, with its versions, also after a restart', async () => {
    let { library, write, pass } = await desk()
    await library.add('briefs', aBrief('one', { body: 'Old.' }))
    pass(5)
    await write('New.')
    await library.remove('one')
    await library.close()
    library = (await desk(library.folder)).library
    expect(library.list('briefs')).toEqual([])
    expect(await library.trashed()).toMatchObject([
      { collection: 'briefs', record: { id: 'one' }, deletedAt: '2025-05-03T10:05:00.000Z' },
    ])
    await library.restore('one')
    expect((await library.get('briefs', 'one')).body).toBe('New.')
    expect(await bodiesOf(library, 'one')).toEqual(['Old.'])
    expect(await library.trashed()).toEqual([])
    await expect(library.restore('one')).rejects.toThrow(/nothing called "one" in the trash/)
    await library.close()
  })

  test('is emptied by hand, and no id in it is ever used again', async () => {
    let { library } = await desk()
    const id = await library.newId('A brief')
    await library.add('briefs', aBrief(id))
    await library.remove(id)
    expect(await library.emptyTrash()).toBe(1)
    expect(await library.trashed()).toEqual([])
    await library.close()
    library = (await desk(library.folder)).library
    expect(await library.newId('A brief')).toBe('a-brief-2')
    await library.close()
  })

  test('when emptied lets go of the original files that nothing refers to, and of no others', async () => {
    const { library, now } = await desk()
    const [kept, gone, young] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]
    for (const sha256 of [kept, gone, young]) {
      await library.attach(sha256, new TextEncoder().encode(sha256))
      // Long before the time of the test, but for one that may belong to a source that is just being added.
      const time = sha256 === young ? now() : new Date(now().getTime() - 2 * 60 * minute)
      utimesSync(join(library.folder, 'attachments', sha256), time, time)
    }
    await library.add('sources', aSource('kept', kept))
    await library.add('sources', aSource('gone', gone))
    await library.remove('gone')
    await library.emptyTrash()
    expect(readdirSync(join(library.folder, 'attachments')).sort()).toEqual([kept, young])
    await library.close()
  })

  test('when emptied keeps every original file while a source is set aside that may refer to it', async () => {
    const { library } = await desk()
    await library.attach('a'.repeat(64), new Uint8Array([1]))
    mkdirSync(join(library.folder, 'set-aside', 'sources'), { recursive: true })
    writeFileSync(join(library.folder, 'set-aside', 'sources', 'lost.json'), '{')
    await library.emptyTrash()
    expect(readdirSync(join(library.folder, 'attachments'))).toHaveLength(1)
    await library.close()
  })

  test('when emptied leaves what it could not show, and keeps original files of a source it does not know', async () => {
    const { library, now } = await desk()
    const sha256 = 'd'.repeat(64)
    await library.attach(sha256, new Uint8Array([1]))
    const old = new Date(now().getTime() - 2 * 60 * minute)
    utimesSync(join(library.folder, 'attachments', sha256), old, old)
    writeFileSync(join(library.folder, 'sources', 'synced.json'), JSON.stringify(aSource('synced', sha256)))
    mkdirSync(join(library.folder, 'trash', 'briefs'), { recursive: true })
    const newer = join(library.folder, 'trash', 'briefs', 'newer.2025-05-03T10-00-00.000Z.json')
    writeFileSync(newer, JSON.stringify({ ...aBrief('newer'), schema: 99 }))
    expect(await library.emptyTrash()).toBe(0)
    expect(existsSync(newer)).toBe(true)
    expect(readdirSync(join(library.folder, 'attachments'))).toEqual([sha256])
    await library.close()
  })

  test('never gives a new record the versions of one whose file is gone', async () => {
    let { library, write, pass } = await desk()
    await library.add('briefs', aBrief('one', { body: 'Old.' }))
    pass(5)
    await write('New.')
    await library.close()
    for (const name of readdirSync(join(library.folder, 'briefs')))
      rmSync(join(library.folder, 'briefs', name))
    library = (await desk(library.folder)).library
    expect(await library.newId('one')).toBe('one-2')
    await library.close()
  })

  test('never puts a record in the place of one that is there', async () => {
    const { library } = await desk()
    await library.add('briefs', aBrief('one', { body: 'Deleted.' }))
    await library.remove('one')
    writeFileSync(join(library.folder, 'briefs', 'one.json'), JSON.stringify(aBrief('one')))
    await expect(library.restore('one')).rejects.toMatchObject({ code: 'EEXIST' })
    expect(await library.trashed()).toHaveLength(1)
    await library.close()
  })
})

describe('a damaged record', () => {
  test('is replaced by the file that its last save replaced', async () => {
    const { library, write } = await desk()
    await library.add('briefs', aBrief('one', { body: 'First.' }))
    await write('Second.')
    await library.close()
    const file = join(library.folder, 'briefs', 'one.json')
    writeFileSync(file, readFileSync(file).subarray(0, 80))
    const again = (await desk(library.folder)).library
    expect((await again.get('briefs', 'one')).body).toBe('First.')
    expect(again.describe().setAside).toMatchObject([
      { file, keptAs: expect.stringContaining('set-aside'), replacedBy: '2025-05-03T10:00:00.000Z' },
    ])
    await again.close()
    expect(JSON.parse(readFileSync(file, 'utf8')).body).toBe('First.')
  })

  test('is replaced by its newest good version where that file is damaged too', async () => {
    const { library, write, pass } = await desk()
    await library.add('briefs', aBrief('one', { body: 'First.' }))
    pass(5)
    await write('Second.')
    await library.close()
    for (const name of ['one.json', 'one.json.prev']) writeFileSync(join(library.folder, 'briefs', name), '{')
    const again = (await desk(library.folder)).library
    expect((await again.get('briefs', 'one')).body).toBe('First.')
    await again.close()
  })

  test('is not replaced by another record’s file, and stays set aside alone', async () => {
    const { library } = await desk()
    await library.add('briefs', aBrief('one'))
    await library.add('briefs', aBrief('two'))
    await library.close()
    const path = (name: string) => join(library.folder, 'briefs', name)
    copyFileSync(path('two.json'), path('one.json.prev'))
    writeFileSync(path('one.json'), '{')
    const again = (await desk(library.folder)).library
    expect(again.list('briefs').map(brief => brief.id)).toEqual(['two'])
    expect(again.describe().setAside).toMatchObject([{ replacedBy: null }])
    expect(existsSync(path('one.json'))).toBe(false)
    await again.close()
  })

  test('that was deleted is not brought back from what is left of it', async () => {
    const { library, write } = await desk()
    await library.add('briefs', aBrief('one'))
    await write('More.')
    await library.remove('one')
    expect(readdirSync(join(library.folder, 'briefs'))).toEqual([])
    await library.close()
    rmSync(join(library.folder, 'trash'), { recursive: true })
    const again = (await desk(library.folder)).library
    expect(again.list('briefs')).toEqual([])
    await again.close()
  })
})

function aSource(id: string, sha256: string): Source {
  const { createdAt, updatedAt } = aBrief(id)
  return {
    schema: 5,
    id,
    createdAt,
    updatedAt,
    tags: [],
    title: id,
    publisher: null,
    authors: [],
    url: null,
    publishedOn: null,
    capturedAt: createdAt,
    kind: 'text',
    ...unsetSource,
    language: null,
    text: 'Words.',
    sha256,
    attachment: { sha256, name: `${id}.txt`, bytes: 64 },
  }
}
