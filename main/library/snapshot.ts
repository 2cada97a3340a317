// A library as it is at one moment: second names of its files, which later saves replace and never write into.
import { copyFile, link, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RequestProblem } from '../../shared/result.ts'
import { isLeftOver } from './durable-file.ts'
import { stepsFolder } from './folders.ts'

/** A library's files under names of their own. Paths are relative to both folders, with slashes. */
export type Snapshot = { folder: string; paths: string[] }

const prefix = '.snapshot-'

/** What can be made anew, or belongs to the process that has the library open. */
const leftOut = new Set(['index', stepsFolder, '.lock', '.lock-journal', '.holder', 'manifest.json'])

/** Whether a name in a library's folder is a snapshot's, which may have been cut off. */
export function isOfSnapshot(name: string): boolean {
  return name.startsWith(prefix)
}

/** To be called while nothing is saved. */
export async function takeSnapshot(library: string): Promise<Snapshot> {
  const folder = await mkdtemp(join(library, prefix))
  const paths: string[] = []
  const entries = await readdir(library, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    const within = entry.parentPath.slice(library.length + 1).replaceAll('\\', '/')
    const path = within === '' ? entry.name : `${within}/${entry.name}`
    const [first = ''] = path.split('/')
    if (entry.isSymbolicLink() && within === '') {
      throw new RequestProblem(
        'unreadable',
        `${join(library, path)} is a link, so what it leads to cannot be backed up with the rest. No backup was made; put the folder itself in its place.`,
      )
    }
    if (!entry.isFile() || leftOut.has(first) || isOfSnapshot(first) || path.split('/').some(isLeftOver))
      continue
    const [from, to] = [join(library, path), join(folder, path)]
    await mkdir(dirname(to), { recursive: true })
    try {
      await link(from, to).catch(() => copyFile(from, to))
      paths.push(path)
    } catch (error) {
      // A draft may be saved and dropped meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return { folder, paths: paths.sort() }
}

export function removeSnapshot({ folder }: Snapshot): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}

/** Removes what a snapshot that was cut off has left. */
export async function removeOldSnapshots(library: string): Promise<void> {
  for (const name of await readdir(library).catch(() => [])) {
    if (isOfSnapshot(name)) await rm(join(library, name), { recursive: true, force: true })
  }
}
