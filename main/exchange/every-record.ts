import type { Collection, FoundRecord } from '../../shared/model/records.ts'
import type { Library } from '../library/library.ts'

/** Every record of one kind, one after the other, as it is when its turn comes; what was deleted meanwhile is left out. */
export async function* everyRecord(library: Library, collection: Collection): AsyncGenerator<FoundRecord> {
  const ids = (await library.list(collection)).map(({ id }) => id).sort()
  for (const id of ids) {
    const found = await recordNow(library, id)
    if (found) yield found
  }
}

/** The record of an id as it is now; null where the library has none. */
export async function recordNow(library: Library, id: string): Promise<FoundRecord | null> {
  try {
    return await library.find(id)
  } catch {
    return null
  }
}
