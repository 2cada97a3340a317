// Backups: made by hand and every day, looked at, and restored beside the library or in its place.
import { readdir } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type BackupStage, restoreBackup, verifyBackup } from '../library/backup.ts'
import { fileTime, keysFileName } from '../library/folders.ts'
import { slugOf } from '../library/ids.ts'
import type { Library } from '../library/library.ts'
import { putInPlace, unpackBeside } from '../library/restore-in-place.ts'
import type { Watched, WorkProgress } from '../library/work-progress.ts'
import type { Handlers } from './answer.ts'
import type { Ports } from './ports.ts'

type BackupRequest = Extract<keyof Handlers, `backup.${string}`>

export function backupRequests(
  library: Library,
  { dialogs, backups, restored, replaceLibrary, notify, now }: Ports,
): Pick<Handlers, BackupRequest> {
  const named = () => `${slugOf(library.describe().name)}-${fileTime.of(now().toISOString()).slice(0, 10)}`
  const underWay = new Set<AbortController>()
  /** Tells how far it is; gives null where it was broken off. */
  const watched = async <T>(work: (watched: Watched<BackupStage>) => Promise<T>): Promise<T | null> => {
    const stop = new AbortController()
    underWay.add(stop)
    try {
      const onProgress = (progress: WorkProgress<BackupStage>) => notify('backup.progressed', progress)
      return await work({ signal: stop.signal, onProgress })
    } catch (error) {
      if (stop.signal.aborted && (error as Error).name === 'AbortError') return null
      throw error
    } finally {
      underWay.delete(stop)
    }
  }
  return {
    'backup.make': async () => {
      const file = await dialogs.chooseBackup(`${named()}.zip`)
      return file === null ? null : watched(each => library.backUp(file, each))
    },
    'backup.list': async () => ({
      ...(await backups.place()),
      failure: backups.lastFailure(),
      backups: await backups.list(library),
      movedAside: await movedAside(library.folder),
    }),
    'backup.keep': () => watched(each => backups.backUp(library, each)),
    'backup.move': async ({ isUsual }) => {
      const folder = isUsual ? null : await dialogs.chooseFolder('backups')
      if (folder === null && !isUsual) return { isMoved: false }
      await backups.move(folder)
      return { isMoved: true }
    },
    'backup.choose': async () => {
      const file = await dialogs.chooseBackupToRestore()
      return file === null ? null : { file }
    },
    'backup.verify': async ({ file }) => {
      const whole = await watched(each => verifyBackup(file, each))
      if (whole === null) return null
      const { madeAt, files } = whole
      const isSealed = files.some(({ path }) => path === keysFileName)
      return { file, madeAt, files: files.length, takesPassphraseOff: library.isSealed && !isSealed }
    },
    'backup.restore': async ({ file, into }) => {
      if (into === 'new-folder') {
        const chosen = await dialogs.chooseFolder('restored-library')
        if (chosen === null) return null
        const folder = (await isEmpty(chosen)) ? chosen : join(chosen, named())
        await restoreBackup(file, folder)
        return { folder }
      }
      // What takes long is done while the library is still open.
      const unpacked = await unpackBeside(file, library.folder, now())
      await replaceLibrary(async () => {
        restored.tell(await putInPlace(unpacked))
      })
      return { folder: library.folder }
    },
    'backup.outcome': async () => ({ outcome: restored.takeOutcome() }),
    'backup.cancel': async () => {
      for (const stop of underWay) stop.abort()
      return null
    },
  }
}

/** What restores have moved out of a library's place: nothing ever removes it. */
async function movedAside(folder: string): Promise<string[]> {
  const names = await readdir(dirname(folder)).catch(() => [])
  const start = `${basename(folder)}.before-restore-`
  return names
    .filter(name => name.startsWith(start))
    .sort()
    .reverse()
    .map(name => join(dirname(folder), name))
}

async function isEmpty(folder: string): Promise<boolean> {
  return (await readdir(folder).catch(() => [])).length === 0
}
