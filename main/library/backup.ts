// A whole library in one ZIP file, with the sum of each of its files, read back before it is called a backup.
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { inflateRawSync } from 'node:zlib'
import { openPromise, type ZipFile } from 'yauzl'
import * as z from 'zod'
import { instant, sha256 } from '../../shared/model/v1/fields.ts'
import { RequestProblem } from '../../shared/result.ts'
import { absent, systemDisk } from './durable-file.ts'
import { libraryFileName } from './folders.ts'
import { removeSnapshot, type Snapshot, takeSnapshot } from './snapshot.ts'
import { stageOf, type Watched } from './work-progress.ts'
import { chunkFor, type ZipWriter, zipWriter } from './zip-writer.ts'

export type BackupMade = { file: string; files: number; bytes: number }

/** What a backup is at: the moment is held, then written, then read back. */
export type BackupStage = 'reading' | 'writing' | 'verifying'

const manifestName = 'manifest.json'
const manifest = z.strictObject({
  schema: z.literal(1),
  madeAt: instant,
  files: z.array(z.strictObject({ path: z.string().min(1), bytes: z.int().nonnegative(), sha256 })),
})

type Manifest = z.infer<typeof manifest>

/** Until here a file is read whole, which takes much less time than a stream of its own; in bytes. */
const small = 1 << 20
/** Of so many files a step is taken, so that others have their turn and the work can be broken off. */
const atOnce = 32

type BackingUp = Watched<BackupStage> & {
  /** The library's folder. */
  library: string
  file: string
  now: Date
  /** Called once the moment is held that the backup is of: until then nothing may be saved. */
  onTaken?: (() => void) | undefined
}

/**
 * Writes all of a library as it is at one moment to a ZIP file, reads it back, and only then gives it its name. Where it
 * rejects, a file that had that name before is as it was, and nothing else is left.
 */
export async function backUpLibrary({
  library,
  file,
  now,
  onTaken,
  ...watched
}: BackingUp): Promise<BackupMade> {
  const snapshot = await takeSnapshot(library, watched)
  try {
    onTaken?.()
    await mkdir(dirname(file), { recursive: true })
    const aside = join(
      dirname(file),
      `.${basename(file).slice(0, 40)}.${randomBytes(16).toString('hex')}.tmp`,
    )
    try {
      const listed = await writeZip(snapshot, aside, now, watched)
      await verifyBackup(aside, watched)
      watched.signal?.throwIfAborted()
      await rename(aside, file)
      await systemDisk.flushFolder(dirname(file))
      return { file, files: listed.files.length, bytes: (await stat(file)).size }
    } catch (error) {
      await unlink(aside).catch(() => undefined)
      throw error
    }
  } finally {
    await removeSnapshot(snapshot)
  }
}

export type BackUpLibrary = typeof backUpLibrary

async function writeZip(
  { folder, paths }: Snapshot,
  to: string,
  now: Date,
  watched: Watched<'writing'>,
): Promise<Manifest> {
  const listed: Manifest = { schema: 1, madeAt: now.toISOString(), files: [] }
  const { at } = stageOf(watched, 'writing', paths.length)
  const handle = await open(to, 'wx', 0o600)
  try {
    const zip = zipWriter(handle, now)
    for (const [each, path] of paths.entries()) {
      if (each % atOnce === 0) {
        await setImmediate()
        at(each)
      }
      if (path === null) continue
      const copy = join(folder, String(each))
      listed.files.push({ path, ...(await addFile(zip, path, copy, watched.signal)) })
    }
    await zip.add(manifestName, Buffer.from(JSON.stringify(listed, null, 2)), true)
    await zip.end()
    await handle.sync()
  } finally {
    await handle.close()
  }
  return listed
}

/** Gives the file's size and sum, of the same bytes that were written. */
async function addFile(
  zip: ZipWriter,
  path: string,
  from: string,
  signal: AbortSignal | undefined,
): Promise<{ bytes: number; sha256: string }> {
  // What is compressed already only costs time.
  const isCompressed = !path.endsWith('.gz')
  const hash = createHash('sha256')
  if (statSync(from).size <= small) {
    const content = readFileSync(from)
    await zip.add(path, content, isCompressed)
    return { bytes: content.length, sha256: hash.update(content).digest('hex') }
  }
  let bytes = 0
  const summed = async function* () {
    for await (const chunk of createReadStream(from, { signal })) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
      yield chunk as Buffer
    }
  }
  await zip.stream(path, summed(), isCompressed)
  return { bytes, sha256: hash.digest('hex') }
}

