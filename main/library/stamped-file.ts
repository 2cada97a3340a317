// A file read with what tells it from the same name written by somebody else.
import {
  type BigIntStats,
  close,
  closeSync,
  constants,
  fstat,
  lstatSync,
  open,
  openSync,
  read,
  readFileSync,
} from 'node:fs'
import { lstat } from 'node:fs/promises'
import { promisify } from 'node:util'

/** Tells a file as it was written from the same name written by somebody else. */
export type Stamp = string

export function stampOf({ ino, mtimeNs, size }: BigIntStats): Stamp {
  return `${ino} ${mtimeNs} ${size}`
}

// Thousands of files are read for an index: without the handles of `fs/promises` it takes two thirds of the time.
const file = {
  open: promisify(open),
  stat: promisify(fstat) as (file: number, options: { bigint: true }) => Promise<BigIntStats>,
  read: promisify(read) as (
    file: number,
    into: Uint8Array,
    at: number,
    length: number,
    from: number,
  ) => Promise<{ bytesRead: number }>,
  close: promisify(close),
}

/** A file's bytes and its stamp from before; null where there is none. Rejects with the code ELOOP where it is a link. */
export async function readStamped(path: string): Promise<{ bytes: Uint8Array; stamp: Stamp } | null> {
  const opened = await openNoLink(path)
  if (opened === null) return null
  try {
    // Before it is read: what is written meanwhile has another stamp.
    const stats = await file.stat(opened, { bigint: true })
    return { bytes: await readWhole(opened, Number(stats.size)), stamp: stampOf(stats) }
  } finally {
    await file.close(opened)
  }
}

/** A file's bytes at once, for a thread that nobody else waits for; null where there is none or it is a link. */
export function readNow(path: string): Uint8Array | null {
  const { O_RDONLY, O_NOFOLLOW } = constants as { O_RDONLY: number; O_NOFOLLOW?: number }
  try {
    if (O_NOFOLLOW === undefined && lstatSync(path).isSymbolicLink()) return null
    const opened = openSync(path, O_RDONLY | (O_NOFOLLOW ?? 0))
    try {
      return readFileSync(opened)
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ELOOP') return null
    throw error
  }
}

async function openNoLink(path: string): Promise<number | null> {
  const { O_RDONLY, O_NOFOLLOW } = constants as { O_RDONLY: number; O_NOFOLLOW?: number }
  try {
    // Windows does not know the flag.
    if (O_NOFOLLOW === undefined && (await lstat(path)).isSymbolicLink())
      throw Object.assign(new Error(`${path} is a link`), { code: 'ELOOP' })
    return await file.open(path, O_RDONLY | (O_NOFOLLOW ?? 0))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** All bytes of a file of a size that is known; it may have grown or come in parts. */
async function readWhole(opened: number, size: number): Promise<Uint8Array> {
  let bytes = new Uint8Array(size + 1)
  for (let length = 0; ; ) {
    const { bytesRead } = await file.read(opened, bytes, length, bytes.length - length, length)
    length += bytesRead
    if (bytesRead === 0 || (length === size && length < bytes.length)) return bytes.subarray(0, length)
    if (length === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2)
      larger.set(bytes)
      bytes = larger
    }
  }
}
