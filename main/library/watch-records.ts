// Hears when files of records change, whoever changed them.
import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'
import type { Collection } from '../../shared/model/records.ts'
import { collections } from './folders.ts'
import type { Seal } from './seal.ts'

/** Milliseconds until a file is looked at: programs that sync write, rename and touch it in quick succession. */
const quiet = 200

/** Calls back with the record whose file changed, once it has been quiet. Gives the means to stop. */
export function watchRecords(
  folder: string,
  seal: Seal,
  onChange: (collection: Collection, id: string) => void,
): () => void {
  const timers = new Map<string, NodeJS.Timeout>()
  const watchers = collections.flatMap((collection): FSWatcher[] => {
    try {
      const watcher = watch(join(folder, collection), { persistent: false }, (_event, name) => {
        const stem = /^([^.].*)\.json$/.exec(name ?? '')?.[1]
        const id = stem === undefined ? null : seal.idOf(stem)
        if (id === null) return
        const key = `${collection}/${id}`
        clearTimeout(timers.get(key))
        const look = () => {
          timers.delete(key)
          onChange(collection, id)
        }
        timers.set(key, setTimeout(look, quiet).unref())
      })
      // A folder that went away is no longer watched; saves tell of it.
      return [watcher.on('error', () => watcher.close())]
    } catch {
      return []
    }
  })
  return () => {
    for (const watcher of watchers) watcher.close()
    for (const timer of timers.values()) clearTimeout(timer)
  }
}
