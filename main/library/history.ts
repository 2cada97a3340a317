// Earlier versions of records: one compressed file a version, kept when a thought ends rather than with every save.
import { mkdir, readdir, readFile, rm, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { AnyRecord, Collection } from '../../shared/model/records.ts'
import { absent, createDurably, type Disk, parseJson } from './durable-file.ts'
import { fileTime } from './folders.ts'
import { type Seal, sealContext } from './seal.ts'
import { versionsToThin } from './thin-versions.ts'
import { readStored } from './unreadable.ts'

/** A pause of writing that ends a thought, and the longest that a thought may take; milliseconds. */
const pause = 60_000
const longestThought = 10 * 60_000
/** The largest version that is unpacked, in bytes: more can only be a file that was made to fill the memory. */
const largestVersion = 256 * 1024 * 1024

export type History = ReturnType<typeof openHistory>

export function openHistory(folder: string, disk: Disk, seal: Seal) {
  /** When the last version of a record was kept in this session, or its writing began. */
  const lastKept = new Map<string, number>()
  const folderOf = (id: string) => join(folder, 'history', seal.nameOf(id))
  const fileOf = (id: string, at: string) => join(folderOf(id), `${fileTime.of(at)}.json.gz`)

  /** Keeps a record as it is as the version of its own time, or of the next moment where that has another state. */
  async function keep(record: AnyRecord, now: number): Promise<void> {
    if (!(await put(record, record.updatedAt))) return
    lastKept.set(record.id, now)
    await thin(record.id, now)
  }

  /** Keeps a state as the version of an instant, or of the next moment; false where it is there already. */
  async function put(record: AnyRecord, instant: string): Promise<boolean> {
    const text = JSON.stringify(record)
    let at = instant
    for (let kept = await textOf(record.id, at); kept !== null; kept = await textOf(record.id, at)) {
      if (kept === text) return false
      at = new Date(Date.parse(at) + 1).toISOString()
    }
    await mkdir(folderOf(record.id), { recursive: true })
    const packed = seal.seal(await promisify(gzip)(text), sealContext.version(record.id, at))
    await createDurably(fileOf(record.id, at), packed, disk)
    return true
  }

  /** What a version's file holds; null where there is none, empty where it cannot be read. */
  async function textOf(id: string, at: string): Promise<string | null> {
    const packed = await readFile(fileOf(id, at)).catch(absent)
    if (packed === null) return null
    const bytes = await unpack(packed, id, at).catch(() => null)
    return bytes?.toString('utf8') ?? ''
  }

  async function unpack(stored: Uint8Array, id: string, at: string): Promise<Buffer> {
    const packed = seal.open(stored, sealContext.version(id, at))
    return promisify(gunzip)(packed, { maxOutputLength: largestVersion })
  }

  async function thin(id: string, now: number): Promise<void> {
    const times = (await list(id)).map(at => Date.parse(at))
    for (const time of versionsToThin(times, now)) {
      await unlink(fileOf(id, new Date(time).toISOString())).catch(() => undefined)
    }
  }

  /** The instants of a record's kept versions, newest first. */
  async function list(id: string): Promise<string[]> {
    const names = await readdir(folderOf(id)).catch(() => [])
    return names
      .flatMap(name => (name.endsWith('.json.gz') ? [fileTime.read(name.slice(0, -'.json.gz'.length))] : []))
      .filter(at => at !== null)
      .sort()
      .reverse()
  }

  return {
    keep,
    put,
    list,

    /**
     * Keeps what a save is about to replace if a thought ended there: after a pause, or after ten minutes of writing
     * without one. A clock that was set back ends a thought too.
     */
    async keepIfDue(record: AnyRecord, now: number): Promise<void> {
      const since = now - Date.parse(record.updatedAt)
      const begun = lastKept.get(record.id) ?? now
      lastKept.set(record.id, begun)
      const isDue = since < 0 || since >= pause || now - begun >= longestThought
      if (isDue) await keep(record, now)
    },

    /** A version, checked against its schema. Rejects where there is none or it cannot be read. */
    async read(collection: Collection, id: string, at: string): Promise<AnyRecord> {
      return readStored(collection)(parseJson(await unpack(await readFile(fileOf(id, at)), id, at)))
    },

    /** Gives the versions of a record to the id that it has now. */
    async rename(id: string, to: string): Promise<void> {
      for (const at of (await list(id)).reverse()) {
        const text = await textOf(id, at)
        // One that cannot be read is no version of anything, and is left where it was.
        if (!text) return
        await put({ ...JSON.parse(text), id: to }, at)
      }
      await this.forget(id)
    },

    /** Removes every version of a record that was deleted for good. */
    async forget(id: string): Promise<void> {
      lastKept.delete(id)
      await rm(folderOf(id), { recursive: true, force: true })
    },
  }
}
