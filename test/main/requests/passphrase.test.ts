import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findInPlace } from '../../../main/finder/find-in-place.ts'
import { heldKey } from '../../../main/held-key.ts'
import { openBackupKeeper } from '../../../main/library/backup-keeper.ts'
import { type KeyCipher, keptKeys } from '../../../main/library/kept-keys.ts'
import { openPreferences } from '../../../main/library/kept-preferences.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { openRestored } from '../../../main/library/restored.ts'
import { windowChoices } from '../../../main/library/window-choices.ts'
import { noFailures } from '../../../main/requests/failure.ts'
import { answerLocked } from '../../../main/requests/locked.ts'
import { noDesktop } from '../../../main/requests/no-desktop.ts'
import { noLastExport } from '../../../main/requests/no-last-export.ts'
import { noSealPorts } from '../../../main/requests/no-seal-ports.ts'
import { answerRequests } from '../../../main/requests/requests.ts'
import { searchInPlace } from '../../../main/search/search-in-place.ts'
import { openSession, type Session } from '../../../main/session.ts'
import type { RequestName } from '../../../shared/request-names.ts'
import type { RequestOutput } from '../../../shared/request-outputs.ts'
import type { RequestInput } from '../../../shared/requests.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { reading } from '../capture/reading.ts'
import { aBrief } from '../library/a-brief.ts'
import { cheap } from '../library/a-sealed-library.ts'

const words = 'correct horse battery staple'
let folder: string
let profile: string
let session: Session
let replaced: number
const closing: Session[] = []

/** A keychain that turns letters round. */
const cipher = (whyNot: string | null = null): KeyCipher => ({
  whyNot: () => whyNot,
  encrypt: text => Buffer.from([...text].reverse().join('')),
  decrypt: bytes => [...Buffer.from(bytes).toString()].reverse().join(''),
})

async function start(whyNot: string | null = null): Promise<void> {
  const now = () => new Date('2025-05-03T10:00:00.000Z')
  const kept = keptKeys(join(profile, 'keys'), cipher(whyNot))
  const { key, open } = heldKey(each => openLibrary({ folder, access: 'write', now, key: each }), kept)
  const ports = {
    key,
    keptKeys: kept,
    notify: () => undefined,
    costs: cheap,
  }
  const backups = openBackupKeeper({
    settingsFile: join(profile, 'settings.json'),
    usualFolder: join(profile, 'backups'),
    now,
    reasonOf: String,
    onFailure: () => undefined,
  })
  const closeWindow = () => undefined
  replaced = 0
  const preferences = await openPreferences(join(profile, 'settings.json'))
  session = await openSession({
    open,
    answerWith: (library, replaceLibrary) =>
      answerRequests(library, [], {
        finder: findInPlace,
        search: searchInPlace(library, null),
        ...noSealPorts,
        reading,
        ...ports,
        replaceLibrary,
        dialogs: {
          chooseSources: async () => [],
          choosePdf: async () => null,
          chooseExport: async () => null,
          chooseBackup: async () => null,
          chooseBriefPdf: async () => null,
          chooseTemplate: async () => null,
          chooseTemplateTarget: async () => null,
          chooseBackupToRestore: async () => null,
          chooseFolder: async () => null,
          chooseExportFolder: async () => null,
        },
        printer: { print: async () => new Uint8Array() },
        finishPdf: async pdf => pdf,
        lastExport: noLastExport,
        webPage: async ({ html }) =>
          new TextEncoder().encode(`<meta name="generator" content="Dispatch Box">${html}`),
        closeWindow,
        keepWindow: closeWindow,
        backups,
        preferences,
        windowChoices: windowChoices(null),
        restored: openRestored(null),
        showFile: closeWindow,
        desktop: noDesktop,
        failures: noFailures,
        sampleFolder: '',
        now,
      }),
    answerLocked: (locked, replaceLibrary) =>
      answerLocked(locked, { ...ports, replaceLibrary, closeWindow, failures: noFailures }),
    onOpened: () => () => undefined,
    onReplaced: () => {
      replaced++
    },
  })
  closing.push(session)
}

