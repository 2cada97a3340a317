import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readAppSettings, writeAppSettings } from '../../../main/library/app-settings.ts'
import { type BackupFailure, openBackupKeeper } from '../../../main/library/backup-keeper.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { testTime } from './a-brief.ts'

async function desk() {
  const place = temporaryFolder()
  const now = () => new Date(testTime)
  const library = await openLibrary({ folder: join(place, 'library'), access: 'write', now })
  const settingsFile = join(place, 'app/settings.json')
  const usual = join(place, 'app/backups')
  const told: BackupFailure[] = []
  const open = () =>
    openBackupKeeper({
      settingsFile,
      usualFolder: usual,
      now,
      reasonOf: error => (error as Error).message,
      onFailure: failure => told.push(failure),
    })
  const disk = join(place, 'disk')
  mkdirSync(disk)
  const zipsIn = (folder: string) => readdirSync(folder).filter(name => name.endsWith('.zip'))
  return { place, library, settingsFile, usual, disk, told, open, zipsIn }
}

test('backups go to the app’s own folder until another is chosen, and that is remembered', async () => {
  const { library, usual, disk, open, zipsIn } = await desk()
  await open().backUpIfDue(library)
  expect(zipsIn(usual)).toHaveLength(1)
  await open().move(disk)
  expect(await open().place()).toEqual({ folder: disk, isChosen: true, problem: null })
  await open().backUpIfDue(library)
  expect(zipsIn(disk)).toHaveLength(1)
  expect(await open().list(library)).toEqual([
    { file: join(disk, zipsIn(disk)[0] ?? ''), at: testTime, bytes: expect.any(Number) },
  ])
  await open().move(null)
  expect(await open().place()).toEqual({ folder: usual, isChosen: false, problem: null })
  await library.close()
})

test('a folder that is gone is told, and nothing is made there or anywhere else', async () => {
  const { place, library, disk, told, open, zipsIn } = await desk()
  const keeper = open()
  await keeper.move(disk)
  renameSync(disk, join(place, 'unplugged'))
  await keeper.backUpIfDue(library)
  await expect(keeper.backUp(library)).rejects.toThrow('is not there')
  expect(told).toEqual([
    { at: testTime, message: expect.stringMatching(/disk.*is not there.*not be connected/) },
  ])
  expect(keeper.lastFailure()).toEqual(told[0])
  expect(readdirSync(place).sort()).toEqual(['app', 'library', 'unplugged'])
  expect(readdirSync(join(place, 'app')).filter(name => name === 'backups')).toEqual([])
  // The empty folder that an unplugged disk leaves behind is not the one that was chosen.
  mkdirSync(disk)
  await keeper.backUpIfDue(library)
  expect(readdirSync(disk)).toEqual([])
  renameSync(join(place, 'unplugged'), join(disk, 'x'))
  renameSync(join(disk, 'x/.dispatch-box-backups'), join(disk, '.dispatch-box-backups'))
  await keeper.backUpIfDue(library)
  expect(zipsIn(disk)).toHaveLength(1)
  expect(keeper.lastFailure()).toBeNull()
  await library.close()
})

test('backups are found wherever they went until now', async () => {
  const { library, place, usual, disk, open } = await desk()
  const other = join(place, 'other')
  mkdirSync(other)
  for (const folder of [null, disk, other]) {
    if (folder) await open().move(folder)
    await open().backUp(library)
  }
  const foldersFound = async () => (await open().everywhere(library)).map(file => dirname(file)).sort()
  expect(await foldersFound()).toEqual([usual, disk, other].sort())
  await open().move(null)
  expect(await foldersFound()).toEqual([usual, disk, other].sort())
  expect(await open().list(library)).toHaveLength(1)
  rmSync(disk, { recursive: true })
  expect(await foldersFound()).toEqual([usual, other].sort())
  await library.close()
})

test('broken settings are told, and stop neither the start nor the backups', async () => {
  const { library, settingsFile, usual, disk, open, zipsIn } = await desk()
  await writeAppSettings(settingsFile, { backupFolder: disk })
  for (const broken of ['{"schema":', '{"schema":1,"backupFolder":"relative"}', '[]', '']) {
    writeFileSync(settingsFile, broken)
    const { settings, problem } = await readAppSettings(settingsFile)
    expect(settings).toEqual({ backupFolder: null })
    expect(problem).toContain('cannot be read')
  }
  expect(await open().place()).toMatchObject({ folder: usual, isChosen: false, problem: expect.any(String) })
  await open().backUpIfDue(library)
  expect(zipsIn(usual)).toHaveLength(1)
  await open().move(disk)
  expect(JSON.parse(readFileSync(settingsFile, 'utf8'))).toEqual({ schema: 1, backupFolder: disk })
  await library.close()
})
