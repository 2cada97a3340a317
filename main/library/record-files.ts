// The files of records: where each stands, and how it gets there and away.
import { access, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Low } from 'lowdb'
import type { AnyRecord, Collection } from '../../shared/model/records.ts'
import {
  absent,
  createDurably,
  type Disk,
  DurableFile,
  moveDurably,
  parseJson,
  previousOf,
  replaceDurably,
} from './durable-file.ts'
import { fileTime } from './folders.ts'
import { refuseOtherId } from './read-problem.ts'
import { coverOf, type Seal, sealContext } from './seal.ts'
import { type Stamp, stampOf } from './stamped-file.ts'
import { readStored } from './unreadable.ts'

export type RecordFiles = ReturnType<typeof recordFiles>

/** A deleted record's file. `deletedAt` is an instant; null where the file's name does not say it. */
export type TrashedFile = { collection: Collection; id: string; path: string; deletedAt: string | null }

/** A record and the stamp of the file that it was read from. */
export type StampedRecord = { record: AnyRecord; stamp: Stamp | null }

export function recordFiles(folder: string, disk: Disk, seal: Seal) {
  const pathOf = (collection: Collection, id: string) => join(folder, collection, `${seal.nameOf(id)}.json`)
  const coverOfRecord = (collection: Collection, id: string) =>
    coverOf(seal, sealContext.record(collection, id))
  const put =
    (write: typeof createDurably) =>
    async (collection: Collection, record: AnyRecord): Promise<Stamp | null> => {
      const path = pathOf(collection, record.id)
      const cover = coverOfRecord(collection, record.id)
      const file = new DurableFile<AnyRecord>(path, readStored(collection), cover, (to, bytes) =>
        write(to, bytes, disk),
      )
      await new Low(file, record).write()
      return file.stamp
    }
  const trashOf = (collection: Collection) => join(folder, 'trash', collection)

  return {
    pathOf,

    /** Null where there is no file. Rejects where it is damaged, or is another record's. */
    async read(collection: Collection, id: string): Promise<StampedRecord | null> {
      const file = new DurableFile<AnyRecord>(
        pathOf(collection, id),
        readStored(collection),
        coverOfRecord(collection, id),
      )
      const record = await file.read()
      if (record === null) {
        // A folder that is gone, with its disk perhaps, does not mean that its records were deleted.
        await access(join(folder, collection))
        return null
      }
      refuseOtherId(record.id, id)
      return { record, stamp: file.stamp }
    },

    /** The file as it is now; null where there is none. */
    async stamp(collection: Collection, id: string): Promise<Stamp | null> {
      const stats = await stat(pathOf(collection, id), { bigint: true }).catch(absent)
      return stats && stampOf(stats)
    },

    /** Rejects with the code EEXIST where a file of its name is there already. */
    create: put(createDurably),
    replace: put(replaceDurably),

    /**
     * What another program put in the place of a record: null where the file is as it was known, or is gone. Rejects
     * where it cannot be read.
     */
    async putByOthers(
      collection: Collection,
      known: AnyRecord,
      stamp: Stamp | null,
    ): Promise<StampedRecord | null> {
      const now = await this.stamp(collection, known.id)
      if (now === null || now === stamp) return null
      const put = await this.read(collection, known.id)
      return put && isDeepStrictEqual(put.record, known) ? null : put
    },

    /** Moves a record's file to the trash, under its name and the time. */
    async moveToTrash(collection: Collection, id: string, time: string): Promise<void> {
      const path = pathOf(collection, id)
      const kept = join(trashOf(collection), `${seal.nameOf(id)}.${fileTime.of(time)}.json`)
      await mkdir(dirname(kept), { recursive: true })
      await moveDurably(path, kept, disk)
      await rm(previousOf(path), { force: true })
    },

    /** Moves a record's file back from the trash; rejects with EEXIST where the record is there again. */
    async moveBack({ collection, id, path }: TrashedFile): Promise<void> {
      await moveDurably(path, pathOf(collection, id), disk)
    },

    /** What is in the trash of one kind. */
    async trashed(collection: Collection): Promise<TrashedFile[]> {
      const names = await readdir(trashOf(collection)).catch(() => [])
      return names
        .filter(name => name.endsWith('.json') && !name.startsWith('.'))
        .flatMap(name => {
          const [, stem = '', time = ''] = /^([^.]*)(?:\.(.+))?\.json$/.exec(name) ?? []
          const id = seal.idOf(stem)
          if (id === null) return []
          return [{ collection, id, path: join(trashOf(collection), name), deletedAt: fileTime.read(time) }]
        })
    },

    /** A record in the trash. Rejects where its file cannot be read. */
    async readTrashed({ collection, id, path }: TrashedFile): Promise<AnyRecord> {
      const bytes = coverOfRecord(collection, id).open(await readFile(path))
      return readStored(collection)(parseJson(bytes))
    },
  }
}
