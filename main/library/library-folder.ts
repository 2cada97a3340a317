// The folder a library is in, before any of it is read.
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { keysFileName, libraryFileName, libraryFolders } from './folders.ts'
import { diskReason } from './read-problem.ts'

/** The names in a folder, none where there is no folder. Throws a RequestProblem where it cannot be listed. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new RequestProblem(
      'unreadable',
      `The folder ${folder} cannot be read: ${diskReason(error)}. Nothing was changed.`,
      { cause: error },
    )
  })
}

/** Throws a RequestProblem where there is neither a library in the folder nor room for a new one. */
export async function checkFolder(folder: string): Promise<void> {
  const names = visible(await namesIn(folder))
  if (names.length === 0 || names.includes(libraryFileName) || names.includes(keysFileName)) return
  const isOfLibrary = (name: string) => [...libraryFolders, 'set-aside'].includes(name)
  if (!names.some(isOfLibrary)) {
    throw new RequestProblem(
      'unreadable',
      `The folder ${folder} holds other files and no library. Nothing was changed; name an empty folder or one that holds a library.`,
    )
  }
  // A first start may have got no further than its folders.
  if (names.every(isOfLibrary) && (await areEmpty(names.map(name => join(folder, name))))) return
  // Another process may have begun the library since it was looked for.
  if ((await namesIn(folder)).includes(libraryFileName)) return
  throw new RequestProblem(
    'unreadable',
    `The folder ${folder} has no ${libraryFileName}, so it was not opened as a library. Nothing was changed; if it is yours, put ${libraryFileName} back (an empty file of that name will do), or else name another folder.`,
  )
}

/** Makes folders that are not there yet. Throws a RequestProblem where the disk refuses. */
export async function makeFolders(folder: string, names: readonly string[]): Promise<void> {
  await refusedByDisk(folder, async () => {
    for (const name of names) await mkdir(join(folder, name), { recursive: true })
  })
}

/** Does something to the library's folder, and tells it as a RequestProblem where the disk refuses. */
export async function refusedByDisk<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new RequestProblem(
      'unwritable',
      `The library folder ${folder} cannot be written: ${(error as Error).message}. Nothing was changed.`,
      { cause: error },
    )
  }
}

async function areEmpty(folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) if (visible(await namesIn(folder)).length > 0) return false
  return true
}

function visible(names: readonly string[]): string[] {
  return names.filter(name => !name.startsWith('.'))
}
