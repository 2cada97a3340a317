// Files of folders that somebody else may have filled: no link is followed, nothing outside is read, nothing endless.
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diskReason } from '../library/read-problem.ts'

/** Why a file was not read; the message is the end of a sentence about it. */
export class FileFault extends Error {}

/**
 * The bytes of a file within a folder. Throws a FileFault where the path leads out of it, or the file is a link, no file, or
 * larger than `most` bytes.
 */
export async function readWithin(folder: string, path: string, most: number): Promise<Uint8Array> {
  const parts = path.split('/')
  if (parts.some(part => part === '' || part === '.' || part === '..' || /[\\\0]/.test(part)))
    throw new FileFault('is no path within the folder')
  try {
    // A folder on the way may be a link as well.
    for (let n = 1; n < parts.length; n++) {
      if ((await lstat(join(folder, ...parts.slice(0, n)))).isSymbolicLink())
        throw new FileFault('lies behind a link, which is not followed')
    }
    const file = join(folder, ...parts)
    const stats = await lstat(file)
    if (stats.isSymbolicLink()) throw new FileFault('is a link, which is not followed')
    if (!stats.isFile()) throw new FileFault('is no file')
    if (stats.size > most)
      throw new FileFault(`has ${inMegabytes(stats.size)}; ${inMegabytes(most)} are the most that is read`)
    return await readFile(file)
  } catch (error) {
    throw error instanceof FileFault
      ? error
      : new FileFault(`cannot be read: ${diskReason(error as NodeJS.ErrnoException)}`)
  }
}

/** The text of a file. Throws a FileFault, also where it is not valid UTF-8. */
export async function readTextWithin(folder: string, path: string, most: number): Promise<string> {
  const bytes = await readWithin(folder, path, most)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new FileFault('is not valid UTF-8 text')
  }
}

/** The names of files with an ending in a folder, hidden ones left out; none where there is no such folder. */
export async function filesIn(folder: string, path: string, ending: string): Promise<string[]> {
  const isLink = await lstat(join(folder, path)).then(
    stats => stats.isSymbolicLink(),
    () => true,
  )
  const names = isLink ? [] : await readdir(join(folder, path))
  return names.filter(name => name.toLowerCase().endsWith(ending) && !name.startsWith('.')).sort()
}

function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1024 / 1024
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}
