// Backups and restores as the window asks for them.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { findInPlace } from '../../../main/finder/find-in-place.ts'
import { openBackupKeeper } from '../../../main/library/backup-keeper.ts'
import { openPreferences } from '../../../main/library/kept-preferences.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { openRestored } from '../../../main/library/restored.ts'
import { windowChoices } from '../../../main/library/window-choices.ts'
import { noFailures } from '../../../main/requests/failure.ts'
import { noDesktop } from '../../../main/requests/no-desktop.ts'
import { noLastExport } from '../../../main/requests/no-last-export.ts'
import { noSealPorts } from '../../../main/requests/no-seal-ports.ts'
import type { Ports } from '../../../main/requests/ports.ts'
import { answerRequests } from '../../../main/requests/requests.ts'
import { searchInPlace } from '../../../main/search/search-in-place.ts'
import { openSession } from '../../../main/session.ts'
import type { Notices, RequestName } from '../../../shared/request-names.ts'
import type { RequestOutput } from '../../../shared/request-outputs.ts'
import type { RequestInput } from '../../../shared/requests.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { reading } from '../capture/reading.ts'

/** A session as the app opens it, on a library with one brief and a backup of it from before its second title. */
async function desk(notify: Ports['notify'] = () => undefined) {
  const place = temporaryFolder()
  let minutes = 0
  const now = () => new Date(Date.UTC(2025, 4, 3, 10, minutes++))
  const restored = openRestored(null)
  const seen: string[] = []
  const chosenFolder = join(place, 'chosen')
  mkdirSync(chosenFolder)
  const shown: string[] = []
  const preferences = await openPreferences(join(place, 'app/settings.json'))
  const session = await openSession({
    open: () => openLibrary({ folder: join(place, 'library'), access: 'write', now }),
    answerWith: (library, replaceLibrary) =>
      answerRequests(library, [], {
        dialogs: {
          chooseSources: async () => [],
          choosePdf: async () => null,
          chooseExport: async () => null,
          chooseBackup: async () => null,
          chooseBriefPdf: async () => null,
          chooseTemplate: async () => null,
          chooseTemplateTarget: async () => null,
          chooseBackupToRestore: async () => join(place, 'other.zip'),
          chooseFolder: async () => chosenFolder,
          chooseExportFolder: async () => null,
        },
        printer: { print: async () => new Uint8Array() },
        finishPdf: async pdf => pdf,
        lastExport: noLastExport,
        webPage: async ({ html }) =>
          new TextEncoder().encode(`<meta name="generator" content="Dispatch Box">${html}`),
        finder: findInPlace,
        search: searchInPlace(library, null),
        reading,
        ...noSealPorts,
        notify,
        closeWindow: () => undefined,
        keepWindow: () => undefined,
        replaceLibrary,
        preferences,
        windowChoices: windowChoices(null),
        backups: openBackupKeeper({
          settingsFile: join(place, 'app/settings.json'),
          usualFolder: join(place, 'app/backups'),
          now,
          reasonOf: String,
          onFailure: () => undefined,
        }),
        restored,
        showFile: path => void shown.push(path),
        desktop: noDesktop,
        failures: noFailures,
        sampleFolder: place,
        now,
      }),
    answerLocked: () => {
      throw new Error('It has no passphrase.')
    },
    onOpened: () => () => undefined,
    onReplaced: () => void seen.push('replaced'),
  })
  const ask = async <Name extends RequestName>(name: Name, input: RequestInput<Name>) => {
    const result = await session.answer(name, input)
    if (!result.ok) throw new Error(result.problem.message)
    return result.value as RequestOutput<Name>
  }
  const { id } = (await ask('source.paste', { text: 'Then.' })).source
  const file = (await ask('backup.keep', {}))?.file ?? ''
  await ask('source.set', { id, fields: { title: 'Now' } })
  const title = async () => (await ask('library.list', {})).sources[0]?.title
  return { place, ask, id, file, title, seen, session, chosenFolder, shown }
}