/** Reads a whole backup and compares it with its own list. Throws a RequestProblem that says what is wrong with it. */
export async function verifyBackup(file: string, watched: Watched<'verifying'> = {}): Promise<Manifest> {
  return withBackup(file, async (zip, listed) => {
    const left = new Map(listed.files.map(each => [each.path, each]))
    const { at } = stageOf(watched, 'verifying', left.size)
    await eachFile(file, zip, async (path, bytes) => {
      at(listed.files.length - left.size)
      const expected = left.get(path)
      if (!expected || createHash('sha256').update(bytes).digest('hex') !== expected.sha256)
        throw damaged(file, `“${path}” in it is not what was put there`)
      left.delete(path)
    })
    const [missing] = left.keys()
    if (missing !== undefined) throw damaged(file, `“${missing}” is missing in it`)
    return listed
  })
}

/**
 * Unpacks a backup into a new library folder, which appears whole or not at all. Throws a RequestProblem where the backup
 * is damaged, or where there is something in that folder.
 */
export async function restoreBackup(file: string, folder: string): Promise<number> {
  const { files } = await verifyBackup(file)
  const isFree = await readdir(folder).then(
    names => names.length === 0,
    error => error.code === 'ENOENT',
  )
  if (!isFree) {
    throw new RequestProblem(
      'unwritable',
      `${folder} is not empty, or no folder, so the backup was not unpacked there. Nothing was changed; name a folder that is not there yet.`,
    )
  }
  const aside = `${folder}.${randomBytes(8).toString('hex')}.tmp`
  const known = new Set(files.map(({ path }) => path))
  try {
    await withBackup(file, zip =>
      eachFile(file, zip, async (path, bytes) => {
        if (known.has(path)) await writeFlushed(join(aside, path), bytes)
      }),
    )
    await rmdir(folder).catch(absent)
    await rename(aside, folder)
    await systemDisk.flushFolder(dirname(folder))
    return files.length
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function withBackup<T>(file: string, work: (zip: ZipFile, listed: Manifest) => Promise<T>): Promise<T> {
  const zip = await openPromise(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      throw new RequestProblem(
        'unreadable',
        `There is no backup ${file}. Nothing was changed; check the name.`,
      )
    }
    throw damaged(file, 'it is no whole ZIP file')
  })
  try {
    return await work(zip, await readManifest(file))
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error
    // What the ZIP reader says is for programmers.
    throw error instanceof RequestProblem ? error : damaged(file, (error as Error).message)
  } finally {
    zip.close()
  }
}

async function readManifest(file: string): Promise<Manifest> {
  const zip = await openPromise(file)
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== manifestName) continue
      const read = manifest.safeParse(JSON.parse((await contentOf(zip, entry)).toString('utf8')))
      if (read.success && read.data.files.some(({ path }) => path === libraryFileName)) return read.data
      break
    }
    throw damaged(file, 'it is no backup of a library')
  } finally {
    zip.close()
  }
}

type Entry = Parameters<ZipFile['openReadStreamPromise']>[0]

/** Each file but the manifest, whole, one after the other. */
async function eachFile(
  file: string,
  zip: ZipFile,
  work: (path: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const opened = openSync(file, 'r')
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName === manifestName || entry.fileName.endsWith('/')) continue
      await work(entry.fileName, smallContentOf(opened, entry) ?? (await contentOf(zip, entry)))
    }
  } finally {
    closeSync(opened)
  }
}

const localHeader = 30

/** What is in a small file, read at once and without a stream of its own; null for any other. */
function smallContentOf(opened: number, entry: Entry): Buffer | null {
  const { compressedSize: packed, uncompressedSize: size, relativeOffsetOfLocalHeader: at } = entry
  const isPlain = !entry.isEncrypted() && (entry.compressionMethod === 0 || entry.compressionMethod === 8)
  if (!isPlain || packed > small || size > small) return null
  // What its name and further fields take here is only said in the header itself: most often this much, or less.
  const read = Buffer.alloc(localHeader + entry.fileNameRaw.length + 64 + packed)
  const found = read.subarray(0, readSync(opened, read, 0, read.length, at))
  if (found.length < localHeader) return null
  const start = localHeader + found.readUInt16LE(26) + found.readUInt16LE(28)
  if (start + packed > found.length) return null
  const content = found.subarray(start, start + packed)
  return entry.compressionMethod === 0
    ? content
    : inflateRawSync(content, { maxOutputLength: small, chunkSize: chunkFor(size) })
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function damaged(file: string, what: string): RequestProblem {
  return new RequestProblem(
    'unreadable',
    `The backup ${file} cannot be used: ${what}. Nothing was changed; take another backup.`,
  )
}
