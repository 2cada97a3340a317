// Every save, of one record or of several, with the disk failing at each of its calls, once or for good.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { systemDisk } from '../../../main/library/durable-file.ts'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { wholeBriefs } from '../../whole-briefs.ts'
import { aBrief, testTime } from './a-brief.ts'
import { failingDisk } from './failing-disk.ts'

const now = () => new Date(testTime)
const open = (folder: string, disk = systemDisk, access: 'write' | 'read' = 'write') =>
  openLibrary({ folder, access, now, disk })

/** What a library holds: the body of each brief by its id, and the ids in the trash. */
async function stateOf(library: Library) {
  const bodies = Object.fromEntries((await wholeBriefs(library)).map(({ id, body }) => [id, body]))
  const trash = (await library.trashed()).map(({ record }) => record.id).sort()
  return { bodies, trash }
}

const before = { bodies: { one: 'Old.', two: 'Old.' }, trash: ['gone'] }

async function begun(): Promise<string> {
  const library = await open(temporaryFolder())
  for (const id of ['one', 'two', 'gone']) await library.add('briefs', aBrief(id, { body: 'Old.' }))
  await library.remove('gone')
  await library.close()
  return library.folder
}

type Save = {
  name: string
  save: (library: Library) => Promise<unknown>
  after: { bodies: Record<string, string>; trash: string[] }
}

const newBody = { body: 'New.' }
const saves: Save[] = [
  {
    name: 'adding a record',
    save: library => library.add('briefs', aBrief('three', newBody)),
    after: { bodies: { one: 'Old.', two: 'Old.', three: 'New.' }, trash: ['gone'] },
  },
  {
    name: 'changing a record',
    save: library => library.update('briefs', 'one', brief => ({ ...brief, ...newBody })),
    after: { bodies: { one: 'New.', two: 'Old.' }, trash: ['gone'] },
  },
  {
    name: 'deleting a record',
    save: library => library.remove('one'),
    after: { bodies: { two: 'Old.' }, trash: ['gone', 'one'] },
  },
  {
    name: 'taking a record back',
    save: library => library.restore('gone'),
    after: { bodies: { one: 'Old.', two: 'Old.', gone: 'Old.' }, trash: [] },
  },
  {
    name: 'saving four records as one',
    save: library =>
      library.saveAll([
        { collection: 'briefs', id: 'one', after: aBrief('one', newBody) },
        { collection: 'briefs', id: 'two', after: null },
        { collection: 'briefs', id: 'three', after: aBrief('three', newBody) },
        { collection: 'briefs', id: 'four', after: aBrief('four', newBody) },
      ]),
    after: { bodies: { one: 'New.', three: 'New.', four: 'New.' }, trash: ['gone', 'two'] },
  },
]

/** How many calls of the disk a save makes where none fails. */
async function callsOf({ save, after }: Save): Promise<{ first: number; end: number }> {
  const { disk, calls } = failingDisk({ at: -1, code: '', forGood: false })
  const library = await open(await begun(), disk)
  const first = calls()
  await save(library)
  expect(await stateOf(library)).toEqual(after)
  await library.close()
  return { first, end: calls() }
}

describe.each(saves)('$name', save => {
  test.each(['EIO', 'ENOSPC'])('with one %s at any call is done, or told of and not done', async code => {
    const { first, end } = await callsOf(save)
    expect(end).toBeGreaterThan(first)
    for (let at = first; at < end; at++) {
      const folder = await begun()
      const library = await open(folder, failingDisk({ at, code, forGood: false }).disk)
      const told = await save.save(library).then(
        () => null,
        error => error,
      )
      const expected = told ? before : save.after
      if (told) expect(String(told), `call ${at}`).toContain(code)
      const inMemory = await stateOf(library)
      expect(inMemory.bodies, `in memory, call ${at}: ${told}`).toEqual(expected.bodies)
      // A second try must find a library that works.
      if (told) await save.save(library)
      expect(await stateOf(library), `after the second try, call ${at}`).toEqual(save.after)
      await library.close()
      const again = await open(folder)
      expect(await stateOf(again), `after a restart, call ${at}`).toEqual(save.after)
      expect(again.describe().setAside).toEqual([])
      expect(readdirSync(join(folder, 'intents'))).toEqual([])
      await again.close()
    }
  })

  test('cut off at any call is done or not done after a restart, and done where it was reported', async () => {
    const { first, end } = await callsOf(save)
    for (let at = first; at < end; at++) {
      const folder = await begun()
      const library = await open(folder, failingDisk({ at, code: 'KILLED', forGood: true }).disk)
      const isReported = await save.save(library).then(
        () => true,
        () => false,
      )
      await library.close()
      const reader = await open(folder, systemDisk, 'read')
      const seen = await stateOf(reader)
      const again = await open(folder)
      const state = await stateOf(again)
      expect([before, save.after], `call ${at}`).toContainEqual(state)
      if (isReported) expect(state, `call ${at}`).toEqual(save.after)
      // Who may only read sees the same.
      expect(seen.bodies, `read only, call ${at}`).toEqual(state.bodies)
      expect(again.describe().setAside, `call ${at}`).toEqual([])
      const left = readdirSync(join(folder, 'briefs')).filter(name => name.endsWith('.tmp'))
      expect(left, `call ${at}`).toEqual([])
      await again.close()
      const third = await open(folder)
      expect(await stateOf(third), `call ${at}`).toEqual(state)
      await third.close()
    }
  })
})

