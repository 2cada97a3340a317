// Other programs at the files of an open library: a sync folder, a text editor, git.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { systemDisk } from '../../../main/library/durable-file.ts'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { waitFor } from '../../patient.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'

const text = 'One.\n\nTwo.\n\nThree.'

async function desk() {
  let minutes = 0
  const now = () => new Date(Date.parse(testTime) + ++minutes)
  const library = await openLibrary({ folder: temporaryFolder(), access: 'write', now })
  await library.add('briefs', aBrief('one', { body: text }))
  const file = join(library.folder, 'briefs/one.json')
  const stored = (): Brief => JSON.parse(readFileSync(file, 'utf8'))
  /** Another program writes the record, with some fields changed. */
  const others = (fields: Partial<Brief>) => writeFileSync(file, JSON.stringify({ ...stored(), ...fields }))
  const write = (fields: Partial<Brief>) =>
    library.update('briefs', 'one', brief => ({ ...brief, ...fields, updatedAt: now().toISOString() }))
  return { library, file, stored, others, write }
}

const bodiesOf = async (library: Library) => {
  const versions = await library.versions('one')
  return Promise.all(versions.map(async at => ((await library.version('one', at)).record as Brief).body))
}

describe('a record that another program changed', () => {
  test('keeps both changes where they are in different fields or lines', async () => {
    const { library, stored, others, write } = await desk()
    others({ title: 'Theirs', body: 'One.\n\nTwo.\n\nThree, theirs.' })
    const saved = await write({ marking: 'OURS', body: 'One, ours.\n\nTwo.\n\nThree.' })
    const merged = { title: 'Theirs', marking: 'OURS', body: 'One, ours.\n\nTwo.\n\nThree, theirs.' }
    expect(saved).toMatchObject(merged)
    expect(stored()).toMatchObject(merged)
    expect(await library.get('briefs', 'one')).toMatchObject(merged)
    await library.close()
  })

  test('keeps ours, and theirs as a version, where both changed the same words', async () => {
    const { library, stored, others, write } = await desk()
    const heard: boolean[] = []
    const stop = library.watch((_found, isConflict) => heard.push(isConflict))
    others({ body: 'One.\n\nTheirs.\n\nThree.', updatedAt: '2025-05-03T10:00:00.500Z' })
    await write({ body: 'One.\n\nOurs.\n\nThree.' })
    stop()
    expect(stored().body).toBe('One.\n\nOurs.\n\nThree.')
    expect(await bodiesOf(library)).toContain('One.\n\nTheirs.\n\nThree.')
    expect(heard).toContain(true)
    await library.close()
  })

  test('that was only written in another form is no change', async () => {
    const { library, file, stored, write } = await desk()
    writeFileSync(file, JSON.stringify(stored(), null, 8))
    await write({ body: 'New.' })
    expect(stored().body).toBe('New.')
    expect(await bodiesOf(library)).toEqual([])
    await library.close()
  })

  test('and damaged is kept aside before it is written over', async () => {
    const { library, file, stored, write } = await desk()
    writeFileSync(file, '{"half":')
    await write({ body: 'New.' })
    expect(stored().body).toBe('New.')
    const aside = join(library.folder, 'set-aside/briefs')
    expect(readFileSync(join(aside, readdirSync(aside)[0] ?? ''), 'utf8')).toBe('{"half":')
    await library.close()
  })

  test('and can neither be read nor kept is never written over', async () => {
    const { library, file, write } = await desk()
    rmSync(file)
    mkdirSync(file)
    await expect(write({ body: 'New.' })).rejects.toThrow(/changed by another program.*nothing was saved/)
    expect((await library.get('briefs', 'one')).body).toBe(text)
    await library.close()
  })

  test('and removed is written again by the next save', async () => {
    const { library, file, stored, write } = await desk()
    rmSync(file)
    await write({ body: 'New.' })
    expect(stored().body).toBe('New.')
    await library.close()
  })

  test('is brought together in a save of several records too', async () => {
    const { library, stored, others } = await desk()
    await library.add('briefs', aBrief('two'))
    others({ title: 'Theirs' })
    await library.saveAll([
      {
        collection: 'briefs',
        id: 'one',
        after: { ...(await library.get('briefs', 'one')), marking: 'OURS' },
      },
      {
        collection: 'briefs',
        id: 'two',
        after: { ...(await library.get('briefs', 'two')), marking: 'OURS' },
      },
    ])
    expect(stored()).toMatchObject({ title: 'Theirs', marking: 'OURS' })
    expect(await library.get('briefs', 'one')).toMatchObject({ title: 'Theirs', marking: 'OURS' })
    await library.close()
  })

  test('is noticed while nobody writes, and what it was stays as a version', async () => {
    const { library, others } = await desk()
    const heard: unknown[] = []
    const stop = library.watch(({ record }, isConflict) => heard.push([record.id, isConflict]))
    others({ body: 'Theirs.', updatedAt: '2025-05-03T11:00:00.000Z' })
    await waitFor(() => expect(heard).toEqual([['one', false]]))
    stop()
    expect((await library.get('briefs', 'one')).body).toBe('Theirs.')
    expect(await bodiesOf(library)).toEqual(['Theirs.', text])
    await library.close()
  })

  test('twice without a new time keeps both of its states', async () => {
    const { library, others } = await desk()
    const heard: string[] = []
    const stop = library.watch(({ record }) => heard.push((record as Brief).body))
    for (const body of ['First theirs.', 'Second theirs.']) {
      others({ body })
      await waitFor(() => expect(heard.at(-1)).toBe(body))
    }
    stop()
    expect((await library.get('briefs', 'one')).body).toBe('Second theirs.')
    expect(await bodiesOf(library)).toEqual(expect.arrayContaining([text, 'First theirs.', 'Second theirs.']))
    await library.close()
  })

  test('and a newer Dispatch Box has written is not written over', async () => {
    const { library, file, stored, write } = await desk()
    const newer = JSON.stringify({ ...stored(), schema: 99, more: 'theirs' })
    writeFileSync(file, newer)
    await expect(write({ body: 'New.' })).rejects.toThrow(/changed by another program/)
    expect(readFileSync(file, 'utf8')).toBe(newer)
    await library.close()
  })

  test('by our own saves is nothing to be told of', async () => {
    const { library, write } = await desk()
    const heard: unknown[] = []
    const stop = library.watch(() => heard.push('something'))
    for (const body of ['a', 'b', 'c']) await write({ body })
    await new Promise(done => setTimeout(done, 500))
    stop()
    expect(heard).toEqual([])
    await library.close()
  })

  test('by a slow save of ours that makes new ones is nothing to be told of either', async () => {
    const unlink = async (path: string) => {
      // The files have their names, and nobody knows them yet.
      if (path.includes('intents')) await new Promise(done => setTimeout(done, 700))
      await systemDisk.unlink(path)
    }
    const disk = { ...systemDisk, unlink }
    const now = () => new Date(testTime)
    const library = await openLibrary({ folder: temporaryFolder(), access: 'write', disk, now })
    const heard: string[] = []
    const stop = library.watch(({ record }) => heard.push(record.id))
    const after = aBrief('two')
    await library.saveTogether(['one'], async () => [{ collection: 'briefs', id: after.id, after }])
    await new Promise(done => setTimeout(done, 500))
    stop()
    expect(heard).toEqual([])
    expect(await library.get('briefs', 'two')).toEqual(after)
    await library.close()
  })
})
