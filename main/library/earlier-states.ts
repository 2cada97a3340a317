// The ways back: a record from the trash, and as one of its versions.
import { isDeepStrictEqual } from 'node:util'
import { type Collection, type FoundRecord, validRecord } from '../../shared/model/records.ts'
import { withNewIds } from '../../shared/references/new-ids.ts'
import { bringTogether } from './bring-together.ts'
import type { LibraryParts } from './library-parts.ts'
import { noSuchRecord } from './refusals.ts'
import { newestIds, readRenamedIds } from './renamed-ids.ts'
import { findInTrash } from './trash.ts'

/** Takes a record back from the trash, in its turn. Rejects with a RequestProblem where it is not there. */
export async function restoreFromTrash(parts: LibraryParts, id: string): Promise<FoundRecord> {
  const { files, records, folder } = parts
  const file = await findInTrash(files, id)
  if (!file) throw noSuchRecord(folder, `nothing called "${id}" in the trash`)
  const { collection } = file
  const record = await files.readTrashed(file)
  await files.moveBack(file)
  const found = await underNewestIds(parts, { collection, record } as FoundRecord)
  const isSame = found.record === record
  const stamp = isSame ? await files.stamp(collection, id) : await files.replace(collection, found.record)
  records.publish(found, stamp)
  return found
}

/** A record as it was. Rejects with a RequestProblem where there is no such version. */
export async function readVersion(
  parts: LibraryParts,
  collection: Collection,
  id: string,
  at: string,
): Promise<FoundRecord> {
  try {
    const record = await parts.history.read(collection, id, at)
    return await underNewestIds(parts, { collection, record } as FoundRecord)
  } catch {
    throw noSuchRecord(parts.folder, `no version of "${id}" from ${at} that can be read`)
  }
}

/** Makes a record what it was, in its turn; what it is now becomes a version. */
export async function revertTo(
  parts: LibraryParts,
  { collection, record: before }: FoundRecord,
  at: string,
): Promise<FoundRecord> {
  const { history, files, records, now } = parts
  const { record: version } = await readVersion(parts, collection, before.id, at)
  // What was issued since then stays issued.
  const kept = 'issues' in before ? { issues: before.issues } : {}
  await history.keep(before, now().getTime())
  const after = validRecord(collection, { ...version, ...kept, updatedAt: now().toISOString() })
  const { theirs } = await bringTogether(parts, collection, before, after)
  if (theirs) await history.keep(theirs, now().getTime())
  const found = { collection, record: after } as FoundRecord
  records.publish(found, await files.replace(collection, after))
  return found
}

/**
 * A state from before some records were renamed or merged, referring to them as they are called now; itself where there is
 * no such reference. One that was merged and has come back stands for itself again.
 */
async function underNewestIds(
  { folder, seal, records }: LibraryParts,
  found: FoundRecord,
): Promise<FoundRecord> {
  const isHere = (id: string) => id === found.record.id || records.index.collectionOf(id) !== null
  const renamings = (await readRenamedIds(folder, seal)).filter(each => !each.isMerge || !isHere(each.from))
  const fresh = withNewIds(found, newestIds(renamings))
  return isDeepStrictEqual(fresh, found) ? found : fresh
}
