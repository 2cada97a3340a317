// Damaged files that were set aside, in this session and in all before it.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Collection } from '../../shared/model/records.ts'
import { collections, fileTime } from './folders.ts'

/** A file that was set aside: where it is now, where it was, and when (an instant; null where its name does not say). */
export type KeptAside = { path: string; was: string; at: string | null }

/** What is in a library's set-aside folder, the newest first. */
export async function setAsideFiles(folder: string): Promise<KeptAside[]> {
  const place = join(folder, 'set-aside')
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => {
      const path = join(entry.parentPath, entry.name)
      const [, name = entry.name, time = ''] = /^(.*?)\.(\d{4}-\d\d-\d\dT.+)\.json$/.exec(entry.name) ?? []
      const within = entry.parentPath.slice(place.length + 1)
      return {
        path,
        was: join(folder, within, time ? `${name}.json` : entry.name),
        at: fileTime.read(time),
      }
    })
    .sort((one, other) => (other.at ?? '').localeCompare(one.at ?? '') || one.path.localeCompare(other.path))
}

/** The record whose file a path of the library was: its kind and what the file is called. Null for what holds no record. */
export function recordOf(folder: string, file: string): { collection: Collection; name: string } | null {
  const collection = collections.find(each => file.startsWith(join(folder, each, '/')))
  if (!collection || !file.endsWith('.json')) return null
  return { collection, name: file.slice(join(folder, collection, '/').length, -'.json'.length) }
}
