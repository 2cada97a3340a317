// From a library of an earlier version of the app to one of this: backed up first, and told apart from then on.
import { basename, dirname, join } from 'node:path'
import { writeBackup } from './backup.ts'
import { fileTime } from './folders.ts'
import { type LibraryFile, writeLibraryFiles } from './library-file.ts'
import { removeSnapshot, takeSnapshot } from './snapshot.ts'

/**
 * Backs a library up into a file beside its folder, and marks it as one that earlier versions of the app can only read.
 * Records are written anew when they are saved. Rejects where it cannot be backed up, and the library is as it was.
 * Gives the backup's path.
 */
export async function upgradeLibrary(folder: string, description: LibraryFile, now: Date): Promise<string> {
  const time = fileTime.of(now.toISOString())
  const backup = join(dirname(folder), `${basename(folder)}.before-upgrade-${time}.zip`)
  const snapshot = await takeSnapshot(folder)
  try {
    await writeBackup(snapshot, backup, now)
  } finally {
    await removeSnapshot(snapshot)
  }
  await writeLibraryFiles(folder, description)
  return backup
}
