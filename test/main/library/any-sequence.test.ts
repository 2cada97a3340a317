// Any sequence of what people, crashes and other programs do, against a simple model of what the library promises.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { systemDisk } from '../../../main/library/durable-file.ts'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { coverOf, plainSeal, type Seal, sealContext } from '../../../main/library/seal.ts'
import { sealWith } from '../../../main/library/sealed.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'
import { sealFolder } from './a-sealed-library.ts'
import { failingDisk } from './failing-disk.ts'

const ids = ['one', 'two', 'three'] as const
type Id = (typeof ids)[number]
/** What a brief may be: its text, or null in the trash. */
type State = { body: string | null }

/** The library as it must be. Where a save was cut off, what it was about may be in the old state or in the new one. */
class World {
  time = Date.parse(testTime)
  library!: Library
  readonly folder = temporaryFolder()
  readonly known = new Map<Id, State>()
  /** Every text that was ever reported as saved: each must be somewhere. */
  readonly saved = new Set<string>()
  isDying = false
  seal: Seal = plainSeal
  key: Uint8Array | null = null
  compared: 'first' | { after: number } = 'first'

  /** Makes it a sealed library, before it is opened. */
  async giveKey(): Promise<void> {
    this.key = (await sealFolder(this.folder)).key
    this.seal = sealWith(this.key)
  }

  /** What stands in a brief's file, or in the one that its last save replaced. */
  stored(id: Id, ending = ''): Brief | null {
    try {
      return JSON.parse(Buffer.from(this.coverOf(id).open(readFileSync(this.fileOf(id, ending)))).toString())
    } catch {
      return null
    }
  }

  fileOf(id: Id, ending = ''): string {
    return join(this.folder, 'briefs', `${this.seal.nameOf(id)}.json${ending}`)
  }

  coverOf(id: Id) {
    return coverOf(this.seal, sealContext.record('briefs', id))
  }

  now = () => new Date(this.time++)

  async open(dyingAt: number | null): Promise<void> {
    this.isDying = dyingAt !== null
    const disk =
      dyingAt === null ? systemDisk : failingDisk({ at: dyingAt, code: 'KILLED', forGood: true }).disk
    this.library = await openLibrary({
      folder: this.folder,
      access: 'write',
      now: this.now,
      disk,
      key: this.key,
      check: this.compared,
    })
  }

  /** Does something that leads the briefs named to new states, all of them or none. */
  async save(next: Map<Id, State>, work: () => Promise<unknown>): Promise<void> {
    const before = new Map([...next.keys()].map(id => [id, this.known.get(id)]))
    const isDone = await work().then(
      () => true,
      () => false,
    )
    if (isDone) {
      for (const [id, state] of next) {
        this.known.set(id, state)
        if (state.body !== null) this.saved.add(state.body)
      }
      return
    }
    // It was not reported: after a restart either all of it is there or nothing.
    expect(this.isDying).toBe(true)
    await this.restart()
    const now = new Map<Id, string | null>()
    for (const id of next.keys()) now.set(id, await this.bodyOf(id))
    const isNew = [...next].every(([id, { body }]) => now.get(id) === body)
    const isOld = [...before].every(([id, state]) => now.get(id) === (state?.body ?? null))
    expect(isNew || isOld, `neither the old state nor the new one of ${[...next.keys()]}`).toBe(true)
    if (isNew) for (const [id, state] of next) this.known.set(id, state)
  }

  async bodyOf(id: Id): Promise<string | null> {
    await this.library.checked
    return this.library.has(id) ? (await this.library.get('briefs', id)).body : null
  }

  async restart(dyingAt: number | null = null): Promise<void> {
    await this.library.close()
    await this.open(dyingAt)
  }

  /** Another program changes another field than we do, so that both sides are to be found afterwards. */
  othersWrite(id: Id, number: number): void {
    const theirs = Buffer.from(JSON.stringify({ ...this.stored(id), tags: [`theirs ${number}`] }))
    writeFileSync(this.fileOf(id), this.coverOf(id).seal(theirs))
  }

  async expectTheirs(id: Id, number: number): Promise<void> {
    expect((await this.library.get('briefs', id)).tags).toEqual([`theirs ${number}`])
  }

