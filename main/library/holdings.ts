// What a library keeps beside its records: versions, trash, original files and ids that are never used again. For those
// who carry a whole library elsewhere, and bring one in.
import { createHash } from 'node:crypto'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { AnyRecord, Collection, FoundRecord } from '../../shared/model/records.ts'
import type { NewIds } from '../../shared/references/new-ids.ts'
import { absent, createDurably, type Disk, DurableFile } from './durable-file.ts'
import { fileTime } from './folders.ts'
import type { History } from './history.ts'
import type { UsedIds } from './ids.ts'
import { namesIn } from './library-folder.ts'
import type { RecordFiles } from './record-files.ts'
import { newestIds, readRenamedIds } from './renamed-ids.ts'
import { retireIds } from './retired-ids.ts'
import { coverOf, type Seal, sealContext } from './seal.ts'
import { findInTrash } from './trash.ts'
import { readStored } from './unreadable.ts'

export type Holdings = ReturnType<typeof openHoldings>

type Opened = {
  folder: string
  files: RecordFiles
  history: History
  usedIds: () => Promise<UsedIds>
  disk: Disk
  seal: Seal
  /** Does what writes, or refuses to. */
  writing: <T>(work: () => Promise<T>) => Promise<T>
}

export function openHoldings({ folder, files, history, usedIds, disk, seal, writing }: Opened) {
  /** A record's file of that path, which is never replaced. */
  const fileOf = (collection: Collection, id: string, path: string) =>
    new DurableFile<AnyRecord>(
      path,
      readStored(collection),
      coverOf(seal, sealContext.record(collection, id)),
      (to, bytes) => createDurably(to, bytes, disk),
    )
  const openAttachment = async (name: string) =>
    seal.open(await readFile(join(folder, 'attachments', name)), sealContext.attachment(name))

  return {
    /** Every id that was ever used, also by records that are gone. */
    usedIds: async (): Promise<string[]> => (await usedIds()).all(),

    /** What each id that was renamed is called now. */
    renamedIds: async (): Promise<NewIds> => newestIds(await readRenamedIds(folder, seal)),

    /** Takes an id for a record that comes with one; false where it was ever used. */
    async takeId(id: string): Promise<boolean> {
      const used = await usedIds()
      if (used.has(id)) return false
      used.add(id)
      return true
    },

    /** Gives back ids that were taken for records which could not be saved. */
    async giveBackIds(ids: readonly string[]): Promise<void> {
      const used = await usedIds()
      for (const id of ids) used.release(id)
    },

    /** Keeps ids from ever being used. */
    retireIds(ids: readonly string[]): Promise<void> {
      return writing(async () => {
        for (const id of ids) (await usedIds()).add(id)
        if (ids.length > 0) await retireIds(folder, ids, seal, disk)
      })
    },

    /** The SHA-256 of every original file. */
    async attachments(): Promise<string[]> {
      const found = await namesIn(join(folder, 'attachments'))
      const names = found.filter(name => /^[0-9a-f]{64}$/.test(name))
      if (!seal.isSealed) return names.sort()
      // Their names do not say it.
      const sums: string[] = []
      for (const name of names)
        sums.push(
          createHash('sha256')
            .update(await openAttachment(name))
            .digest('hex'),
        )
      return sums.sort()
    },

    /** Null where the library has no such original file. */
    readAttachment(sha256: string): Promise<Uint8Array | null> {
      return openAttachment(seal.attachmentNameOf(sha256)).catch(absent)
    },

    /** What tells one state of an original file from another, without reading it; null where there is none. */
    async stampOfAttachment(sha256: string): Promise<string | null> {
      const path = join(folder, 'attachments', seal.attachmentNameOf(sha256))
      const stats = await stat(path).catch(() => null)
      return stats && [stats.ino, stats.size, stats.mtimeMs].join()
    },

    /** The instants of the versions of a record, also of one in the trash; newest first. */
    versions: (id: string): Promise<string[]> => history.list(id),

    /** Rejects where there is no such version or it cannot be read. */
    version: (collection: Collection, id: string, at: string): Promise<AnyRecord> =>
      history.read(collection, id, at),

    /** Keeps a state of a record as the version of an instant; false where it is there already. */
    putVersion: (record: AnyRecord, at: string): Promise<boolean> => writing(() => history.put(record, at)),

    /** The record of an id in the trash, that which was deleted last; null where there is none. */
    async inTrash(id: string): Promise<FoundRecord | null> {
      const file = await findInTrash(files, id)
      if (!file) return null
      const { collection, path } = file
      const record = await fileOf(collection, id, path).read()
      return record && ({ collection, record } as FoundRecord)
    },

    /** Puts a record into the trash that was never in this library otherwise; false where it lies there already. */
    putInTrash({ collection, record }: FoundRecord, deletedAt: string | null): Promise<boolean> {
      const time = deletedAt === null ? '' : `.${fileTime.of(deletedAt)}`
      const path = join(folder, 'trash', collection, `${seal.nameOf(record.id)}${time}.json`)
      return writing(async () => {
        await mkdir(dirname(path), { recursive: true })
        try {
          await fileOf(collection, record.id, path).write(record)
          return true
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
          if (isDeepStrictEqual(await fileOf(collection, record.id, path).read(), record)) return false
          throw error
        }
      })
    },
  }
}
