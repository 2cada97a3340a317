// A whole library in one ZIP file, with the sum of each of its files, read back before it is called a backup.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, rmdir, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openPromise, type ZipFile } from 'yauzl'
import { ZipFile as NewZipFile } from 'yazl'
import * as z from 'zod'
import { instant, sha256 } from '../../shared/model/v1/fields.ts'
import { RequestProblem } from '../../shared/result.ts'
import { absent, systemDisk } from './durable-file.ts'
import { libraryFileName } from './folders.ts'
import type { Snapshot } from './snapshot.ts'

export type BackupMade = { file: string; files: number; bytes: number }

const manifestName = 'manifest.json'
const manifest = z.strictObject({
  schema: z.literal(1),
  madeAt: instant,
  files: z.array(z.strictObject({ path: z.string().min(1), bytes: z.int().nonnegative(), sha256 })),
})

type Manifest = z.infer<typeof manifest>

/**
 * Writes a snapshot to a ZIP file, reads all of it back, and only then gives it its name. Where it rejects, a file that
 * had that name before is as it was.
 */
export async function writeBackup(snapshot: Snapshot, file: string, now: Date): Promise<BackupMade> {
  await mkdir(dirname(file), { recursive: true })
  const aside = join(dirname(file), `.${basename(file).slice(0, 40)}.${randomBytes(16).toString('hex')}.tmp`)
  try {
    const listed: Manifest = { schema: 1, madeAt: now.toISOString(), files: await sumsOf(snapshot) }
    await writeZip(snapshot, listed, aside)
    await verifyBackup(aside)
    await rename(aside, file)
    await systemDisk.flushFolder(dirname(file))
    return { file, files: listed.files.length, bytes: (await stat(file)).size }
  } catch (error) {
    await unlink(aside).catch(() => undefined)
    throw error
  }
}

async function sumsOf({ folder, paths }: Snapshot): Promise<Manifest['files']> {
  const sums: Manifest['files'] = []
  for (const path of paths) {
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(join(folder, path))) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
    sums.push({ path, bytes, sha256: hash.digest('hex') })
  }
  return sums
}

async function writeZip({ folder, paths }: Snapshot, listed: Manifest, to: string): Promise<void> {
  const zip = new NewZipFile()
  // It tells of a file that changed meanwhile by an event of its own.
  zip.on('error', error => (zip.outputStream as Readable).destroy(error))
  zip.addBuffer(Buffer.from(JSON.stringify(listed, null, 2)), manifestName)
  // What is compressed already only costs time.
  for (const path of paths) zip.addFile(join(folder, path), path, { compress: !path.endsWith('.gz') })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(to, { flags: 'wx', mode: 0o600 }))
  const handle = await open(to, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads a whole backup and compares it with its own list. Throws a RequestProblem that says what is wrong with it. */
export async function verifyBackup(file: string): Promise<Manifest> {
  return withBackup(file, async (zip, listed) => {
    const left = new Map(listed.files.map(each => [each.path, each]))
    await eachFile(zip, async (path, bytes) => {
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
      eachFile(zip, async (path, bytes) => {
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
async function eachFile(zip: ZipFile, work: (path: string, bytes: Buffer) => Promise<void>): Promise<void> {
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === manifestName || entry.fileName.endsWith('/')) continue
    await work(entry.fileName, await contentOf(zip, entry))
  }
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
