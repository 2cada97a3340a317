// What a folder holds, as a chooser shows it.
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileFilter } from 'electron'

export interface Folder {
  readonly path: string
  readonly folders: readonly string[]
  readonly files: readonly string[]
}

/** Throws where the folder cannot be read. */
export function listFolder(path: string, filter: FileFilter | undefined, showsHidden: boolean): Folder {
  const endings = (filter?.extensions ?? ['*']).map(extension => `.${extension.toLowerCase()}`)
  const isWanted = (name: string) =>
    endings.includes('.*') || endings.some(ending => name.toLowerCase().endsWith(ending))
  // A link is what it leads to.
  const kindOf = (entry: Dirent) =>
    entry.isSymbolicLink() ? statSync(join(path, entry.name), { throwIfNoEntry: false }) : entry
  const folders: string[] = []
  const files: string[] = []
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.name.startsWith('.') && !showsHidden) continue
    const kind = kindOf(entry)
    if (kind?.isDirectory()) folders.push(entry.name)
    else if (kind?.isFile() && isWanted(entry.name)) files.push(entry.name)
  }
  const byName = (left: string, right: string) => left.localeCompare(right)
  return { path, folders: folders.sort(byName), files: files.sort(byName) }
}
