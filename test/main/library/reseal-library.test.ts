import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { systemDisk } from '../../../main/library/durable-file.ts'
import type { Library } from '../../../main/library/library.ts'
import { makeKeys, newDataKey, type SealedLibraryFile } from '../../../main/library/library-keys.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { newRecoveryKey } from '../../../main/library/recovery-key.ts'
import { resealLibrary } from '../../../main/library/reseal-library.ts'
import { plainSeal } from '../../../main/library/seal.ts'
import { sealWith } from '../../../main/library/sealed.ts'
import { LibraryLocked } from '../../../main/library/sealed-library.ts'
import { clearSwap } from '../../../main/library/swap-folder.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief } from './a-brief.ts'
import { cheap, passphrase } from './a-sealed-library.ts'

const mark = 'Plutonium'
const original = Buffer.from(`An original about ${mark}`)
const sum = createHash('sha256').update(original).digest('hex')
const id = '6f1f64a8-0a52-4f3c-9d51-3c4dbbbd9a04'
const key = newDataKey()
const description: SealedLibraryFile = {
  schema: 5,
  id,
  name: 'Secrets',
  keys: await makeKeys(id, key, { passphrase, recoveryKey: newRecoveryKey() }, cheap),
  settings: { checks: { 'link-remote': false } },
}

let parent: string
let folder: string
let minutes = 0
const now = () => {
  minutes += 2
  return new Date(Date.UTC(2025, 4, 3, 10, minutes))
}
const open = (with_: Uint8Array | null) => openLibrary({ folder, access: 'write', now, key: with_ })

/** A library with the marked word in every kind of file that holds words. */
async function fill(): Promise<void> {
  let library = await open(null)
  await library.attach(sum, original)
  for (const name of ['kept', 'deleted', 'burnt']) {
    const briefId = await library.newId(`${mark} ${name}`)
    await library.add('briefs', aBrief(briefId, { title: `${mark} ${name}`, body: `${mark} in the text.` }))
    for (const round of [1, 2]) {
      await library.update('briefs', briefId, brief => ({
        ...brief,
        body: `${mark}, round ${round}`,
        updatedAt: now().toISOString(),
      }))
      await library.keepVersion(briefId)
    }
  }
  await library.remove('plutonium-burnt')
  await library.emptyTrash()
  await library.remove('plutonium-deleted')
  await library.drafts.keep({
    id: 'plutonium-kept',
    at: now().toISOString(),
    fields: { body: `${mark} typed` },
  })
  await library.words.set(mark, true)
  for (const text of ['first', 'second']) await library.templates.put('plutonium.form', `${mark} ${text}`)
  await library.close()
  writeFileSync(join(folder, 'briefs', 'plutonium-broken.json'), `{"schema":1, "title": "${mark}`)
  library = await open(null)
  expect(library.describe().setAside).toHaveLength(1)
  await library.close()
}

async function contentOf(library: Library) {
  const versions: unknown[] = []
  const briefs: unknown[] = []
  for (const { id: each } of library.list('briefs')) {
    briefs.push(await library.get('briefs', each))
    for (const at of await library.versions(each)) versions.push(await library.version(each, at))
  }
  return {
    lists: library.list('briefs'),
    briefs,
    trashed: await library.trashed(),
    drafts: await library.drafts.recovered(),
    versions,
    words: await library.words.list(),
    templates: [library.templates.files(), await library.templates.removed()],
    next: await library.newId(`${mark} burnt`),
  }
}

function filesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(name => statSync(join(root, name)).isFile())
    .sort()
}

/** Where the words can be read, in names and in bytes. */
function leaks(root: string): string[] {
  const forms = [mark, mark.toLowerCase()].flatMap(word => [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
  ])
  return filesUnder(root).filter(
    name =>
      forms.some(form => readFileSync(join(root, name)).includes(form)) ||
      /plutonium/i.test(name) ||
      name.includes(sum),
  )
}

/** Files of the library that are not sealed. */
function bare(): string[] {
  return filesUnder(folder).filter(
    name => !readFileSync(join(folder, name)).subarray(0, 4).equals(Buffer.from('DBX1')),
  )
}

const seal = (step?: (name: string) => void) =>
  resealLibrary({ folder, from: plainSeal, to: sealWith(key), description, ...(step ? { step } : {}) })
const unseal = (step?: (name: string) => void) =>
  resealLibrary({
    folder,
    from: sealWith(key),
    to: plainSeal,
    description: { id, name: 'Secrets' },
    ...(step ? { step } : {}),
  })

beforeEach(async () => {
  parent = temporaryFolder()
  folder = join(parent, 'library')
  minutes = 0
  await fill()
})

