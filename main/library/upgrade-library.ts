// From a library of an earlier version of the app to one of this: backed up first, and told apart from then on.
import { readdir } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { WriteBackup } from './backup.ts'
import { fileTime } from './folders.ts'
import { type LibraryFile, writeLibraryFiles } from './library-file.ts'
import { removeSnapshot, takeSnapshot } from './snapshot.ts'

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
  writeBackup: WriteBackup,
): Promise<string> {
  const time = fileTime.of(now.toISOString())
  const backup = join(dirname(folder), `${copyStart(folder)}${time}.zip`)
  const snapshot = await takeSnapshot(folder)
  try {
    await writeBackup(snapshot, backup, now)
  } finally {
    await removeSnapshot(snapshot)
  }
  await writeLibraryFiles(folder, description)
  return backup
}

/** The backups that upgrades of a library have left beside its folder. */
export async function upgradeCopies(library: string): Promise<string[]> {
  const folder = resolve(library)
  const names = await readdir(dirname(folder)).catch(() => [])
  return names
    .filter(name => name.startsWith(copyStart(folder)) && name.endsWith('.zip'))
    .map(name => join(dirname(folder), name))
}
