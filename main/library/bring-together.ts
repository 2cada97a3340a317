// A record that another program has changed before our save of it.

import { mergeRecords } from '../../shared/model/merge-records.ts'
import { type AnyRecord, type Collection, type RecordTypes, validRecord } from '../../shared/model/records.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { LibraryParts } from './library-parts.ts'
import { readProblem } from './read-problem.ts'
import { copyAside } from './unreadable.ts'

/** `theirs` is what another program had put there; null where nobody had. */
export type BroughtTogether<T> = { record: T; theirs: T | null; isConflict: boolean }

/**
 * The record to write where another program has changed its file meanwhile: both changes merged. What cannot be is kept,
 * theirs as a version and a damaged file aside, before anything is written over it. Throws a RequestProblem where that
 * cannot be done.
 */
export async function bringTogether<C extends Collection>(
  { folder, files, history, records, now }: LibraryParts,
  collection: C,
  before: RecordTypes[C],
  after: RecordTypes[C],
): Promise<BroughtTogether<RecordTypes[C]>> {
  const path = files.pathOf(collection, before.id)
  const put = await files
    .putByOthers(collection, before, records.index.stampOf(before.id))
    .catch(async error => {
      const isDamaged = readProblem(error).kind === 'damaged'
      if (!isDamaged || (await copyAside(folder, path, now())) === null) throw cannotKeep(path)
      return null
    })
  if (put === null) return { record: after, theirs: null, isConflict: false }
  const theirs = put.record
  const { record, isConflict } = mergeRecords<AnyRecord>(before, after, theirs)
  if (isConflict) await history.keep(theirs, now().getTime())
  return { record: validRecord(collection, record), theirs: theirs as RecordTypes[C], isConflict }
}

function cannotKeep(path: string): RequestProblem {
  return new RequestProblem(
    'unwritable',
    `${path} was changed by another program, and cannot be read here or kept aside. It was left as it is and nothing was saved; see to that file and try again.`,
  )
}
