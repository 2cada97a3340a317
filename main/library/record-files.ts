// The files of records: where each stands, and how it gets there and away.
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Low } from 'lowdb'
import type { AnyRecord, Collection } from '../../shared/model/records.ts'
import {
  absent,
  asWritten,
  createDurably,
  type Disk,
  DurableFile,
  moveDurably,
  previousOf,
  replaceDurably,
  type Stamp,
  stampOf,
} from './durable-file.ts'
import { fileTime } from './folders.ts'
import { refuseOtherId } from './read-problem.ts'
import { readStored } from './unreadable.ts'

export type RecordFiles = ReturnType<typeof recordFiles>

/** A deleted record's file. `deletedAt` is an instant; null where the file's name does not say it. */
export type TrashedFile = { collection: Collection; id: string; path: string; deletedAt: string | null }

/** What another program wrote; `accept` makes it what the file is known to hold. */
export type PutByOthers = { record: AnyRecord; accept: () => void }

export function recordFiles(folder: string, disk: Disk) {
  const pathOf = (collection: Collection, id: string) => join(folder, collection, `${id}.json`)
  /** How each file was left by its last write or look. */
  const stamps = new Map<string, Stamp>()
  const put = (write: typeof createDurably) => (collection: Collection, record: AnyRecord) => {
    const path = pathOf(collection, record.id)
    const file = new DurableFile<AnyRecord>(path, readStored(collection), async (to, bytes) => {
      stamps.set(to, await write(to, bytes, disk))
    })
    return new Low(file, record).write()
  }
  const trashOf = (collection: Collection) => join(folder, 'trash', collection)

  return {
    pathOf,

    /** Null where there is no file. Rejects where it is damaged. */
    read(collection: Collection, id: string): Promise<AnyRecord | null> {
      return new DurableFile<AnyRecord>(pathOf(collection, id), readStored(collection)).read()
    },

    /** Rejects with the code EEXIST where a file of its name is there already. */
    create: put(createDurably),
    replace: put(replaceDurably),

    /**
     * What another program put in the place of a record: null where the file is as it was written, or is gone. Rejects
     * where it cannot be read.
     */
    async putByOthers(collection: Collection, known: AnyRecord): Promise<PutByOthers | null> {
      const path = pathOf(collection, known.id)
      const stats = await stat(path, { bigint: true }).catch(absent)
      if (stats === null || stampOf(stats) === stamps.get(path)) return null
      const text = await readFile(path, 'utf8').catch(absent)
      if (text === null) return null
      if (text !== asWritten(known)) {
        const record = await this.read(collection, known.id)
        if (record) refuseOtherId(record.id, known.id)
        if (record && !isDeepStrictEqual(record, known)) {
          return { record, accept: () => void stamps.set(path, stampOf(stats)) }
        }
      }
      stamps.set(path, stampOf(stats))
      return null
    },

    /** Moves a record's file to the trash, under its name and the time. */
    async moveToTrash(collection: Collection, id: string, time: string): Promise<void> {
      const path = pathOf(collection, id)
      const kept = join(trashOf(collection), `${id}.${fileTime.of(time)}.json`)
      await mkdir(dirname(kept), { recursive: true })
      await moveDurably(path, kept, disk)
      await rm(previousOf(path), { force: true })
    },

    /** Moves a record's file back from the trash; rejects with EEXIST where the record is there again. */
    moveBack({ collection, id, path }: TrashedFile): Promise<void> {
      return moveDurably(path, pathOf(collection, id), disk)
    },

    /** What is in the trash of one kind. */
    async trashed(collection: Collection): Promise<TrashedFile[]> {
      const names = await readdir(trashOf(collection)).catch(() => [])
      return names
        .filter(name => name.endsWith('.json') && !name.startsWith('.'))
        .map(name => {
          const [, id = '', time = ''] = /^([^.]*)(?:\.(.+))?\.json$/.exec(name) ?? []
          return { collection, id, path: join(trashOf(collection), name), deletedAt: fileTime.read(time) }
        })
    },
  }
}
