// What another program, the comparison at the start and a save do at the same moment.
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { systemDisk } from '../../../main/library/durable-file.ts'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { changeSince } from '../../../main/requests/change-since.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { waitFor } from '../../patient.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'

let minutes = 0
const now = () => new Date(Date.parse(testTime) + ++minutes * 60_000)
const open = (folder: string, disk = systemDisk) => openLibrary({ folder, access: 'write', now, disk })
const fileOf = (folder: string, id: string) => join(folder, 'briefs', `${id}.json`)
const storedIn = (folder: string, id: string): Brief => JSON.parse(readFileSync(fileOf(folder, id), 'utf8'))
const others = (folder: string, id: string, fields: Partial<Brief>) =>
  writeFileSync(fileOf(folder, id), JSON.stringify({ ...storedIn(folder, id), ...fields }))

async function twoBriefs(): Promise<string> {
  const folder = temporaryFolder()
  const library = await open(folder)
  for (const id of ['one', 'two']) await library.add('briefs', aBrief(id, { body: 'First.\n\nSecond.' }))
  await library.close()
  return folder
}

const bodiesOf = async (library: Library, id: string) => {
  const versions = await library.versions(id)
  return Promise.all(versions.map(async at => ((await library.version(id, at)).record as Brief).body))
}

async function changedAll(library: Library, body: string) {
  const changes = ['one', 'two'].map(async id => {
    const after = { ...(await library.get('briefs', id)), body, updatedAt: now().toISOString() }
    return { collection: 'briefs' as const, id, after }
  })
  return Promise.all(changes)
}

describe('a save of several records', () => {
  test('that another program got between is made of what it wrote', async () => {
    const folder = await twoBriefs()
    let isBetween = false
    // The intent is written after the comparison and before the records.
    const disk = {
      ...systemDisk,
      link: async (from: string, to: string) => {
        await systemDisk.link(from, to)
        if (!to.includes('intents') || isBetween) return
        isBetween = true
        others(folder, 'one', { title: 'Theirs' })
      },
    }
    const library = await open(folder, disk)
    await library.saveAll(await changedAll(library, 'Ours.'))
    expect(isBetween).toBe(true)
    for (const id of ['one', 'two']) expect(storedIn(folder, id).body).toBe('Ours.')
    expect(storedIn(folder, 'one').title).toBe('Theirs')
    expect(await library.get('briefs', 'one')).toMatchObject({ title: 'Theirs', body: 'Ours.' })
    await library.close()
  })

  test('is refused, and nothing of it stays, where that never ends', async () => {
    const folder = await twoBriefs()
    let count = 0
    const disk = {
      ...systemDisk,
      link: async (from: string, to: string) => {
        await systemDisk.link(from, to)
        if (to.includes('intents')) others(folder, 'one', { title: `Theirs ${++count}` })
      },
    }
    const library = await open(folder, disk)
    await expect(library.saveAll(await changedAll(library, 'Ours.'))).rejects.toThrow(/Nothing was saved/)
    expect(storedIn(folder, 'two').body).toBe('First.\n\nSecond.')
    await library.close()
    const again = await open(folder)
    expect(again.describe().setAside).toEqual([])
    expect((await again.get('briefs', 'two')).body).toBe('First.\n\nSecond.')
    await again.close()
  })

  test('writes over a damaged file that it has kept aside', async () => {
    const folder = await twoBriefs()
    const library = await open(folder)
    const changes = await changedAll(library, 'Ours.')
    writeFileSync(fileOf(folder, 'one'), '{"torn')
    await library.saveAll(changes)
    expect(storedIn(folder, 'one').body).toBe('Ours.')
    const aside = join(folder, 'set-aside/briefs')
    expect(readFileSync(join(aside, readdirSync(aside)[0] ?? ''), 'utf8')).toBe('{"torn')
    await library.close()
  })

  test('tells where both changed the same words', async () => {
    const folder = await twoBriefs()
    const library = await open(folder)
    const changes = await changedAll(library, 'Ours.\n\nSecond.')
    const told: unknown[] = []
    const stop = library.watch(({ record }, isConflict) => told.push([record.id, isConflict]))
    others(folder, 'one', { body: 'Theirs.\n\nSecond.' })
    await library.saveAll(changes)
    expect(told).toContainEqual(['one', true])
    expect(await bodiesOf(library, 'one')).toContain('Theirs.\n\nSecond.')
    stop()
    await library.close()
  })
})