describe('a library that is given a passphrase', () => {
  test('has every record, version, draft and deleted record as before, and no word of them in the clear', async () => {
    let library = await open(null)
    const before = await contentOf(library)
    await library.close()
    expect(leaks(parent).length).toBeGreaterThan(8)
    const told: number[] = []
    await resealLibrary({
      folder,
      from: plainSeal,
      to: sealWith(key),
      description,
      progress: done => told.push(done),
    })
    expect(leaks(parent)).toEqual([])
    expect(bare()).toEqual(['.lock', 'keys.json', 'library.json'])
    expect(readdirSync(parent)).toEqual(['library'])
    expect(told).toEqual([...told].sort((one, other) => one - other))
    await expect(open(null)).rejects.toThrow(LibraryLocked)
    library = await open(key)
    expect(await contentOf(library)).toEqual(before)
    expect(library.describe()).toMatchObject({ setAside: [], name: 'Secrets' })
    await library.close()
    expect(leaks(parent)).toEqual([])
  })

  test('and works on has no word in the clear either', async () => {
    await seal()
    const meanwhile: string[] = []
    const disk = {
      ...systemDisk,
      // A save of several records is written down only until it is done.
      unlink: async (path: string) => {
        if (path.includes('/intents/')) meanwhile.push(...leaks(parent), ...bare())
        return systemDisk.unlink(path)
      },
    }
    const library = await openLibrary({ folder, access: 'write', now, key, disk })
    await library.update('briefs', 'plutonium-kept', brief => ({ ...brief, body: `${mark} again` }))
    await library.keepVersion('plutonium-kept')
    await library.drafts.keep({
      id: 'plutonium-kept',
      at: now().toISOString(),
      fields: { body: `${mark} draft` },
    })
    await library.saveAll([
      { collection: 'briefs', id: 'plutonium-three', after: aBrief('plutonium-three', { body: mark }) },
      { collection: 'briefs', id: 'plutonium-four', after: aBrief('plutonium-four', { body: mark }) },
    ])
    expect(new Set(meanwhile)).toEqual(new Set(['.holder', '.lock', 'keys.json', 'library.json']))
    await library.remove('plutonium-three')
    await library.restore('plutonium-deleted')
    await library.attach('cd'.repeat(32), Buffer.from(`More about ${mark}`))
    await library.backUp(join(parent, 'backup.zip'))
    expect(leaks(parent)).toEqual([])
    expect(bare()).toEqual(['.holder', '.lock', 'keys.json', 'library.json'])
    await library.emptyTrash()
    await library.close()
    expect(leaks(parent)).toEqual([])
  })

  test('gives all of it back when the passphrase is taken off', async () => {
    const before = new Map(filesUnder(folder).map(name => [name, readFileSync(join(folder, name))]))
    await seal()
    await unseal()
    const after = new Map(filesUnder(folder).map(name => [name, readFileSync(join(folder, name))]))
    const left = (name: string) => !/^library\.json|^index|^\.(?:lock|holder)/.test(name)
    expect([...after.keys()].filter(left)).toEqual([...before.keys()].filter(left))
    for (const [name, bytes] of before) if (left(name)) expect(after.get(name), name).toEqual(bytes)
  })

  test('may have originals that were damaged, of which two hold the same', async () => {
    for (const digits of ['1a', '2b']) writeFileSync(join(folder, 'attachments', digits.repeat(32)), '')
    await seal()
    expect(readdirSync(join(folder, 'attachments'))).toHaveLength(2)
    const library = await open(key)
    expect(Buffer.from((await library.holdings.readAttachment(sum)) ?? [])).toEqual(original)
    await library.close()
  })

  test('is refused where its folder holds what is not the library’s, and is as it was', async () => {
    mkdirSync(join(folder, '.git'))
    writeFileSync(join(folder, '.git', 'HEAD'), 'all of it, in the clear')
    const before = filesUnder(folder)
    await expect(seal()).rejects.toThrow('.git/HEAD, which Dispatch Box did not put there')
    expect(filesUnder(folder)).toEqual(before)
    expect(readdirSync(parent)).toEqual(['library'])
  })

  test('is refused where a link leads out of its folder', async () => {
    symlinkSync(mkdtempSync(join(parent, 'elsewhere-')), join(folder, 'briefs', 'link.json'))
    await expect(seal()).rejects.toThrow('briefs/link.json')
  })

  test('is refused where its folder is a link, behind which the files in the clear would stay', async () => {
    const link = join(parent, 'link')
    symlinkSync(folder, link)
    await expect(
      resealLibrary({ folder: link, from: plainSeal, to: sealWith(key), description }),
    ).rejects.toThrow('is a link to the library’s folder')
    expect(readdirSync(parent).sort()).toEqual(['library', 'link'])
  })

  test('is refused while another process has it open', async () => {
    const library = await open(null)
    await expect(seal()).rejects.toThrow('close it there and try again')
    await library.close()
  }, 15_000)
})

