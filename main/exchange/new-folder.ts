// A folder that appears whole or not at all.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { absent, systemDisk } from '../library/durable-file.ts'

/** Writes files into a folder that nobody sees yet. Paths are within it, with slashes. */
export type NewFolder = {
  write(path: string, bytes: Uint8Array | string): Promise<void>
  /** Writes one line after the other. */
  writeLines(path: string, lines: AsyncIterable<string>): Promise<void>
}

/**
 * Makes a folder of what `fill` writes, flushed to the disk, and only then gives it its name. Throws a RequestProblem where
 * there is something in a folder of that name, or it would lie within `apartFrom`. Where it rejects, nothing is left over.
 */
export async function makeFolder(
  folder: string,
  apartFrom: string,
  fill: (into: NewFolder) => Promise<void>,
): Promise<void> {
  const target = resolve(folder)
  await mustBeFree(target)
  await mkdir(dirname(target), { recursive: true })
  await mustBeApart(target, apartFrom)
  const name = basename(target).slice(0, 40)
  const aside = join(dirname(target), `.${name}.${randomBytes(16).toString('hex')}.tmp`)
  const made = new Set<string>()
  const openNew = async (path: string) => {
    const parent = dirname(join(aside, path))
    await mkdir(parent, { recursive: true })
    made.add(parent)
    return open(join(aside, path), 'wx')
  }
  try {
    await mkdir(aside)
    await fill({
      async write(path, bytes) {
        const handle = await openNew(path)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
      },
      async writeLines(path, lines) {
        const handle = await openNew(path)
        try {
          for await (const line of lines) await handle.appendFile(`${line}\n`)
          await handle.sync()
        } finally {
          await handle.close()
        }
      },
    })
    for (const each of made) await systemDisk.flushFolder(each)
    // An empty folder of that name makes room; one that was filled meanwhile refuses.
    await rmdir(target).catch(absent)
    await rename(aside, target)
    await systemDisk.flushFolder(dirname(target))
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
}

async function mustBeFree(folder: string): Promise<void> {
  const isFree = await readdir(folder).then(
    names => names.length === 0,
    error => error.code === 'ENOENT',
  )
  if (isFree) return
  throw new RequestProblem(
    'unwritable',
    `${folder} is not empty, or no folder, so nothing was exported there. Nothing was changed; name a folder that is new or empty.`,
  )
}

async function mustBeApart(folder: string, from: string): Promise<void> {
  const parent = await realpath(dirname(folder))
  const way = relative(await realpath(from), join(parent, basename(folder)))
  if (way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way) return
  throw new RequestProblem(
    'unwritable',
    `${folder} lies in the library itself, so nothing was exported there. Nothing was changed; name a folder elsewhere.`,
  )
}