test('a backup is listed, read back, and restored in the library’s place, which stands beside it then', async () => {
  const { place, ask, file, title, seen, session, shown } = await desk()
  expect((await ask('backup.list', {})).backups.map(each => each.file)).toEqual([file])
  expect(await ask('backup.verify', { file })).toMatchObject({
    file,
    madeAt: expect.stringMatching(/^2025-05-03/),
  })
  await ask('backup.restore', { file, into: 'in-place' })
  expect(seen).toEqual(['replaced'])
  expect(await title()).toBe('Then')
  const { outcome } = await ask('backup.outcome', {})
  expect(outcome).toMatchObject({ is: 'restored', backup: file })
  expect(await ask('backup.outcome', {})).toEqual({ outcome: null })
  const { movedAside, backups } = await ask('backup.list', {})
  expect(movedAside).toEqual([outcome?.aside])
  expect(readdirSync(place)).toContain(basename(outcome?.aside ?? ''))
  expect(backups).toHaveLength(1)
  for (const path of [file, outcome?.aside ?? '']) await ask('file.show', { file: path })
  expect(shown).toEqual([file, outcome?.aside])
  await session.close()
})

test('a backup tells how far it is, and is broken off on request without a trace', async () => {
  const told: string[] = []
  let stopAt: string | null = null
  const { place, ask, file, session } = await desk((name, payload) => {
    if (name !== 'backup.progressed') return
    const { stage } = payload as Notices['backup.progressed']
    told.push(stage)
    if (stage === stopAt) void ask('backup.cancel', {})
  })
  expect([...new Set(told)]).toEqual(['reading', 'writing', 'verifying'])
  for (const stage of ['writing', 'verifying']) {
    stopAt = stage
    expect(await ask('backup.keep', {})).toBeNull()
    expect(told.at(-1)).toBe(stage)
  }
  expect(await ask('backup.verify', { file })).toBeNull()
  stopAt = null
  expect(await ask('backup.verify', { file })).toMatchObject({ file })
  expect(readdirSync(join(place, 'app/backups'))).toEqual([basename(file)])
  expect(readdirSync(join(place, 'library')).filter(name => name.startsWith('.snapshot'))).toEqual([])
  await session.close()
})

test('a damaged backup leaves the library open and as it was', async () => {
  const { place, ask, title, seen, session } = await desk()
  writeFileSync(join(place, 'other.zip'), 'PK no more')
  const chosen = await ask('backup.choose', {})
  expect(chosen).toEqual({ file: join(place, 'other.zip') })
  for (const into of ['in-place', 'new-folder'] as const) {
    const file = chosen?.file ?? ''
    await expect(ask('backup.restore', { file, into })).rejects.toThrow('cannot be used')
  }
  expect(seen).toEqual([])
  expect(await title()).toBe('Now')
  await session.close()
})

test('a backup is restored into the chosen folder where that is empty, else into one in it', async () => {
  const { ask, file, title, chosenFolder, session } = await desk()
  expect(await ask('backup.restore', { file, into: 'new-folder' })).toEqual({ folder: chosenFolder })
  const second = await ask('backup.restore', { file, into: 'new-folder' })
  expect(second).toEqual({ folder: join(chosenFolder, 'library-2025-05-03') })
  await expect(ask('backup.restore', { file, into: 'new-folder' })).rejects.toThrow('is not empty')
  expect(await title()).toBe('Now')
  await session.close()
})

test('no file is shown that is neither the library’s nor a backup', async () => {
  const { place, ask, shown, session } = await desk()
  for (const file of ['/etc/passwd', join(place, 'library/../secret'), join(place, 'library')]) {
    await expect(ask('file.show', { file })).rejects.toThrow('none of the library’s files')
  }
  expect(shown).toEqual([])
  await session.close()
})