describe('a command that comes while the library is written anew', () => {
  test('waits until the new one is in its place, and takes nothing away', async () => {
    let library = await open(null)
    const before = await contentOf(library)
    await library.close()
    const script = fileURLToPath(new URL('./add-brief.ts', import.meta.url))
    let ended: Promise<unknown[]> | null = null
    await seal(step => {
      if (step !== 'swap') return
      ended = once(spawn(process.execPath, [script, folder], { stdio: 'ignore' }), 'exit')
      // Long enough for it to have taken the lock and cleared away what it finds, if it could.
      for (let rounds = 0; rounds < 40 && existsSync(`${folder}.dispatch-box-new/briefs`); rounds++)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    })
    // It has no key.
    expect(await ended).not.toEqual([0, null])
    library = await open(key)
    expect(await contentOf(library)).toEqual(before)
    await library.close()
    expect(readdirSync(parent)).toEqual(['library'])
    expect(leaks(parent)).toEqual([])
  }, 60_000)

  test('and makes the folder between the two steps is refused, and the next start has the library', async () => {
    let library = await open(null)
    const before = await contentOf(library)
    await library.close()
    await expect(
      seal(step => {
        if (step !== 'place') return
        mkdirSync(folder)
        writeFileSync(join(folder, '.lock'), '')
      }),
    ).rejects.toThrow('could not be written anew')
    await expect(clearSwap(folder)).rejects.toThrow('was being written anew when it was opened')
    library = await open(key)
    expect(await contentOf(library)).toEqual(before)
    await library.close()
    expect(readdirSync(parent)).toEqual(['library'])
  })

  test('puts the old one back where the new one is no longer whole', async () => {
    await expect(
      seal(step => {
        if (step === 'place') renameSync(`${folder}.dispatch-box-new/trash`, join(parent, 'elsewhere'))
      }),
    ).rejects.toThrow('was changed by another program meanwhile')
    const library = await open(null)
    expect(library.describe().setAside).toEqual([])
    expect(library.list('briefs')).toHaveLength(1)
    await library.close()
  })
})

describe('where it is cut off', () => {
  async function stepsOf(work: (step: (name: string) => void) => Promise<void>): Promise<string[]> {
    const names: string[] = []
    await work(name => names.push(name))
    return names
  }

  /** The old library or the new one, whole, with nothing beside it. */
  async function expectWhole(before: unknown): Promise<'plain' | 'sealed'> {
    const library = await open(null).catch(error => {
      if (error instanceof LibraryLocked) return null
      throw error
    })
    const opened = library ?? (await open(key))
    expect(await contentOf(opened)).toEqual(before)
    expect(opened.describe().setAside).toEqual([])
    await opened.close()
    expect(readdirSync(parent)).toEqual(['library'])
    if (!library) expect(leaks(parent)).toEqual([])
    return library ? 'plain' : 'sealed'
  }

  test.each([
    ['a failure', false],
    ['the end of the process', true],
  ])(
    'at any step by %s, the library is the old one or the new one, whole',
    async (_, isKilled) => {
      let library = await open(null)
      const before = await contentOf(library)
      await library.close()
      const steps = await stepsOf(seal)
      await unseal()
      const outcomes = new Set<string>()
      for (const at of steps) {
        const cut = (name: string) => {
          if (name === at) throw new Error(`cut off at ${at}`)
        }
        if (isKilled) killed(at)
        else await expect(seal(cut)).rejects.toThrow(`cut off at ${at}`)
        const state = await expectWhole(before)
        outcomes.add(state)
        if (state === 'sealed') await unseal()
      }
      expect(outcomes).toEqual(new Set(['plain', 'sealed']))
      library = await open(null)
      expect(await contentOf(library)).toEqual(before)
      await library.close()
    },
    120_000,
  )

  test('while the passphrase is taken off, too', async () => {
    await seal()
    let library = await open(key)
    const before = await contentOf(library)
    await library.close()
    for (const at of ['write 0', 'describe', 'written', 'swap', 'place', 'flush', 'remove']) {
      const cut = (name: string) => {
        if (name === at) throw new Error(`cut off at ${at}`)
      }
      await expect(unseal(cut)).rejects.toThrow(`cut off at ${at}`)
      if ((await expectWhole(before)) === 'plain') await seal()
    }
    library = await open(key)
    await library.close()
  }, 60_000)

  /** Ends a process of its own at a step, without any chance to clean up. */
  function killed(at: string): void {
    const child = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('./seal-and-die.ts', import.meta.url))],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          SEAL: JSON.stringify({ folder, at, key: Buffer.from(key).toString('base64'), description }),
        },
      },
    )
    expect(child.signal, child.stderr).toBe('SIGKILL')
    expect(existsSync(folder) || existsSync(`${folder}.dispatch-box-old`)).toBe(true)
  }
})
