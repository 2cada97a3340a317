// A change of a state that another program may have replaced meanwhile.
import { mergeRecords } from '../../shared/model/merge-records.ts'
import type { AnyRecord, Collection, FoundRecord, RecordTypes } from '../../shared/model/records.ts'
import type { Library } from '../library/library.ts'
import type { Notify } from './ports.ts'

/**
 * Changes a record by a pure function of the state that the caller had before it: `since` is that state's `updatedAt`.
 * What another program wrote meanwhile is brought together with the change, field by field. Where both changed the same
 * words ours stand, theirs are among the record's versions since they were taken in, and the window is told so.
 */
export async function changeSince<C extends Collection>(
  library: Library,
  notify: Notify,
  target: { collection: C; id: string; since: string | undefined },
  change: (record: RecordTypes[C]) => RecordTypes[C],
): Promise<RecordTypes[C]> {
  const { collection, id, since } = target
  let isConflict = false
  const record = await library.update(collection, id, now => {
    const base = (since && library.replacedByOthers(collection, id, since)) || now
    if (base === now) return change(now)
    const merged = mergeRecords<AnyRecord>(base, change(base), now)
    isConflict = merged.isConflict
    return merged.record as RecordTypes[C]
  })
  if (isConflict) notify('record.changed', { found: { collection, record } as FoundRecord, isConflict })
  return record
}