describe('the comparison of the index with the files', () => {
  test('never puts an older state in the place of one that was saved meanwhile', async () => {
    const folder = await twoBriefs()
    const first = await open(folder)
    await first.update('briefs', 'one', brief => ({
      ...brief,
      body: 'Older.',
      updatedAt: now().toISOString(),
    }))
    await first.close()
    const library = await openLibrary({ folder, access: 'write', now, check: { after: 0 } })
    await library.get('briefs', 'one')
    writeFileSync(fileOf(folder, 'one'), '{"torn')
    await library.update('briefs', 'one', brief => ({
      ...brief,
      body: 'Saved.',
      updatedAt: now().toISOString(),
    }))
    await library.checked
    expect(storedIn(folder, 'one').body).toBe('Saved.')
    expect((await library.get('briefs', 'one')).body).toBe('Saved.')
    await library.close()
    const again = await open(folder)
    expect((await again.get('briefs', 'one')).body).toBe('Saved.')
    await again.close()
  })

  test('makes an index anew whose file cannot be read', async () => {
    const folder = await twoBriefs()
    const path = join(folder, 'index/records.sqlite')
    const size = statSync(path).size
    writeFileSync(path, Buffer.concat([readFileSync(path).subarray(0, 4096), Buffer.alloc(size - 4096, 7)]))
    const library = await open(folder)
    expect(library.list('briefs')).toHaveLength(2)
    await library.close()
    writeFileSync(path, Buffer.concat([readFileSync(path).subarray(0, 4096), Buffer.alloc(size - 4096, 7)]))
    const later = await openLibrary({ folder, access: 'write', now, check: { after: 0 } })
    expect(await later.checked).toBe(true)
    expect(later.list('briefs')).toHaveLength(2)
    await later.close()
  })
})

describe('files that come and go while the library is open', () => {
  test('a new one is told of and listed', async () => {
    const folder = await twoBriefs()
    const library = await open(folder)
    const told: string[] = []
    const stop = library.watch(({ record }) => told.push(record.id))
    writeFileSync(fileOf(folder, 'three'), JSON.stringify({ ...storedIn(folder, 'one'), id: 'three' }))
    await waitFor(() => expect(told).toEqual(['three']))
    expect(library.list('briefs').map(({ id }) => id)).toContain('three')
    stop()
    await library.close()
  })

  test('one that was deleted is told of, and one that is in use comes back with its next save', async () => {
    const folder = await twoBriefs()
    const library = await open(folder)
    await library.get('briefs', 'two')
    const gone = vi.fn()
    const stop = library.watch(() => undefined, gone)
    rmSync(fileOf(folder, 'one'))
    rmSync(fileOf(folder, 'two'))
    await waitFor(() => expect(gone).toHaveBeenCalledOnce())
    expect(library.list('briefs').map(({ id }) => id)).toEqual(['two'])
    await library.update('briefs', 'two', brief => ({ ...brief, body: 'Ours.' }))
    expect(existsSync(fileOf(folder, 'two'))).toBe(true)
    stop()
    await library.close()
  })

  test('one that is replaced by way of its absence is not taken for deleted', async () => {
    const folder = await twoBriefs()
    const library = await open(folder)
    const text = readFileSync(fileOf(folder, 'one'))
    rmSync(fileOf(folder, 'one'))
    const asked = library.get('briefs', 'one')
    setTimeout(() => writeFileSync(fileOf(folder, 'one'), text), 50)
    expect((await asked).body).toBe('First.\n\nSecond.')
    await library.close()
  })
})

test('a change of a state that nobody knows any more is a conflict, and both states are there', async () => {
  const folder = await twoBriefs()
  const library = await open(folder)
  const since = library.list('briefs').find(({ id }) => id === 'one')?.updatedAt
  // Not held here: only the window knows what it was.
  others(folder, 'one', { body: 'Theirs.', updatedAt: now().toISOString() })
  const told: boolean[] = []
  const notify = ((_name: string, payload: { isConflict: boolean }) => told.push(payload.isConflict)) as never
  const saved = await changeSince(library, notify, { collection: 'briefs', id: 'one', since }, brief => ({
    ...brief,
    body: 'Ours.',
    updatedAt: now().toISOString(),
  }))
  expect(saved.body).toBe('Ours.')
  expect(told).toEqual([true])
  expect(await bodiesOf(library, 'one')).toContain('Theirs.')
  await library.close()
})

test('going back to a version works where the file was damaged meanwhile', async () => {
  const folder = await twoBriefs()
  const library = await open(folder)
  await library.keepVersion('one')
  await library.update('briefs', 'one', brief => ({
    ...brief,
    body: 'More.',
    updatedAt: now().toISOString(),
  }))
  const [oldest = ''] = (await library.versions('one')).slice(-1)
  writeFileSync(fileOf(folder, 'one'), '{"torn')
  await library.revert('one', oldest)
  expect(storedIn(folder, 'one').body).toBe('First.\n\nSecond.')
  await library.close()
})
