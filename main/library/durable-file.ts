// The lowdb adapter that every record is written through.
import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, type FileHandle, link, lstat, open, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Adapter } from 'lowdb'
import type { Cover } from './seal.ts'
import { readStamped, type Stamp, stampOf } from './stamped-file.ts'

/** The calls that put files in place: disks differ in them, and they can fail at any time. */
export type Disk = {
  open: (path: string, flags: string, mode?: number) => Promise<FileHandle>
  link: (from: string, to: string) => Promise<void>
  copy: (from: string, to: string) => Promise<void>
  rename: (from: string, to: string) => Promise<void>
  unlink: (path: string) => Promise<void>
  flushFolder: (path: string) => Promise<void>
}

export const systemDisk: Disk = {
  open,
  link,
  copy: (from, to) => copyFile(from, to, constants.COPYFILE_EXCL),
  rename,
  unlink,
  flushFolder,
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** Throws a SyntaxError, or a TypeError where the bytes are no UTF-8. */
export function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(strictUtf8.decode(bytes))
}

/** The text of a JSON file as `DurableFile` writes it. */
function asWritten(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`
}

/**
 * One JSON file. `read` gives null where there is none and throws where it cannot be parsed or is a link; `write` resolves once
 * the new bytes stand under the file's name, and where it rejects the old file is as it was.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #parse: (stored: unknown) => T
  readonly #cover: Cover | null
  readonly #put: (path: string, bytes: Uint8Array) => Promise<Stamp>
  /** The file as it was last read or written; null before. */
  stamp: Stamp | null = null

  /**
   * @param cover null for a file that is never sealed
   * @param put `createDurably` for a file that must not be there yet
   */
  constructor(
    path: string,
    parse: (stored: unknown) => T,
    cover: Cover | null,
    put: (path: string, bytes: Uint8Array) => Promise<Stamp> = replaceDurably,
  ) {
    this.#path = path
    this.#parse = parse
    this.#cover = cover
    this.#put = put
  }

  async read(): Promise<T | null> {
    const read = await readStamped(this.#path)
    if (read === null) return null
    this.stamp = read.stamp
    return this.#parse(parseJson(this.#cover ? this.#cover.open(read.bytes) : read.bytes))
  }

  async write(data: T): Promise<void> {
    const bytes = new TextEncoder().encode(asWritten(data))
    this.stamp = await this.#put(this.#path, this.#cover ? this.#cover.seal(bytes) : bytes)
  }
}

/** Where the file that a record had before its last save is kept. */
export function previousOf(path: string): string {
  return `${path}.prev`
}

/**
 * Puts bytes under a name for good: written aside, flushed to the disk, renamed, and the folder flushed. A reader
 * sees the old file or the new one, never half. Where it rejects, the old file stands as it was and nothing is left
 * over, unless it was the folder that could not be flushed: then the new file stands, and may not outlast a power cut.
 */
export async function writeDurably(path: string, bytes: Uint8Array, disk = systemDisk): Promise<Stamp> {
  const stamp = await writeAside(path, bytes, disk, aside => replace(aside, path, disk))
  await disk.flushFolder(dirname(path))
  return stamp
}

/** Like `writeDurably`, and the old file stays beside the new one, under `previousOf` its name. */
export async function replaceDurably(path: string, bytes: Uint8Array, disk = systemDisk): Promise<Stamp> {
  const stamp = await writeAside(path, bytes, disk, async aside => {
    await keepPrevious(path, disk)
    await replace(aside, path, disk)
  })
  await disk.flushFolder(dirname(path))
  return stamp
}

/** Like `writeDurably`, for a new file: rejects with the code EEXIST where the name is taken, whoever took it. */
export async function createDurably(path: string, bytes: Uint8Array, disk = systemDisk): Promise<Stamp> {
  const stamp = await writeAside(path, bytes, disk, aside => putNew(aside, path, disk))
  await disk.flushFolder(dirname(path)).catch(async error => {
    // What may not outlast a power cut was not saved; left there, it would stand beside the next try.
    await disk.unlink(path).catch(() => undefined)
    throw error
  })
  return stamp
}

/**
 * Moves a file to a name that nothing has on the same disk, and flushes both folders. Rejects with the code EEXIST
 * where the name is taken. Where it rejects, the file is where it was.
 */
export async function moveDurably(from: string, to: string, disk = systemDisk): Promise<void> {
  await moveToNew(from, to, disk)
  try {
    for (const folder of new Set([dirname(to), dirname(from)])) await disk.flushFolder(folder)
  } catch (error) {
    await moveToNew(to, from, disk).catch(() => undefined)
    throw error
  }
}

/** Writes a whole file beside a path and flushes it, for `publish` to put it there; where that fails, it is gone. */
export async function writeAside(
  path: string,
  bytes: Uint8Array,
  disk: Disk,
  publish: (aside: string) => Promise<void>,
): Promise<Stamp> {
  const aside = nameAside(path)
  const mode = (await stat(path).catch(absent))?.mode
  let stamp: Stamp
  const handle = await disk.open(aside, 'wx', mode === undefined ? 0o666 : mode & 0o777)
  try {
    try {
      await writeWhole(handle, bytes)
      // Once a flush has failed the system may have dropped what it had: nothing is tried again on this handle.
      await handle.sync()
      stamp = stampOf(await handle.stat({ bigint: true }))
    } finally {
      await handle.close()
    }
    await publish(aside)
    return stamp
  } catch (error) {
    await disk.unlink(aside).catch(() => undefined)
    throw error
  }
}

/** Puts what was written aside under its name, whatever had that. */
export function replace(aside: string, path: string, disk: Disk): Promise<void> {
  return patiently(() => disk.rename(aside, path))
}

/** Puts what was written aside under a new name. Rejects with the code EEXIST where that is taken. */
export async function putNew(aside: string, path: string, disk: Disk): Promise<void> {
  try {
    await disk.link(aside, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    await renameToNew(aside, path, disk)
    return
  }
  await disk.unlink(aside).catch(() => undefined)
}

/** Names that nobody can guess, so nothing planted there is ever followed or overwritten. */
const asideName = /^\..*\.[0-9a-f]{32}\.tmp$/

/** Whether a file name is one that a write which was cut off has left. */
export function isLeftOver(name: string): boolean {
  return asideName.test(name)
}

function nameAside(path: string): string {
  // Systems count a name in bytes, of which a character may have three.
  const name = basename(path).slice(0, 40)
  return join(dirname(path), `.${name}.${randomBytes(16).toString('hex')}.tmp`)
}

/** Gives the file of a path a second name, which outlives the first one's replacement. */
async function keepPrevious(path: string, disk: Disk): Promise<void> {
  const previous = previousOf(path)
  // Cut off between the two, there is no older file to go back to, and the newest one stands whole.
  await disk.unlink(previous).catch(absent)
  try {
    // Where a file cannot have two names it is copied.
    await disk.link(path, previous).catch(() => disk.copy(path, previous))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** In one step, so that it is never in both places; that the name is free is only looked for before. */
async function moveToNew(from: string, to: string, disk: Disk): Promise<void> {
  if (await lstat(to).catch(absent))
    throw Object.assign(new Error(`${to} is there already`), { code: 'EEXIST' })
  await patiently(() => disk.rename(from, to))
}

/** Where a file cannot have two names: an empty file reserves the name, and is replaced. */
async function renameToNew(from: string, to: string, disk: Disk): Promise<void> {
  await (await disk.open(to, 'wx')).close()
  try {
    await patiently(() => disk.rename(from, to))
  } catch (error) {
    await disk.unlink(to).catch(() => undefined)
    throw error
  }
}

/** An indexer or a virus scanner may hold a file for a moment, on Windows above all: tried again for about a second. */
async function patiently<T>(step: () => Promise<T>): Promise<T> {
  for (let wait = 8; ; wait *= 2) {
    try {
      return await step()
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (wait > 512 || (code !== 'EBUSY' && code !== 'EPERM')) throw error
      await setTimeout(wait)
    }
  }
}

// A single write may take fewer bytes than it was given, on a nearly full disk for one.
async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, written)
    written += bytesWritten
  }
}

/** Some disks, mostly of other machines, have folders that cannot be flushed; they keep their names by themselves. */
const cannotFlush = new Set(['EINVAL', 'ENOTSUP', 'EISDIR'])

async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder for flushing; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!cannotFlush.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await handle.close()
  }
}

/** For `catch`: null where there is no such file. */
export function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
