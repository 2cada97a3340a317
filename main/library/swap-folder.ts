// Another state of a library takes the place of the present one, whole or not at all, whenever it is cut off.
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { systemDisk } from './durable-file.ts'

const present = async (path: string) => (await stat(path).catch(() => null)) !== null

/** Where the new state is made, beside the folder: an unfinished one there is nothing to anybody. */
export function freshFolderOf(folder: string): string {
  return `${folder}.dispatch-box-new`
}

/** Where the old state lies while it is replaced. */
function replacedFolderOf(folder: string): string {
  return `${folder}.dispatch-box-old`
}

/**
 * Puts the finished `freshFolderOf` a folder in its place and removes what was there. Where it rejects, the folder is as it
 * was, or the next `finishSwap` and `clearSwap` bring it to its end. Nobody may have the folder open.
 *
 * @param step called before each step, for tests that end there
 */
export async function swapFolder(
  folder: string,
  step: (name: string) => void = () => undefined,
): Promise<void> {
  step('swap')
  await rename(folder, replacedFolderOf(folder))
  step('place')
  try {
    await rename(freshFolderOf(folder), folder)
  } catch (error) {
    // Another process that was just starting may have put it there already.
    if (!(await present(folder))) {
      await rename(replacedFolderOf(folder), folder)
      throw error
    }
  }
  step('flush')
  await systemDisk.flushFolder(dirname(folder))
  step('remove')
  await rm(replacedFolderOf(folder), { recursive: true, force: true, maxRetries: 5 })
}

/** Before anything is looked for in a folder: where a swap was cut off between its two steps, the folder is there again. */
export async function finishSwap(folder: string): Promise<void> {
  if ((await present(folder)) || !(await present(replacedFolderOf(folder)))) return
  const next = (await present(freshFolderOf(folder))) ? freshFolderOf(folder) : replacedFolderOf(folder)
  await rename(next, folder).catch(() => undefined)
  await systemDisk.flushFolder(dirname(folder))
}

/** Removes what a swap that was cut off has left beside a folder. To be called by who holds the library's lock. */
export async function clearSwap(folder: string): Promise<void> {
  for (const left of [freshFolderOf(folder), replacedFolderOf(folder)]) {
    await rm(left, { recursive: true, force: true, maxRetries: 5 })
  }
}
