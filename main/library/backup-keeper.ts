// Where the backups that are made every day go, and what came of the last one.
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { readAppSettings, writeAppSettings } from './app-settings.ts'
import type { BackupMade, BackupStage } from './backup.ts'
import { backUpDaily, backupsOf, type KeptBackup } from './daily-backup.ts'
import type { Library } from './library.ts'
import type { Watched } from './work-progress.ts'

/** `problem` is a sentence about what is the matter with the place; null where backups can go there. */
export type BackupPlace = { folder: string; isChosen: boolean; problem: string | null }

/** An automatic backup that could not be made: when, and why in a sentence. */
export type BackupFailure = { at: string; message: string }

/**
 * Lies in a folder that was chosen. Where a disk is not connected its folder may still be there, empty, on another disk:
 * a backup must not go there as if it were the one that was chosen.
 */
const mark = '.dispatch-box-backups'

export type BackupKeeper = ReturnType<typeof openBackupKeeper>

/** @param reasonOf what a failure is told as */
export function openBackupKeeper(options: {
  settingsFile: string
  usualFolder: string
  now: () => Date
  reasonOf: (error: unknown) => string
  onFailure: (failure: BackupFailure) => void
}) {
  const { settingsFile, usualFolder, now, reasonOf, onFailure } = options
  let failure: BackupFailure | null = null

  async function place(): Promise<BackupPlace> {
    const { settings, problem } = await readAppSettings(settingsFile)
    const folder = settings.backupFolder
    if (folder === null) return { folder: usualFolder, isChosen: false, problem }
    const isThere = await stat(join(folder, mark)).then(
      () => true,
      () => false,
    )
    return { folder, isChosen: true, problem: isThere ? null : isGone(folder) }
  }

  async function usableFolder(): Promise<string> {
    const { folder, isChosen, problem } = await place()
    if (isChosen && problem !== null) throw new RequestProblem('unwritable', problem)
    return folder
  }

  return {
    place,

    /** Why the last automatic backup was not made; null where it was. */
    lastFailure: (): BackupFailure | null => failure,

    /** The backups there are of a library, newest first, with their size in bytes. */
    async list(library: Library): Promise<(KeptBackup & { bytes: number })[]> {
      const found = await backupsOf(library, (await place()).folder).list()
      const sized = await Promise.all(
        found.map(async kept => ({ ...kept, size: await stat(kept.file).catch(() => null) })),
      )
      return sized.flatMap(({ size, ...kept }) => (size ? [{ ...kept, bytes: size.size }] : []))
    },

    /** The backups there are of a library wherever they went until now, in folders that are there: paths. */
    async everywhere(library: Library): Promise<string[]> {
      const { settings } = await readAppSettings(settingsFile)
      const { folder } = await place()
      const folders = new Set([folder, usualFolder, ...(settings.pastBackupFolders ?? [])])
      const found = await Promise.all([...folders].map(each => backupsOf(library, each).list()))
      return found.flat().map(({ file }) => file)
    },

    /** Takes a folder for the backups from now on; null goes back to the app's own. What is in the old one stays. */
    async move(folder: string | null): Promise<void> {
      if (folder !== null) await writeFile(join(folder, mark), 'Dispatch Box puts its backups here.\n')
      const { settings } = await readAppSettings(settingsFile)
      const before = [settings.backupFolder ?? [], settings.pastBackupFolders ?? []].flat()
      const past = [...new Set(before)].filter(each => each !== folder)
      await writeAppSettings(settingsFile, {
        ...settings,
        backupFolder: folder,
        ...(past.length > 0 ? { pastBackupFolders: past } : {}),
      })
      failure = null
    },

    /** Makes a backup at once, however short ago the last one was made. */
    async backUp(library: Library, watched: Watched<BackupStage> = {}): Promise<BackupMade> {
      const file = backupsOf(library, await usableFolder()).fileOf(now().getTime())
      const made = await library.backUp(file, watched)
      failure = null
      return made
    },

    /** Makes the backup of the day where it is due. A failure is kept and told, and must not disturb the work. */
    async backUpIfDue(library: Library): Promise<void> {
      try {
        await backUpDaily(library, await usableFolder(), now())
        failure = null
      } catch (error) {
        failure = { at: now().toISOString(), message: reasonOf(error) }
        onFailure(failure)
      }
    },
  }
}

function isGone(folder: string): string {
  return `${folder}, the folder you chose for backups, is not there: its disk may not be connected. No backup goes there until it is, and none goes anywhere else. Connect it, or choose another folder in File → Backups.`
}