test('a new record of several is never put in the place of a file that is there', async () => {
  const folder = await begun()
  const library = await open(folder)
  writeFileSync(join(folder, 'briefs', 'three.json'), 'from elsewhere')
  await expect(
    library.saveAll([
      { collection: 'briefs', id: 'one', after: aBrief('one', newBody) },
      { collection: 'briefs', id: 'three', after: aBrief('three', newBody) },
    ]),
  ).rejects.toMatchObject({ code: 'unwritable' })
  expect(await stateOf(library)).toEqual(before)
  expect(readFileSync(join(folder, 'briefs', 'three.json'), 'utf8')).toBe('from elsewhere')
  await library.close()
})

describe('a save that was cut off', () => {
  /** A library whose last save of two records got as far as its first one. */
  async function cutOff(): Promise<string> {
    const folder = await begun()
    const save = (library: Library) =>
      library.saveAll([
        { collection: 'briefs', id: 'one', after: aBrief('one', newBody) },
        { collection: 'briefs', id: 'two', after: aBrief('two', newBody) },
      ])
    for (let at = 0; ; at++) {
      const library = await open(folder, failingDisk({ at, code: 'KILLED', forGood: true }).disk)
      await save(library).catch(() => undefined)
      await library.close()
      const bodies = ['one', 'two'].map(
        id => JSON.parse(readFileSync(join(folder, `briefs/${id}.json`), 'utf8')).body,
      )
      if (bodies.join() === 'New.,Old.') return folder
    }
  }

  test('leaves a library that can be read where the disk has no room to end it', async () => {
    const folder = await cutOff()
    const full = failingDisk({ at: 0, code: 'ENOSPC', forGood: true }).disk
    const library = await open(folder, full)
    expect(await stateOf(library)).toEqual({ bodies: { one: 'New.', two: 'New.' }, trash: ['gone'] })
    await expect(library.remove('one')).rejects.toThrow(/cut off and cannot be brought to its end now/)
    await library.close()
    const again = await open(folder)
    expect(again.describe().whyReadOnly).toBeNull()
    expect((await stateOf(again)).bodies).toEqual({ one: 'New.', two: 'New.' })
    await again.close()
  })

  test('does not stop at a record that is damaged, which is mended from what it was', async () => {
    const folder = await cutOff()
    writeFileSync(join(folder, 'briefs', 'one.json'), '{')
    const library = await open(folder)
    expect((await stateOf(library)).bodies).toEqual({ one: 'Old.', two: 'New.' })
    expect(library.describe().setAside).toMatchObject([{ replacedBy: testTime }])
    await library.close()
  })

  test('does not undo what was saved after it', async () => {
    const folder = await cutOff()
    const intents = readdirSync(join(folder, 'intents')).map(name => join(folder, 'intents', name))
    const kept = intents.map(path => [path, readFileSync(path)] as const)
    let library = await open(folder)
    await library.update('briefs', 'one', brief => ({ ...brief, body: 'Newest.' }))
    await library.remove('two')
    await library.close()
    for (const [path, bytes] of kept) writeFileSync(path, bytes)
    library = await open(folder)
    expect(await stateOf(library)).toEqual({ bodies: { one: 'Newest.' }, trash: ['gone', 'two'] })
    await library.close()
  })

  test('whose line is damaged is set aside and told of', async () => {
    const folder = await begun()
    const file = join(folder, 'intents', 'x.do.json')
    writeFileSync(file, '{')
    const library = await open(folder)
    expect(library.describe().setAside).toMatchObject([
      { file, keptAs: expect.stringContaining('set-aside') },
    ])
    await library.close()
  })
})
