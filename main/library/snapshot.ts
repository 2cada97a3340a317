// A library as it is at one moment: second names of its files, which later saves replace and never write into.
import type { Dirent } from 'node:fs'
import { copyFile, link, mkdtemp, readdir, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { isLeftOver } from './durable-file.ts'
import { stepsFolder } from './folders.ts'
import { stageOf, type Watched } from './work-progress.ts'

/**
 * A library's files under second names in a folder: the number of each in `paths`, which are relative to the library, with
 * slashes; null where a file was gone before it had one.
 */
export type Snapshot = { folder: string; paths: (string | null)[] }

const prefix = '.snapshot-'

/** What can be made anew, or belongs to the process that has the library open. */
const leftOut = new Set(['index', stepsFolder, '.lock', '.lock-journal', '.holder', 'manifest.json'])

/** How many folders or files are asked for at once: saves wait meanwhile, and one after the other takes five times as long. */
const atOnce = 64

/** Whether a name in a library's folder is a snapshot's, which may have been cut off. */
export function isOfSnapshot(name: string): boolean {
  return name.startsWith(prefix)
}

/** To be called while nothing is saved. Where it rejects, nothing is left of it. */
export async function takeSnapshot(library: string, watched: Watched<'reading'> = {}): Promise<Snapshot> {
  const folder = await mkdtemp(join(library, prefix))
  try {
    const found = await filesOf(library)
    const { at } = stageOf(watched, 'reading', found.length)
    const paths: Snapshot['paths'] = []
    for (let start = 0; start < found.length; start += atOnce) {
      at(start)
      const some = found.slice(start, start + atOnce)
      // Numbers in one folder: to make a library's many folders anew would take longer than all the links.
      const areThere = await Promise.all(
        some.map((path, each) => linkOrCopy(join(library, path), join(folder, String(start + each)))),
      )
      for (const [each, path] of some.entries()) paths.push(areThere[each] ? path : null)
    }
    return { folder, paths }
  } catch (error) {
    await removeSnapshot({ folder })
    throw error
  }
}

/** Every file that belongs to a backup: paths. */
async function filesOf(library: string): Promise<string[]> {
  const files: string[] = []
  let folders = ['']
  while (folders.length > 0) {
    const some = folders.slice(0, atOnce)
    folders = folders.slice(atOnce)
    const found = await Promise.all(
      some.map(folder => readdir(join(library, folder), { withFileTypes: true })),
    )
    for (const [at, entries] of found.entries()) {
      for (const entry of entries) {
        const within = some[at] ?? ''
        if (within === '' && !isOfBackup(library, entry)) continue
        const path = within === '' ? entry.name : `${within}/${entry.name}`
        if (isLeftOver(entry.name)) continue
        if (entry.isDirectory()) folders.push(path)
        else if (entry.isFile()) files.push(path)
      }
    }
  }
  return files
}

/** Whether what lies in the library's own folder is backed up. */
function isOfBackup(library: string, entry: Dirent): boolean {
  if (entry.isSymbolicLink()) {
    throw new RequestProblem(
      'unreadable',
      `${join(library, entry.name)} is a link, so what it leads to cannot be backed up with the rest. No backup was made; put the folder itself in its place.`,
    )
  }
  return !leftOut.has(entry.name) && !isOfSnapshot(entry.name)
}

/** Gives whether it was there: a draft may be saved and dropped meanwhile. */
async function linkOrCopy(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to).catch(() => copyFile(from, to))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return false
  }
}

/** Some at a time: `rm` asks for all of a folder at once, and stops the process for seconds where it is large. */
export async function removeSnapshot({ folder }: Pick<Snapshot, 'folder'>): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (let start = 0; start < names.length; start += atOnce) {
    const some = names.slice(start, start + atOnce)
    await Promise.all(some.map(name => unlink(join(folder, name)).catch(() => undefined)))
  }
  await rm(folder, { recursive: true, force: true })
}

/** Removes what a snapshot that was cut off has left. */
export async function removeOldSnapshots(library: string): Promise<void> {
  for (const name of await readdir(library).catch(() => [])) {
    if (isOfSnapshot(name)) await removeSnapshot({ folder: join(library, name) })
  }
}
