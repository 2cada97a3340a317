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
  const { collection, id } = target
  let isConflict = false
  const record = await library.update(collection, id, now => {
    const changed = changedSince(library, target, now, change)
    isConflict = changed.isConflict
    return changed.record
  })
  if (isConflict) notify('record.changed', { found: { collection, record } as FoundRecord, isConflict })
  return record
}

/** What such a change makes of a record as it is now. */
export function changedSince<C extends Collection>(
  library: Library,
  { collection, id, since }: { collection: C; id: string; since: string | undefined },
  now: RecordTypes[C],
  change: (record: RecordTypes[C]) => RecordTypes[C],
): { record: RecordTypes[C]; isConflict: boolean } {
  const base = (since && library.replacedByOthers(collection, id, since)) || now
  if (base === now) {
    // Nobody knows any more what it was changed from: ours stands, and theirs is a version since it was taken in.
    const isConflict =
      since !== undefined && since !== now.updatedAt && library.isOverUnknown(id, now.updatedAt)
    return { record: change(now), isConflict }
  }
  const { record, isConflict } = mergeRecords<AnyRecord>(base, change(base), now)
  return { record: record as RecordTypes[C], isConflict }
}
