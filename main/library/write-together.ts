// Files that belong together, written as one.
import { dirname } from 'node:path'
import { type Disk, putNew, replace, systemDisk, writeAside } from './durable-file.ts'

/** One that `isNew` replaces nothing. */
export type FileToWrite = { path: string; bytes: Uint8Array; isNew: boolean }

/**
 * Like `writeDurably` and `createDurably`: the disk has the bytes of all files before the first of them is under its name, and the last
 * one comes last. Rejects with the code EEXIST where the name of a new one is taken; new ones are gone then. A name that the disk
 * refuses only now, such as that of a file held open on Windows, leaves those before it replaced.
 */
export async function writeTogether(files: readonly FileToWrite[], disk: Disk = systemDisk): Promise<void> {
  const write = async (asides: readonly string[]): Promise<void> => {
    const next = files[asides.length]
    if (next) await writeAside(next.path, next.bytes, disk, aside => write([...asides, aside]))
    else await putAll(files, asides, disk)
  }
  await write([])
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await disk.flushFolder(folder)
}

async function putAll(files: readonly FileToWrite[], asides: readonly string[], disk: Disk): Promise<void> {
  const put: FileToWrite[] = []
  try {
    for (const [index, file] of files.entries()) {
      await (file.isNew ? putNew : replace)(asides[index] ?? '', file.path, disk)
      put.push(file)
    }
  } catch (error) {
    for (const { path, isNew } of put) if (isNew) await disk.unlink(path).catch(() => undefined)
    throw error
  }
}
