// A backup put in the place of a library, which is moved aside whole: all of it or nothing, also where the app is killed.
import { lstat, readdir, readFile, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import type { RestoreOutcome } from '../../shared/answers.ts'
import { RequestProblem } from '../../shared/result.ts'
import { restoreBackup } from './backup.ts'
import { absent, type Disk, systemDisk, writeDurably } from './durable-file.ts'
import { fileTime } from './folders.ts'
import { type LibraryLock, takeLibraryLock } from './lock.ts'

/** A backup that was unpacked beside a library. Both folders' names carry the time. */
export type UnpackedBackup = { backup: string; folder: string; fresh: string; aside: string }

/** Lies beside the library as long as one folder takes the other's place, and names both. */
const move = z.strictObject({
  schema: z.literal(1),
  backup: z.string(),
  fresh: z.string(),
  aside: z.string(),
})

const markOf = (folder: string) => join(dirname(folder), `.${basename(folder)}.restore.json`)
const freshStart = (folder: string) => `${basename(folder)}.restored-`
const asideStart = (folder: string) => `${basename(folder)}.before-restore-`

/** Milliseconds that a command which is writing is waited for. */
const patience = 5000

/** Reads a backup back and unpacks it beside a library. Throws a RequestProblem where the backup is damaged. */
export async function unpackBeside(backup: string, library: string, now: Date): Promise<UnpackedBackup> {
  const folder = resolve(library)
  if ((await lstat(folder)).isSymbolicLink()) {
    throw new RequestProblem(
      'refused',
      `${folder} is a link, so no other folder was put in its place. Nothing was changed; restore into a new folder.`,
    )
  }
  const time = fileTime.of(now.toISOString())
  const fresh = join(dirname(folder), `${freshStart(folder)}${time}`)
  await restoreBackup(backup, fresh)
  return { backup, folder, fresh, aside: join(dirname(folder), `${asideStart(folder)}${time}`) }
}

/**
 * Moves a closed library aside and puts the unpacked backup in its place. Where it rejects, the library is as it was and
 * nothing is left over; where the process ends meanwhile, `finishRestore` brings it to an end.
 */
export async function putInPlace(unpacked: UnpackedBackup, disk: Disk = systemDisk): Promise<RestoreOutcome> {
  const { backup, folder, fresh, aside } = unpacked
  const mark = markOf(folder)
  const locks: LibraryLock[] = []
  let isMovedAside = false
  try {
    // Windows moves no folder in which a file is open.
    for (const each of process.platform === 'win32' ? [] : [folder, fresh]) locks.push(await mustLock(each))
    const named = { schema: 1, backup, fresh: basename(fresh), aside: basename(aside) }
    await writeDurably(mark, new TextEncoder().encode(JSON.stringify(named, null, 2)), disk)
    await disk.rename(folder, aside)
    isMovedAside = true
    await disk.rename(fresh, folder).catch(async error => {
      await disk.rename(aside, folder)
      isMovedAside = false
      throw error
    })
  } catch (error) {
    // Where the library could not be moved back, the mark tells the next start what to do.
    if (!isMovedAside) await forget(mark, fresh, disk)
    throw error
  } finally {
    for (const lock of locks) lock.release()
  }
  // The mark goes once both names are on the disk; until then it does no harm.
  await disk
    .flushFolder(dirname(folder))
    .then(() => disk.unlink(mark))
    .catch(() => undefined)
  return { is: 'restored', backup, aside }
}

/** Removes what an attempt has left; where its mark stays, the next start sees to the rest. */
async function forget(mark: string, fresh: string, disk: Disk): Promise<void> {
  const isGone = await disk.unlink(mark).then(
    () => true,
    error => error.code === 'ENOENT',
  )
  if (isGone) await rm(fresh, { recursive: true, force: true })
}

/**
 * To be called before a library is looked for: ends a restore that was cut off, forwards where the library was moved
 * aside already, else back. Null where there was none. Throws a RequestProblem while another process restores.
 */
export async function finishRestore(
  library: string,
  disk: Disk = systemDisk,
): Promise<RestoreOutcome | null> {
  const folder = resolve(library)
  const found = await readMove(folder)
  if (!found) return null
  const { backup, fresh, aside } = found
  const [isThere, isFresh, isAside] = await Promise.all([folder, fresh, aside].map(isFolder))
  if (isFresh && process.platform !== 'win32') await mustBeLeft(folder, fresh)
  let is: RestoreOutcome['is']
  if (!isThere && isAside) {
    await disk.rename(isFresh ? fresh : aside, folder)
    is = isFresh ? 'restored' : 'undone'
  } else if (isAside) {
    is = isFresh ? 'left' : 'restored'
  } else {
    is = 'undone'
    await rm(fresh, { recursive: true, force: true })
  }
  await disk.flushFolder(dirname(folder))
  await disk.unlink(markOf(folder))
  return { is, backup, aside }
}

/** The folders that were moved aside by restores: whole libraries as they were before. */
export async function movedAside(folder: string): Promise<string[]> {
  const names = await readdir(dirname(resolve(folder))).catch(() => [])
  return names
    .filter(name => name.startsWith(asideStart(resolve(folder))))
    .map(name => join(dirname(resolve(folder)), name))
}

/** The mark's folders, where it names such as this app makes. */
async function readMove(folder: string): Promise<Omit<UnpackedBackup, 'folder'> | null> {
  const text = await readFile(markOf(folder), 'utf8').catch(absent)
  if (text === null) return null
  try {
    const { backup, fresh, aside } = move.parse(JSON.parse(text))
    const isOurs = (name: string, start: string) => name.startsWith(start) && basename(name) === name
    if (!isOurs(fresh, freshStart(folder)) || !isOurs(aside, asideStart(folder))) return null
    return { backup, fresh: join(dirname(folder), fresh), aside: join(dirname(folder), aside) }
  } catch {
    return null
  }
}

/** Throws where a restore is not cut off but under way. */
async function mustBeLeft(folder: string, fresh: string): Promise<void> {
  const { lock } = await takeLibraryLock(fresh, 'window', 0)
  lock?.release()
  if (lock) return
  throw new RequestProblem(
    'read-only',
    `A backup is being put in the place of ${folder} by another Dispatch Box. Nothing was changed; try again when that is done.`,
  )
}

async function mustLock(folder: string): Promise<LibraryLock> {
  const { lock } = await takeLibraryLock(folder, 'window', patience)
  if (lock) return lock
  throw new RequestProblem(
    'read-only',
    `${folder} is in use by another Dispatch Box, so no backup was put in its place. Nothing was changed; close it there and try again.`,
  )
}

function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    stats => stats.isDirectory(),
    () => false,
  )
}
