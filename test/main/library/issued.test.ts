// Issued versions on the disk: whole or not there, never changed, and kept by everything that carries a library.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, describe, expect, test } from 'vitest'
import { restoreBackup } from '../../../main/library/backup.ts'
import { systemDisk } from '../../../main/library/durable-file.ts'
import type { IssuedFiles } from '../../../main/library/issued-manifest.ts'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { resealLibrary } from '../../../main/library/reseal-library.ts'
import { plainSeal } from '../../../main/library/seal.ts'
import { sealWith } from '../../../main/library/sealed.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'
import { sealFolder } from './a-sealed-library.ts'
import { failingDisk } from './failing-disk.ts'

const bytesOf = (words: string) => new TextEncoder().encode(words)
const filesOf = (words: string): IssuedFiles =>
  new Map([
    ['brief.json', bytesOf(JSON.stringify({ words }))],
    ['brief.pdf', bytesOf(`%PDF- ${words}`)],
  ])

let folder: string
beforeEach(() => {
  folder = join(temporaryFolder(), 'library')
})

const open = (disk = systemDisk, key: Uint8Array | null = null) =>
  openLibrary({ folder, access: 'write', now: () => new Date(testTime), disk, key })

async function begun(): Promise<void> {
  const library = await open()
  await library.add('briefs', aBrief('one'))
  await library.close()
}

const freeze = async (library: Library, words: string) => {
  const version = await library.issued.next(await library.get('briefs', 'one'))
  return library.issued.freeze('one', version, testTime, filesOf(words))
}

/** The words of each version that the brief’s record names, by its number. */
async function versionsIn(library: Library): Promise<Record<number, string>> {
  const brief = await library.get('briefs', 'one')
  const found: Record<number, string> = {}
  for (const { version } of brief.issues) {
    const files = await library.issued.read(brief, version)
    found[version] = JSON.parse(new TextDecoder().decode(files.get('brief.json'))).words
  }
  return found
}

const foldersOf = (id = 'one') => {
  const own = join(folder, 'issued', id)
  return existsSync(own) ? readdirSync(own).sort() : []
}

describe('freezing with the disk failing', () => {
  async function callsOfFreezing() {
    await begun()
    const { disk, calls } = failingDisk({ at: -1, code: '', forGood: false })
    const library = await open(disk)
    const first = calls()
    await freeze(library, 'First.')
    const end = calls()
    await library.close()
    return { first, end }
  }

  test.each([
    ['once', false],
    ['for good', true],
  ])(
    '%s at any call leaves no version or a whole one, and the next issue goes on from there',
    async (_, forGood) => {
      const { first, end } = await callsOfFreezing()
      expect(end - first).toBeGreaterThan(10)
      const outcomes = new Set<string>()
      for (let at = first; at < end; at++) {
        folder = join(temporaryFolder(), 'library')
        await begun()
        const broken = await open(failingDisk({ at, code: 'EIO', forGood }).disk)
        const failed = await freeze(broken, 'First.').then(
          () => null,
          error => error,
        )
        await broken.close()
        const library = await open()
        expect(
          foldersOf().filter(name => name !== 'v1'),
          `call ${at}`,
        ).toEqual([])
        const { brief, taken } = await library.issued.takeIn('one')
        const there = await versionsIn(library)
        expect([{}, { 1: 'First.' }], `call ${at}`).toContainEqual(there)
        if (!failed) expect(there).toEqual({ 1: 'First.' })
        outcomes.add(brief.issues.length === 0 ? 'none' : taken.length === 0 ? 'named' : 'taken in')
        await freeze(library, 'Second.')
        expect(Object.values(await versionsIn(library)).at(-1), `call ${at}`).toBe('Second.')
        expect(foldersOf()).toEqual(Object.keys(await versionsIn(library)).map(each => `v${each}`))
        await library.close()
      }
      // Each of the ways it can end was seen.
      expect([...outcomes].sort()).toEqual(['named', 'none', 'taken in'])
    },
  )

  test('a process killed at any of its calls leaves the same, and nothing beside it after the next start', async () => {
    const { first, end } = await callsOfFreezing()
    const files = Object.fromEntries(
      [...filesOf('First.')].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    )
    const left = new Set<string>()
    for (let at = first; at < end; at += 3) {
      folder = join(temporaryFolder(), 'library')
      await begun()
      const child = spawnSync(
        process.execPath,
        [fileURLToPath(new URL('./issue-and-die.ts', import.meta.url))],
        {
          encoding: 'utf8',
          env: { ...process.env, ISSUE: JSON.stringify({ folder, at, time: testTime, files }) },
        },
      )
      expect(child.signal, `call ${at}: ${child.stderr}`).toBe('SIGKILL')
      for (const name of foldersOf()) left.add(name.startsWith('.') ? 'aside' : name)
      const library = await open()
      expect(
        foldersOf().filter(name => name !== 'v1'),
        `call ${at}`,
      ).toEqual([])
      await library.issued.takeIn('one')
      expect([{}, { 1: 'First.' }], `call ${at}`).toContainEqual(await versionsIn(library))
      await freeze(library, 'Second.')
      expect(Object.values(await versionsIn(library)).at(-1)).toBe('Second.')
      await library.close()
    }
    expect([...left].sort()).toEqual(['aside', 'v1'])
  }, 180_000)

  test('a folder that is not whole is never taken for a version, and its number is not given again', async () => {
    await begun()
    mkdirSync(join(folder, 'issued', 'one', 'v1'), { recursive: true })
    writeFileSync(join(folder, 'issued', 'one', 'v1', 'brief.json'), 'half')
    const library = await open()
    expect((await library.issued.takeIn('one')).taken).toEqual([])
    await freeze(library, 'Second.')
    expect(await versionsIn(library)).toEqual({ 2: 'Second.' })
    await library.close()
  })
})

