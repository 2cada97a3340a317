// A record under another id, with everything that refers to it led there.
import { unlink } from 'node:fs/promises'
import type { AnyRecord, Collection, FoundRecord, Quote } from '../../shared/model/records.ts'
import { id as idSchema } from '../../shared/model/v1/fields.ts'
import { withNewIds } from '../../shared/references/new-ids.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Change } from './change.ts'
import { type Drafts, openDrafts } from './drafts.ts'
import type { Disk } from './durable-file.ts'
import type { History } from './history.ts'
import { isReserved, slugOf, type UsedIds } from './ids.ts'
import type { RecordFiles } from './record-files.ts'
import type { Located } from './record-index.ts'
import { newestIds, noteRenamed, readRenamedIds, withoutMerges } from './renamed-ids.ts'
import type { Seal } from './seal.ts'

/** What it asks of the library that the record is in. */
export type HoldingLibrary = {
  drafts: Pick<Drafts, 'rename'>
  has(id: string): boolean
  find(id: string): Promise<FoundRecord>
  get(collection: Collection, id: string): Promise<AnyRecord>
  list(collection: 'quotes'): Quote[]
  mayUse(id: string): Located[]
  saveTogether(ids: readonly string[], plan: () => Promise<readonly Change[]>): Promise<void>
}

type Renaming = {
  library: HoldingLibrary
  folder: string
  files: RecordFiles
  history: History
  usedIds: () => Promise<UsedIds>
  seal: Seal
  disk: Disk
  now: () => Date
}

/**
 * Renames a record, and rewrites the references to it in briefs and the places in it of evidence, all or none. Its
 * versions and unsaved texts follow. The old id is not given to another record; the record itself may have it back, which
 * undoes the renaming. Rejects with a RequestProblem where the new id is none or is taken, and for an issued brief.
 */
export async function renameRecord(renaming: Renaming, id: string, to: string): Promise<FoundRecord> {
  const { library, folder, history, seal, disk } = renaming
  const found = await library.find(id)
  if (to === id) return found
  await mustBeFree(renaming, id, to)
  if (found.collection === 'briefs' && found.record.issues.length > 0) {
    throw refusal(
      `${id} was issued, and its issued versions bear that id. Nothing was changed; duplicate the brief to have it under another.`,
    )
  }
  const { collection } = found
  const users = usersOf(library, collection, id)
  const ids = new Map([[id, to]])
  // Before it is done: an id that is noted and still in use does no harm, one that is free without a note would be lost.
  await noteRenamed(folder, { from: id, to }, seal, disk)
  await removeTrashed(renaming, collection, to)
  await library.saveTogether([id, to, ...users.map(user => user.id)], async () => {
    const updatedAt = renaming.now().toISOString()
    const fresh = withNewIds(await library.find(id), ids).record
    const changes = [
      { collection, id, after: null },
      { collection, id: to, after: { ...fresh, updatedAt } },
    ]
    for (const user of users) {
      const before = { collection: user.collection, record: await library.get(user.collection, user.id) }
      const { record } = withNewIds(before as FoundRecord, ids)
      changes.push({ collection: user.collection, id: user.id, after: { ...record, updatedAt } })
    }
    return changes as Change[]
  })
  ;(await renaming.usedIds()).add(to)
  // Its record is in the library: what went to the trash under the old id is only its shell.
  await removeTrashed(renaming, collection, id)
  await history.rename(id, to)
  await library.drafts.rename(ids)
  return library.find(to)
}

/** The records that refer to one; people are named by quotes. */
export function usersOf(library: HoldingLibrary, collection: Collection, id: string) {
  const users = library.mayUse(id).filter(user => user.id !== id)
  if (collection !== 'people') return users
  const quotes = library.list('quotes').filter(({ person }) => person === id)
  return [...users, ...quotes.map(quote => ({ collection: 'quotes' as const, id: quote.id }))]
}

async function mustBeFree(
  { library, folder, seal, usedIds }: Renaming,
  id: string,
  to: string,
): Promise<void> {
  if (!idSchema.safeParse(to).success || isReserved(to) || to !== to.normalize('NFC')) {
    throw refusal(
      `“${to}” cannot be an id, which has lower-case letters, digits and single hyphens. Nothing was changed; “${slugOf(to)}” would do.`,
    )
  }
  if (library.has(to)) {
    throw refusal(`There is something called “${to}” already. Nothing was changed; choose another id.`)
  }
  const isOwn = newestIds(withoutMerges(await readRenamedIds(folder, seal))).get(to) === id
  if (isOwn || !(await usedIds()).has(to)) return
  throw refusal(
    `“${to}” was the id of something else before, which older texts may still mean. Nothing was changed; choose another id.`,
  )
}

/**
 * Ends what a renaming left to be done when the process ended after its save: the versions and unsaved texts that still
 * stand under the old id, and the old record's file in the trash.
 */
export async function finishRenamings(opening: {
  folder: string
  files: RecordFiles
  history: History
  seal: Seal
  collectionOf: (id: string) => Collection | null
}): Promise<void> {
  const { folder, files, history, seal, collectionOf } = opening
  for (const [from, to] of newestIds(withoutMerges(await readRenamedIds(folder, seal)))) {
    const collection = collectionOf(to)
    if (collection === null || collectionOf(from) !== null) continue
    await removeTrashed({ files }, collection, from)
    await history.rename(from, to)
    await openDrafts(folder, seal).rename(new Map([[from, to]]))
  }
}

async function removeTrashed(
  { files }: Pick<Renaming, 'files'>,
  collection: Collection,
  id: string,
): Promise<void> {
  for (const trashed of await files.trashed(collection)) {
    if (trashed.id === id) await unlink(trashed.path).catch(() => undefined)
  }
}

function refusal(message: string): RequestProblem {
  return new RequestProblem('refused', message)
}
