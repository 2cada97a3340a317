// The lowdb adapter that every record is written through.
import { randomBytes } from 'node:crypto'
import { type FileHandle, link, open, readFile, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'

/** What disks differ in: some know no second name for a file, and some cannot flush a folder. */
type Disk = {
  link: (from: string, to: string) => Promise<void>
  flushFolder: (path: string) => Promise<void>
}

export const systemDisk: Disk = { link, flushFolder }

/**
 * One JSON file. `read` gives null where there is none and throws where it cannot be parsed; `write` resolves once
 * the new bytes stand under the file's name, and where it rejects the old file is as it was.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #path: string
  readonly #parse: (stored: unknown) => T
  readonly #put: (path: string, bytes: Uint8Array) => Promise<void>

  /** @param put `createDurably` for a file that must not be there yet */
  constructor(path: string, parse: (stored: unknown) => T, put: typeof createDurably = writeDurably) {
    this.#path = path
    this.#parse = parse
    this.#put = put
  }

  async read(): Promise<T | null> {
    const bytes = await readFile(this.#path).catch(absent)
    if (bytes === null) return null
    return this.#parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  }

  async write(data: T): Promise<void> {
    await this.#put(this.#path, new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`))
  }
}

/**
 * Puts bytes under a name for good: written aside, flushed to the disk, renamed, and the folder flushed. A reader
 * sees the old file or the new one, never half; where it rejects, the old file is as it was and nothing is left over.
 */
export async function writeDurably(path: string, bytes: Uint8Array, disk = systemDisk): Promise<void> {
  await writeAside(path, bytes, aside => rename(aside, path))
  await flushFolders(disk, dirname(path))
}

/** Like `writeDurably`, for a new file: rejects with the code EEXIST where the name is taken, whoever took it. */
export async function createDurably(path: string, bytes: Uint8Array, disk = systemDisk): Promise<void> {
  await writeAside(path, bytes, async aside => {
    try {
      await disk.link(aside, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
      await renameToNew(aside, path)
      return
    }
    await unlink(aside).catch(() => undefined)
  })
  await flushFolders(disk, dirname(path))
}

/** Moves a file to another name of the same disk, and flushes both folders. Where it rejects, nothing has moved. */
export async function moveDurably(from: string, to: string, disk = systemDisk): Promise<void> {
  await rename(from, to)
  await flushFolders(disk, dirname(to), dirname(from))
}

/** Writes a whole file beside a path and flushes it, for `publish` to put it there; where that fails, it is gone. */
async function writeAside(path: string, bytes: Uint8Array, publish: (aside: string) => Promise<void>) {
  // The name cannot be guessed and must be new, so nothing planted there is ever followed or overwritten. Systems
  // count a name in bytes, of which a character may have three.
  const aside = join(dirname(path), `.${basename(path).slice(0, 40)}.${randomBytes(8).toString('hex')}.tmp`)
  const mode = (await stat(path).catch(absent))?.mode
  const handle = await open(aside, 'wx', mode === undefined ? 0o666 : mode & 0o777)
  try {
    try {
      await writeWhole(handle, bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await publish(aside)
  } catch (error) {
    await unlink(aside).catch(() => undefined)
    throw error
  }
}

/** Where a file cannot have two names: an empty file reserves the name, and is replaced. */
async function renameToNew(from: string, to: string): Promise<void> {
  await (await open(to, 'wx')).close()
  try {
    await rename(from, to)
  } catch (error) {
    await unlink(to).catch(() => undefined)
    throw error
  }
}

// A single write may take fewer bytes than it was given, on a nearly full disk for one.
async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, written)
    written += bytesWritten
  }
}

/**
 * Never rejects: by now the files stand under their new names for every reader, so saying that nothing had changed
 * would be untrue. What is at stake is that a power cut in the next moments brings the old name back, whole.
 */
async function flushFolders(disk: Disk, ...folders: string[]): Promise<void> {
  for (const folder of folders) await disk.flushFolder(folder).catch(() => undefined)
}

async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder for flushing; NTFS journals the rename itself.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
