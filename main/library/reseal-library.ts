// A whole library written anew under another seal: a passphrase put on it, or taken off.
import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { absent, systemDisk } from './durable-file.ts'
import { keysFileName, libraryFileName } from './folders.ts'
import { bytesOf, type LibrarySettings, plainLibraryFileOf } from './library-file.ts'
import type { SealedLibraryFile } from './library-keys.ts'
import { isDispensable, type PlaceInLibrary, placeOf } from './library-places.ts'
import { type LibraryLock, takeLibraryLock } from './lock.ts'
import { type Seal, UnopenedFile } from './seal.ts'
import { clearSwap, freshFolderOf, swapFolder } from './swap-folder.ts'

type Resealing = {
  folder: string
  from: Seal
  to: Seal
  /** What library.json is to say: the keys of `to`, or, for a plain library, what it says without any. */
  description: SealedLibraryFile | { id: string; name: string; settings?: LibrarySettings }
  /** How far it is, from 0 to 1. */
  progress?: (done: number) => void
  /** Called before each step, for tests that end there. */
  step?: (name: string) => void
}

/**
 * Writes all of a closed library anew beside it, reads that back, and puts it in the old one's place, of which nothing
 * stays. Where it rejects, or is cut off, the library is as it was, or the new one at the next start.
 */
export async function resealLibrary(resealing: Resealing): Promise<void> {
  const { folder, step = () => undefined } = resealing
  if ((await lstat(folder)).isSymbolicLink()) {
    // Only the link would be moved away, and the files in the clear would stay behind it.
    throw new RequestProblem(
      'refused',
      `${folder} is a link to the library’s folder. Nothing was changed; open the folder itself and try again.`,
    )
  }
  const fresh = freshFolderOf(folder)
  const locks = [await mustLock(folder)]
  const letGo = () => {
    for (const lock of locks.splice(0)) lock.release()
  }
  try {
    await clearSwap(folder)
    const isWhole = await (async () => {
      const written = await writeAnew(resealing, fresh)
      locks.push(await mustLock(fresh))
      step('written')
      return () => areThere(fresh, written)
    })().catch(async error => {
      await rm(fresh, { recursive: true, force: true }).catch(() => undefined)
      throw error
    })
    // Windows moves no folder in which a file is open. Elsewhere who waits for the old one's lock would clear the new away.
    if (process.platform === 'win32') letGo()
    await swapFolder(folder, { isWhole, step })
  } catch (error) {
    throw refusal(folder, error)
  } finally {
    letGo()
  }
}

async function mustLock(folder: string): Promise<LibraryLock> {
  const { lock } = await takeLibraryLock(folder, 'command', 5000)
  if (lock) return lock
  throw new RequestProblem(
    'unwritable',
    `The library ${folder} is open in another Dispatch Box. Nothing was changed; close it there and try again.`,
  )
}

async function areThere(folder: string, sizes: ReadonlyMap<string, number>): Promise<boolean> {
  for (const [path, size] of sizes) {
    const stats = await stat(join(folder, path)).catch(absent)
    if (stats?.size !== size) return false
  }
  return true
}

/** Gives the size of each file that it wrote. */
async function writeAnew(
  { folder, from, to, description, progress, step }: Resealing,
  fresh: string,
): Promise<Map<string, number>> {
  const files = await filesOf(folder, from)
  await mkdir(fresh)
  await chmod(fresh, (await stat(folder)).mode & 0o777)
  const written = new Map<string, { context: string; sum: string }>()
  const sizes = new Map<string, number>()
  const write = async (path: string, bytes: Uint8Array) => {
    await writeFlushed(join(fresh, path), bytes)
    sizes.set(path, bytes.length)
  }
  const folders = new Set([fresh])
  const share = 1 / (files.length * 2 + 1)
  for (const [index, { path, place }] of files.entries()) {
    step?.(`write ${index}`)
    const stored = await readFile(join(folder, path)).catch(absent)
    if (stored === null) continue
    const content = opened(path, () => place.open(stored))
    const { path: newPath, context } = place.under(to, content)
    const sum = sumOf(content)
    // Originals are called by what they hold: two that were damaged may hold the same.
    if (written.get(newPath)?.sum === sum) continue
    await mkdir(dirname(join(fresh, newPath)), { recursive: true })
    folders.add(dirname(join(fresh, newPath)))
    await write(newPath, to.seal(content, context))
    written.set(newPath, { context, sum })
    progress?.(index * share)
  }
  for (const [index, [path, { context, sum }]] of [...written].entries()) {
    if (sumOf(to.open(await readFile(join(fresh, path)), context)) !== sum) throw new Error(`${path} differs`)
    progress?.((files.length + index) * share)
  }
  step?.('describe')
  if ('keys' in description) {
    await write(keysFileName, bytesOf(description))
    await write(libraryFileName, bytesOf(description))
  } else {
    await write(libraryFileName, bytesOf(plainLibraryFileOf(description)))
  }
  for (const each of folders) await systemDisk.flushFolder(each)
  return sizes
}

/** Throws a RequestProblem where there is anything that would stay behind, or be left in the clear. */
async function filesOf(folder: string, seal: Seal): Promise<{ path: string; place: PlaceInLibrary }[]> {
  const found: { path: string; place: PlaceInLibrary }[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const within = entry.parentPath.slice(folder.length + 1).replaceAll('\\', '/')
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    if (entry.isDirectory() || isDispensable(path)) continue
    const place = entry.isFile() ? placeOf(path, seal) : null
    if (!place) {
      throw new RequestProblem(
        'refused',
        `The library’s folder holds ${path}, which Dispatch Box did not put there and will not touch. Nothing was changed; move it out of ${folder} and try again.`,
      )
    }
    found.push({ path, place })
  }
  return found
}

function opened<T>(path: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    if (!(error instanceof UnopenedFile)) throw error
    throw new RequestProblem(
      'unreadable',
      `${path} cannot be read: ${error.message}. Nothing was changed; start Dispatch Box again, which sets damaged files aside, and try again.`,
      { cause: error },
    )
  }
}

function refusal(folder: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof RequestProblem || code === undefined) return error
  const reason =
    code === 'ENOSPC'
      ? 'there is not room enough on its disk, where it has to lie twice for a moment'
      : message
  return new RequestProblem(
    'unwritable',
    `The library ${folder} could not be written anew: ${reason}. Nothing of it is lost; see to that, start again and try once more.`,
    { cause: error },
  )
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
