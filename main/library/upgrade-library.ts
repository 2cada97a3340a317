// From a library of an earlier version of the app to one of this: backed up first, and told apart from then on.
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { BackUpLibrary, BackupStage } from './backup.ts'
import { fileTime } from './folders.ts'
import { type LibraryFile, writeLibraryFiles } from './library-file.ts'
import type { Watched } from './work-progress.ts'

const copyStart = (folder: string) => `${basename(folder)}.before-upgrade-`

/**
 * Backs a library up into a file beside its folder, and marks it as one that earlier versions of the app can only read.
 * Records are written anew when they are saved. Rejects where it cannot be backed up, and the library is as it was.
 * Gives the backup's path.
 */
export async function upgradeLibrary(
  folder: string,
  description: LibraryFile,
  now: Date,
  backUpLibrary: BackUpLibrary,
  watched: Watched<'backing-up'> = {},
): Promise<string> {
  const time = fileTime.of(now.toISOString())
  const backup = join(dirname(folder), `${copyStart(folder)}${time}.zip`)
  await backUpLibrary({ library: folder, file: backup, now, ...inOneStage(watched) })
  await writeLibraryFiles(folder, description)
  return backup
}

const stages: readonly BackupStage[] = ['reading', 'writing', 'verifying']

/** A backup, told as one stage of something longer. */
function inOneStage({ signal, onProgress }: Watched<'backing-up'>): Watched<BackupStage> {
  return {
    signal,
    onProgress: ({ stage, done, of }) =>
      onProgress?.({ stage: 'backing-up', done: stages.indexOf(stage) * of + done, of: stages.length * of }),
  }
}

/** The backups that upgrades of a library have left beside its folder. */
export async function upgradeCopies(library: string): Promise<string[]> {
  const folder = resolve(library)
  const names = await readdir(dirname(folder)).catch(() => [])
  return names
    .filter(name => name.startsWith(copyStart(folder)) && name.endsWith('.zip'))
    .map(name => join(dirname(folder), name))
}