test('of two that freeze the same number, one does', async () => {
  await begun()
  const library = await open()
  const both = await Promise.allSettled(
    ['This.', 'That.'].map(words => library.issued.freeze('one', 1, testTime, filesOf(words))),
  )
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(await versionsIn(library)).toEqual({ 1: 'This.' })
  await library.close()
})

test('a record that lost its last save has the version named again by the next issue', async () => {
  await begun()
  const library = await open()
  await freeze(library, 'First.')
  await library.close()
  const file = join(folder, 'briefs', 'one.json')
  writeFileSync(file, readFileSync(`${file}.prev`))
  const again = await open()
  expect(await versionsIn(again)).toEqual({})
  await again.issued.takeIn('one')
  expect(await versionsIn(again)).toEqual({ 1: 'First.' })
  await again.close()
})

test('a file that the disk does not give now is told apart from one that was changed', async () => {
  await begun()
  const library = await open()
  await freeze(library, 'First.')
  const pdf = join(folder, 'issued', 'one', 'v1', 'brief.pdf')
  rmSync(pdf)
  mkdirSync(pdf)
  await expect(versionsIn(library)).rejects.toThrow(
    /v1 of “A brief” cannot be read now: .*it is a folder, not a file/,
  )
  await library.close()
})

describe('in a sealed library', () => {
  test('no word of a version is in the clear, and one file does not pass for another', async () => {
    mkdirSync(folder)
    const { key } = await sealFolder(folder)
    const library = await open(systemDisk, key)
    await library.add('briefs', aBrief('one'))
    await freeze(library, 'Plutonium.')
    await freeze(library, 'Something else.')
    expect(await versionsIn(library)).toEqual({ 1: 'Plutonium.', 2: 'Something else.' })
    const [own = ''] = readdirSync(join(folder, 'issued'))
    // The name is drawn by lot: three letters may stand anywhere in it.
    expect(own).not.toMatch(/^one/)
    const path = (version: string, name: string) => join(folder, 'issued', own, version, name)
    for (const name of readdirSync(join(folder, 'issued', own, 'v1')))
      expect(readFileSync(path('v1', name)).includes('Plutonium')).toBe(false)
    writeFileSync(path('v2', 'brief.json'), readFileSync(path('v1', 'brief.json')))
    await expect(versionsIn(library)).rejects.toThrow(
      /v2 of “A brief” was changed since it was issued: .*, brief\.json is not what was frozen/,
    )
    await library.close()
  })

  test('versions are as they were once a passphrase is put on, and once it is taken off', async () => {
    await begun()
    const plain = await open()
    await freeze(plain, 'First.')
    await plain.close()
    const bytes = () => readFileSync(join(folder, 'issued', 'one', 'v1', 'brief.pdf'))
    const before = bytes()
    const { key, file } = await sealFolder(temporaryFolder())
    await resealLibrary({ folder, from: plainSeal, to: sealWith(key), description: file })
    const sealed = await open(systemDisk, key)
    expect(await versionsIn(sealed)).toEqual({ 1: 'First.' })
    await freeze(sealed, 'Second.')
    await sealed.close()
    expect(existsSync(join(folder, 'issued', 'one'))).toBe(false)
    const description = { id: file.id, name: file.name }
    await resealLibrary({ folder, from: sealWith(key), to: plainSeal, description })
    const again = await open()
    expect(await versionsIn(again)).toEqual({ 1: 'First.', 2: 'Second.' })
    expect(bytes().equals(before)).toBe(true)
    await again.close()
  })
})

test('a backup holds what was issued, and a restore gives it back', async () => {
  await begun()
  const library = await open()
  await freeze(library, 'First.')
  const aside = join(folder, 'issued', 'one', `.v2.${'a'.repeat(32)}.tmp`)
  mkdirSync(aside)
  writeFileSync(join(aside, 'brief.json'), 'half')
  const { file } = await library.backUp(join(temporaryFolder(), 'backup.zip'))
  await library.close()
  folder = join(temporaryFolder(), 'restored')
  await restoreBackup(file, folder)
  expect(foldersOf()).toEqual(['v1'])
  const restored = await open()
  expect(await versionsIn(restored)).toEqual({ 1: 'First.' })
  await restored.close()
})