  /** The states that the library must be in, in memory and after a restart; and no text that was saved is gone. */
  async check(): Promise<void> {
    await this.restart()
    await this.library.checked
    expect(this.library.describe().setAside).toEqual([])
    for (const [id, { body }] of this.known) expect(await this.bodyOf(id), id).toBe(body)
    const there = new Set<string>()
    for (const { record } of await this.library.trashed()) there.add((record as Brief).body)
    for (const id of ids) {
      const body = await this.bodyOf(id)
      if (body === null) continue
      there.add(body)
      for (const at of await this.library.versions(id)) {
        there.add(((await this.library.version(id, at)).record as Brief).body)
      }
      there.add(this.stored(id, '.prev')?.body ?? '')
    }
    // The clock goes on by minutes, which ends a thought with each save: so each text is a version or stands there.
    const inTrash = new Set([...this.known].filter(([, { body }]) => body === null).map(([id]) => id))
    for (const text of this.saved) {
      if (!inTrash.has(text.split(' ')[0] as Id)) expect(there, text).toContain(text)
    }
  }
}

type Step = { name: string; id: Id; at: number | null }
let texts = 0

async function take(world: World, { name, id, at }: Step): Promise<void> {
  world.time += 5 * 60_000
  const state = world.known.get(id)
  const isThere = state !== undefined && state.body !== null
  const body = `${id} ${++texts}`
  if (name === 'restart') return world.restart(at)
  if (name === 'write' && state === undefined) {
    return world.save(new Map([[id, { body }]]), () => world.library.add('briefs', aBrief(id, { body })))
  }
  if (name === 'write' && isThere) {
    return world.save(new Map([[id, { body }]]), () =>
      world.library.update('briefs', id, brief => ({ ...brief, body, updatedAt: world.now().toISOString() })),
    )
  }
  if (name === 'delete' && isThere)
    return world.save(new Map([[id, { body: null }]]), () => world.library.remove(id))
  if (name === 'put back' && state?.body === null) {
    const found = (await world.library.trashed()).find(({ record }) => record.id === id)
    if (found?.collection !== 'briefs') throw new Error(`${id} is not in the trash`)
    const old = found.record.body
    return world.save(new Map([[id, { body: old }]]), () => world.library.restore(id))
  }
  if (name === 'bring back' && isThere) {
    const [version] = await world.library.versions(id)
    if (version === undefined) return
    const old = ((await world.library.version(id, version)).record as Brief).body
    return world.save(new Map([[id, { body: old }]]), () => world.library.revert(id, version))
  }
  if (name === 'write all' || name === 'others write before all') {
    const there = ids.filter(each => (world.known.get(each)?.body ?? null) !== null)
    const next = new Map(there.map(each => [each, { body: `${each} ${texts}` }]))
    return world.save(next, async () => {
      const changes = there.map(async each => {
        const before = await world.library.get('briefs', each)
        const after = { ...before, body: `${each} ${texts}`, updatedAt: world.now().toISOString() }
        return { collection: 'briefs' as const, id: each, after }
      })
      const planned = await Promise.all(changes)
      if (isThere && name !== 'write all') world.othersWrite(id, texts)
      await world.library.saveAll(planned)
      if (isThere && name !== 'write all') await world.expectTheirs(id, texts)
    })
  }
  if (name === 'others write' && isThere) {
    world.othersWrite(id, texts)
    const ours = new Map([[id, { body }]])
    await world.save(ours, () =>
      world.library.update('briefs', id, brief => ({ ...brief, body, updatedAt: world.now().toISOString() })),
    )
    if ((await world.bodyOf(id)) === body) await world.expectTheirs(id, texts)
  }
}

const step = fc.record({
  name: fc.constantFrom(
    ...[
      'write',
      'write',
      'write',
      'delete',
      'put back',
      'bring back',
      'write all',
      'others write',
      'others write before all',
      'restart',
    ],
  ),
  id: fc.constantFrom(...ids),
  /** The call of the disk at which the process ends, after a restart. */
  at: fc.option(fc.nat(40), { nil: null }),
})

const worlds: World[] = []
afterAll(() => {
  for (const { folder } of worlds) rmSync(folder, { recursive: true, force: true })
})

test.each([
  ['a plain', 150],
  ['a sealed', 75],
  ['a plain, still compared with its index,', 75],
])(
  'any sequence in %s library ends in a state that the promises allow',
  async (kind, numRuns) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async steps => {
        const world = new World()
        worlds.push(world)
        if (kind === 'a sealed') await world.giveKey()
        if (kind.includes('compared')) world.compared = { after: 0 }
        await world.open(null)
        for (const each of steps) await take(world, each)
        await world.check()
        await world.library.close()
      }),
      { numRuns },
    )
  },
  120_000,
)
