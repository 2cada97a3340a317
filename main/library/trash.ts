// Deleted records: read, found again, and deleted for good.
import { access, unlink } from 'node:fs/promises'
import type { SourceSummary, TrashedRecord } from '../../shared/answers.ts'
import type { AnyRecord } from '../../shared/model/records.ts'
import { attachmentsToPurge } from './attachments.ts'
import type { Disk } from './durable-file.ts'
import { collections } from './folders.ts'
import type { History } from './history.ts'
import { forgetIssues } from './issued-folder.ts'
import type { RecordFiles, TrashedFile } from './record-files.ts'
import type { RecordQueue } from './record-queue.ts'
import { retireIds } from './retired-ids.ts'
import type { Seal } from './seal.ts'

/** What is in the trash, the newest first. Files there that cannot be read are left out. */
export async function readTrash(files: RecordFiles): Promise<TrashedRecord[]> {
  const found: TrashedRecord[] = []
  for (const file of await trashedFiles(files)) {
    const record = await recordIn(files, file)
    if (record)
      found.push({ collection: file.collection, record, deletedAt: file.deletedAt } as TrashedRecord)
  }
  return found
}

function recordIn(files: RecordFiles, file: TrashedFile): Promise<AnyRecord | null> {
  return files.readTrashed(file).catch(() => null)
}

async function readableFiles(files: RecordFiles): Promise<TrashedFile[]> {
  const readable: TrashedFile[] = []
  for (const file of await trashedFiles(files)) if (await recordIn(files, file)) readable.push(file)
  return readable
}

function isStillThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** The file of a record that was deleted, the newest where there are several; null where it is not in the trash. */
export async function findInTrash(files: RecordFiles, id: string): Promise<TrashedFile | null> {
  return (await trashedFiles(files)).find(file => file.id === id) ?? null
}

type Emptying = {
  folder: string
  files: RecordFiles
  history: History
  disk: Disk
  seal: Seal
  queue: RecordQueue
  /** Whether a record of that id is in the library again. */
  isThere: (id: string) => boolean
  sources: () => readonly SourceSummary[]
  briefs: () => readonly { id: string }[]
  now: () => Date
}

/**
 * Deletes what is in the trash for good, with its versions and with original files that nothing refers to any more. Its
 * ids are not used again. Gives the number of records.
 */
export async function emptyTrash(emptying: Emptying): Promise<number> {
  const { folder, files, history, disk, seal, queue, isThere, sources, briefs, now } = emptying
  // What cannot be read was not shown, and stays.
  const trashed = await readableFiles(files)
  await retireIds(
    folder,
    trashed.map(file => file.id),
    seal,
    disk,
  )
  for (const { id, path } of trashed) {
    await queue.inTurn([id], async () => {
      // It may have been put back meanwhile.
      if (!(await isStillThere(path))) return
      await unlink(path)
      if (isThere(id)) return
      await history.forget(id)
      await forgetIssues({ folder, seal }, id)
    })
  }
  await queue.alone(async () => {
    const unused = await attachmentsToPurge(folder, sources(), briefs(), files, history, seal, now())
    for (const path of unused) await unlink(path)
  })
  return trashed.length
}

async function trashedFiles(files: RecordFiles): Promise<TrashedFile[]> {
  const found = await Promise.all(collections.map(collection => files.trashed(collection)))
  return found.flat().sort((one, other) => (other.deletedAt ?? '').localeCompare(one.deletedAt ?? ''))
}