async function ask<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const result = await session.answer(name, input)
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`)
  return result.value
}

async function restart(): Promise<void> {
  await session.close()
  await start()
}

async function seal(isRemembered = false): Promise<string> {
  const { recoveryKey } = await ask('passphrase.prepare', { passphrase: words })
  await ask('passphrase.put', { passphrase: words, lastGroup: recoveryKey.slice(-4), isRemembered })
  return recoveryKey
}

const titles = async () => (await ask('library.list', {})).briefs.map(({ title }) => title)

beforeEach(async () => {
  folder = join(temporaryFolder(), 'library')
  profile = temporaryFolder()
  const library = await openLibrary({ folder, access: 'write', now: () => new Date() })
  await library.add('briefs', aBrief('one', { title: 'Secret' }))
  await library.close()
  await start()
})
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close()
})

describe('a library that is given a passphrase', () => {
  test('goes on, and asks for it at the next start', async () => {
    const file = (await ask('backup.keep', {}))?.file ?? ''
    const upgraded = `${folder}.before-upgrade-2025-05-02T10-00-00.000Z.zip`
    writeFileSync(upgraded, 'a backup')
    expect(await ask('passphrase.describe', {})).toMatchObject({
      state: 'plain',
      plainBackups: [file, upgraded],
    })
    expect(await ask('backup.verify', { file })).toMatchObject({ takesPassphraseOff: false })
    await seal()
    expect(replaced).toBe(1)
    expect(await titles()).toEqual(['Secret'])
    expect(await ask('backup.verify', { file })).toMatchObject({ takesPassphraseOff: true })
    const sealed = (await ask('backup.keep', {}))?.file ?? ''
    expect(await ask('backup.verify', { file: sealed })).toMatchObject({ takesPassphraseOff: false })
    expect(await ask('passphrase.describe', {})).toMatchObject({
      state: 'open',
      isRemembered: false,
      plainBackups: [],
    })
    await restart()
    expect(await ask('passphrase.describe', {})).toMatchObject({ state: 'locked', name: 'library' })
    await expect(ask('library.list', {})).rejects.toThrow('locked: The library')
    await expect(ask('library.describe', {})).rejects.toThrow('locked: ')
    await expect(ask('library.unlock', { secret: 'not the passphrase' })).rejects.toThrow(
      'refused: This is not the passphrase of the library.',
    )
    await ask('library.unlock', { secret: words })
    expect(await titles()).toEqual(['Secret'])
  })

  test('opens by the recovery key that was shown', async () => {
    const recoveryKey = await seal()
    await restart()
    await ask('library.unlock', { secret: recoveryKey.replaceAll('-', '').toLowerCase() })
    expect(await titles()).toEqual(['Secret'])
  })

  test('is sealed only once the recovery key was written down', async () => {
    const { recoveryKey } = await ask('passphrase.prepare', { passphrase: words })
    const before = readFileSync(join(folder, 'briefs', 'one.json'))
    for (const lastGroup of ['', 'none', recoveryKey.slice(0, 4)])
      await expect(ask('passphrase.put', { passphrase: words, lastGroup })).rejects.toThrow()
    expect(readFileSync(join(folder, 'briefs', 'one.json'))).toEqual(before)
  })

  test('refuses a passphrase that could be guessed', async () => {
    await expect(ask('passphrase.prepare', { passphrase: 'short' })).rejects.toThrow('at least 12 characters')
  })

  test('stays as it was, and open, where it cannot be sealed', async () => {
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine', 'notes.txt'), 'x')
    await expect(seal()).rejects.toThrow('mine/notes.txt, which Dispatch Box did not put there')
    expect(await titles()).toEqual(['Secret'])
    expect(await ask('passphrase.describe', {})).toMatchObject({ state: 'plain' })
  })

  test('is locked by hand, and then even the keychain does not open it', async () => {
    await expect(ask('library.lock', {})).rejects.toThrow('give it a passphrase first')
    await seal(true)
    await ask('library.lock', {})
    expect(await ask('passphrase.describe', {})).toMatchObject({ state: 'locked' })
    await ask('library.unlock', { secret: words })
    expect(await titles()).toEqual(['Secret'])
  })

  test('opens without asking where the keychain keeps the key, until it forgets it', async () => {
    await seal(true)
    await restart()
    expect(await ask('passphrase.describe', {})).toMatchObject({ state: 'open', isRemembered: true })
    await ask('passphrase.remember', { isRemembered: false })
    await restart()
    expect(await ask('passphrase.describe', {})).toMatchObject({ state: 'locked' })
    await ask('library.unlock', { secret: words, isRemembered: true })
    await restart()
    expect(await titles()).toEqual(['Secret'])
  })

  test('is not left to a keychain that is none', async () => {
    await session.close()
    await start('There is no keychain here.')
    await seal(true)
    expect(await ask('passphrase.describe', {})).toMatchObject({
      state: 'open',
      isRemembered: false,
      whyNotRemembered: 'There is no keychain here.',
    })
    await expect(ask('passphrase.remember', { isRemembered: true })).rejects.toThrow(
      'There is no keychain here.',
    )
    expect(readdirSync(profile)).toEqual([])
  })

  test('has another passphrase once it is changed, by the old one or by the recovery key', async () => {
    const recoveryKey = await seal()
    await expect(
      ask('passphrase.change', { secret: 'not the passphrase', passphrase: 'four other words' }),
    ).rejects.toThrow('This is not the passphrase')
    await ask('passphrase.change', { secret: words, passphrase: 'four other words' })
    await ask('passphrase.change', { secret: recoveryKey, passphrase: 'and four new words' })
    await restart()
    for (const old of [words, 'four other words'])
      await expect(ask('library.unlock', { secret: old })).rejects.toThrow('This is not the passphrase')
    await ask('library.unlock', { secret: 'and four new words' })
    expect(await titles()).toEqual(['Secret'])
  })

  test('is in the clear again once it is taken off, and its key is forgotten', async () => {
    await seal(true)
    await expect(ask('passphrase.remove', { secret: 'not the passphrase' })).rejects.toThrow(
      'This is not the passphrase',
    )
    await ask('passphrase.remove', { secret: words })
    expect(await titles()).toEqual(['Secret'])
    expect(JSON.parse(readFileSync(join(folder, 'briefs', 'one.json'), 'utf8')).title).toBe('Secret')
    expect(readdirSync(join(profile, 'keys'))).toEqual([])
    await restart()
    expect(await ask('passphrase.describe', {})).toMatchObject({ state: 'plain' })
  })
})
