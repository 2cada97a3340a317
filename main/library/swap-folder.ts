// Another state of a library takes the place of the present one, whole or not at all, whenever it is cut off.
import { randomBytes } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { absent, systemDisk } from './durable-file.ts'

const present = async (path: string) => (await stat(path).catch(() => null)) !== null

/** Where the new state is made, beside the folder: an unfinished one there is nothing to anybody. */
export function freshFolderOf(folder: string): string {
  return `${folder}.dispatch-box-new`
}

/** Where the old state lies while it is replaced. */
function replacedFolderOf(folder: string): string {
  return `${folder}.dispatch-box-old`
}

/** Where left-overs are moved before they are removed, so that nothing else takes them for whole. */
const goneStart = (folder: string) => `${basename(folder)}.dispatch-box-gone-`

type Swapping = {
  /** Whether the new state is all there, asked once the old one is out of its place. */
  isWhole?: () => Promise<boolean>
  /** Called before each step, for tests that end there. */
  step?: (name: string) => void
}

/**
 * Puts the finished `freshFolderOf` a folder in its place and removes what was there. Where it rejects, the folder is as it
 * was, or the next `finishSwap` and `clearSwap` bring it to its end. Nobody else may have either folder open: their locks
 * are to be held meanwhile, where the system moves a folder in which a file is open.
 */
export async function swapFolder(
  folder: string,
  { isWhole = async () => true, step = () => undefined }: Swapping = {},
): Promise<void> {
  const [fresh, replaced] = [freshFolderOf(folder), replacedFolderOf(folder)]
  step('swap')
  await rename(folder, replaced)
  step('place')
  try {
    if ((await present(fresh)) && !(await isWhole())) throw notWhole(folder)
    await rename(fresh, folder)
  } catch (error) {
    if (!(await present(folder))) {
      await rename(replaced, folder)
      throw error
    }
    // Another process that was just starting may have put it there already; or has begun a library of its own.
    if (await present(fresh)) throw error
  }
  step('flush')
  await systemDisk.flushFolder(dirname(folder))
  step('remove')
  await rm(replaced, { recursive: true, force: true, maxRetries: 5 })
}

/** Before anything is looked for in a folder: where a swap was cut off between its two steps, the folder is there again. */
export async function finishSwap(folder: string): Promise<void> {
  const [fresh, replaced] = [freshFolderOf(folder), replacedFolderOf(folder)]
  if (!(await present(replaced))) return
  if (await present(folder)) {
    if (!(await present(fresh)) || !(await isJustBegun(folder))) return
    await rename(folder, goneBeside(folder)).catch(() => undefined)
  }
  await rename((await present(fresh)) ? fresh : replaced, folder).catch(() => undefined)
  await systemDisk.flushFolder(dirname(folder))
}

/**
 * Removes what a swap that was cut off has left beside a folder. To be called by who holds the library's lock. Throws a
 * RequestProblem where the folder was made between the two steps of a swap: then the library is what lies beside it.
 */
export async function clearSwap(folder: string): Promise<void> {
  const left = [freshFolderOf(folder), replacedFolderOf(folder)]
  const found = await Promise.all(left.map(present))
  if (found.every(Boolean)) {
    throw new RequestProblem(
      'unwritable',
      `The library ${folder} was being written anew when it was opened: it lies in ${left[1]}, and as it is to be in ${left[0]}. Nothing was changed; try again in a moment.`,
    )
  }
  for (const each of left) await rename(each, goneBeside(folder)).catch(absent)
  const parent = dirname(folder)
  for (const name of await readdir(parent)) {
    if (!name.startsWith(goneStart(folder))) continue
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

function notWhole(folder: string): RequestProblem {
  return new RequestProblem(
    'unwritable',
    `The library ${folder} could not be written anew: what was written of it was changed by another program meanwhile. Nothing of it is lost; try again.`,
  )
}

function goneBeside(folder: string): string {
  return join(dirname(folder), `${goneStart(folder)}${randomBytes(8).toString('hex')}`)
}

/** Whether there is nothing in a folder but what somebody makes who is about to open it. */
async function isJustBegun(folder: string): Promise<boolean> {
  return (await readdir(folder)).every(name => /^\.(?:lock.*|holder)$/.test(name))
}
