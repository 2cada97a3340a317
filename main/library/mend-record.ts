// What a damaged record was before: the file its last save replaced, or else the newest of its kept versions.
import type { AnyRecord, Collection } from '../../shared/model/records.ts'
import { DurableFile, previousOf } from './durable-file.ts'
import type { History } from './history.ts'
import { refuseOtherId } from './read-problem.ts'
import { coverOf, type Seal, sealContext } from './seal.ts'
import { readStored } from './unreadable.ts'

/** The newest state of a record that can still be read; null where there is none. `path` is the damaged file's. */
export async function lastGood(
  path: string,
  collection: Collection,
  id: string,
  history: History,
  seal: Seal,
): Promise<AnyRecord | null> {
  const previous = await readable(() =>
    new DurableFile<AnyRecord>(
      previousOf(path),
      readStored(collection),
      coverOf(seal, sealContext.record(collection, id)),
    ).read(),
  )
  if (previous) return previous
  for (const at of await history.list(id)) {
    const version = await readable(() => history.read(collection, id, at))
    if (version) return version
  }
  return null

  async function readable(read: () => Promise<AnyRecord | null>): Promise<AnyRecord | null> {
    try {
      const record = await read()
      if (record) refuseOtherId(record.id, id)
      return record
    } catch {
      return null
    }
  }
}
