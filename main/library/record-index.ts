// What lists, links and the check at the start need of every record, so that none of their files is opened for it.
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { LibraryLists } from '../../shared/answers.ts'
import { sharedOf, sketchOf } from '../../shared/likeness/sketch.ts'
import type { AnyRecord, Collection, FoundRecord } from '../../shared/model/records.ts'
import { summaryOf } from '../../shared/summaries.ts'
import { indexVersion, keepSafely, openDatabase, orders, prepare } from './index-database.ts'
import type { Stamp } from './stamped-file.ts'

/** A record as lists know it: sources and briefs without their texts. */
export type Summary<C extends Collection> = LibraryLists[C][number]

/** Where a record stands. */
export type Located = { collection: Collection; id: string }

/** A record's id with the stamp of its file; null where that is to be read again. */
export type StampedId = { id: string; collection: Collection; stamp: Stamp | null; updatedAt: string }

/** Is told what an index takes in and forgets, in the same step. */
export type IndexFollower = {
  put(found: FoundRecord, stamp: Stamp | null): void
  delete(id: string): void
}

/**
 * Derived from the records' files and never asked to be right where they say otherwise: it may be deleted at any time.
 * Where its own file cannot be used, it is kept in memory.
 */
export class RecordIndex {
  #database: DatabaseSync
  /** Ids, never used again. */
  readonly #deleted = new Set<string>()
  #statements: ReturnType<typeof prepare>
  /** What is to be written, in its order. */
  #waiting: (() => void)[] = []
  readonly #puts = new Map<Collection, number>()
  #deletions = 0
  readonly #followers = new Set<IndexFollower>()
  /** By source, once they were asked for. */
  #sketches: Map<string, Uint32Array> | null = null

  private constructor(database: DatabaseSync) {
    this.#database = database
    this.#statements = prepare(database)
  }

  /** The index in a file, which is begun where there is none or one that cannot be used. */
  static inFile(path: string): RecordIndex {
    try {
      mkdirSync(dirname(path), { recursive: true })
      return new RecordIndex(openDatabase(path))
    } catch {
      return RecordIndex.anewInFile(path)
    }
  }

  private static anewInFile(path: string): RecordIndex {
    try {
      for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
      return new RecordIndex(openDatabase(path))
    } catch {
      return RecordIndex.inMemory()
    }
  }

  /** An index that leaves nothing on the disk; begun with what the one in a file says, where that is named and can be read. */
  static inMemory(begunFrom: string | null = null): RecordIndex {
    const index = new RecordIndex(openDatabase(':memory:'))
    if (begunFrom !== null) index.#takeOver(begunFrom)
    return index
  }

  #takeOver(path: string): void {
    try {
      this.#database.prepare('ATTACH ? AS other').run(path)
      const isSame = this.#database.prepare('PRAGMA other.user_version').get()?.user_version === indexVersion
      for (const table of isSame ? ['record', 'link', 'fact'] : [])
        this.#database.exec(`INSERT INTO ${table} SELECT * FROM other.${table}`)
      this.#database.exec('DETACH other')
    } catch {
      // Half of it is as good as none: what is missing is read from the files.
    }
  }

  /** For questions, which see all that was written before. */
  get #asked(): ReturnType<typeof prepare> {
    this.settle()
    return this.#statements
  }

  /** Whether it was compared with every file once: from then on it says nearly what the files say. */
  get isComplete(): boolean {
    return this.#asked.isComplete.get() !== undefined
  }

  markComplete(): void {
    this.settle()
    this.#inTransaction(() => this.#database.exec(orders))
    try {
      keepSafely(this.#database)
    } catch {
      // Somebody reads it at this moment: the next start compares all of it once more.
      return
    }
    this.#inTransaction(() => this.#statements.markComplete.run())
  }

  /** The records of one kind, newest first. */
  list<C extends Collection>(collection: C): Summary<C>[] {
    return this.#asked.list.all(collection).map(row => JSON.parse(String(row.summary)))
  }

  /** So many records of one kind, newest first, that come after one; from the newest on where `after` is null. */
  page<C extends Collection>(
    collection: C,
    after: { updatedAt: string; id: string } | null,
    limit: number,
  ): Summary<C>[] {
    const { updatedAt, id } = after ?? { updatedAt: '9', id: '' }
    return this.#asked.page
      .all(collection, updatedAt, updatedAt, id, limit)
      .map(row => JSON.parse(String(row.summary)))
  }

  /** A number that is another one after every change of a record of that kind: what was made of a list still holds, or not. */
  stateOf(collection: Collection): number {
    return (this.#puts.get(collection) ?? 0) + this.#deletions
  }

  /** Evidence of one kind that is anchored in a source. */
  listInSource<C extends Collection>(collection: C, source: string): Summary<C>[] {
    return this.#asked.inSource.all(source, collection).map(row => JSON.parse(String(row.summary)))
  }

  /** How many records of each kind there are. */
  count(collection: Collection): number {
    return Number(this.#asked.count.get(collection)?.count)
  }

  find(id: string): { collection: Collection; summary: Summary<Collection> } | null {
    const row = this.#asked.find.get(id)
    if (!row) return null
    return { collection: row.collection as Collection, summary: JSON.parse(String(row.summary)) }
  }

  /** The kind of a record; null where there is none of that id. */
  collectionOf(id: string): Collection | null {
    return (this.#asked.collectionOf.get(id)?.collection as Collection | undefined) ?? null
  }

  /** The records that may refer to one: evidence whose place is in it, and briefs that have its id in their text. */
  usesOf(id: string): Located[] {
    return this.#asked.usesOf
      .all(id, id)
      .map(row => ({ collection: row.collection as Collection, id: String(row.id) }))
  }

  /** How many briefs mention each id that any of them mentions. */
  useCounts(): Map<string, number> {
    return new Map(this.#asked.useCounts.all().map(row => [String(row.to_id), Number(row.uses)]))
  }

  /** Sources whose texts share sentences with the one of a sketch, those that share most first. */
  sharing(sketch: Uint32Array): string[] {
    const rows = this.#sketches ? [] : this.#asked.sketches.all()
    this.#sketches ??= new Map(rows.map(row => [String(row.id), sketchIn(row.sketch as Uint8Array)]))
    const shared = [...this.#sketches].map(([id, other]) => ({ id, count: sharedOf(sketch, other) }))
    return shared
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count)
      .map(({ id }) => id)
  }

  /** The stamp of each record's file when it was last read or written; null where that is not known. */
  stamps(collection: Collection): Map<string, Stamp | null> {
    const rows = this.#asked.stamps.all(collection)
    return new Map(rows.map(row => [String(row.id), row.stamp === null ? null : String(row.stamp)]))
  }

  /** Records of every kind by their ids, so many that come after one. */
  stamped(after: string, limit: number): StampedId[] {
    return this.#asked.stamped.all(after, limit) as unknown as StampedId[]
  }

  /** Gives the means to stop. */
  follow(follower: IndexFollower): () => void {
    this.#followers.add(follower)
    return () => void this.#followers.delete(follower)
  }

  /** The stamp of a record's file when it was last read or written; null where that is not known. */
  stampOf(id: string): Stamp | null {
    return (this.#asked.stampOf.get(id)?.stamp as Stamp | null | undefined) ?? null
  }

  /** Takes in a record as it is in its file now. */
  put(found: FoundRecord, stamp: Stamp | null): void {
    const { collection, record } = found
    this.#deleted.delete(record.id)
    this.#puts.set(collection, (this.#puts.get(collection) ?? 0) + 1)
    const sketch = collection === 'sources' ? sketchOf(found.record.text) : null
    if (sketch) this.#sketches?.set(record.id, sketch)
    this.#write(() => {
      const summary = JSON.stringify(summaryOf(found).record)
      const bytes = sketch && new Uint8Array(sketch.buffer)
      this.#statements.put.run(
        record.id,
        collection,
        record.updatedAt,
        sourceOf(record),
        stamp,
        summary,
        bytes,
      )
      if ('body' in record) this.#relink(record.id, record.body)
    })
    for (const follower of this.#followers) follower.put(found, stamp)
  }

  /** Takes in what the text of a brief may refer to; writes only what is another than before. */
  relink(id: string, body: string): void {
    this.#write(() => this.#relink(id, body))
  }

  #relink(id: string, body: string): void {
    const { links, unlink, link } = this.#statements
    const mentions = mentionsIn(body)
    const gone = links.all(id).flatMap(row => (mentions.delete(String(row.to_id)) ? [] : [String(row.to_id)]))
    for (const target of gone) unlink.run(id, target)
    for (const target of mentions) link.run(id, target)
  }

  /** Forgets what is known of a record's file, so that it is read the next time it is looked at. */
  doubt(id: string): void {
    this.#write(() => this.#statements.doubt.run(id))
  }

  /** Whether a record was deleted from the index since it was opened, and not put there again. */
  wasDeleted(id: string): boolean {
    return this.#deleted.has(id)
  }

  delete(id: string): void {
    this.#deleted.add(id)
    this.#deletions += 1
    this.#sketches?.delete(id)
    this.#write(() => {
      this.#statements.delete.run(id)
      this.#statements.unlinkAll.run(id)
    })
    for (const follower of this.#followers) follower.delete(id)
  }

  /** Soon, so that no save waits for it; whatever is asked sees it all the same. */
  #write(work: () => unknown): void {
    if (this.#waiting.push(work) > 1) return
    setImmediate(() => {
      try {
        this.settle()
      } catch {
        // Whoever asks next is told.
      }
    })
  }

  /** Writes what waits, as one. Where the disk is full, the index is kept in memory from there on. */
  settle(): void {
    if (this.#waiting.length === 0 || !this.#database.isOpen) return
    const waiting = this.#waiting
    const write = () => {
      for (const work of waiting) work()
    }
    try {
      this.#inTransaction(write)
    } catch {
      this.#leaveDisk()
      this.#inTransaction(write)
    }
    this.#waiting = []
  }

  #inTransaction(work: () => void): void {
    this.#database.exec('BEGIN')
    try {
      work()
      this.#database.exec('COMMIT')
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  /** Begins with nothing, where what there is cannot be read. */
  startAnew(): void {
    const path = this.#database.location()
    if (this.#database.isOpen) this.#database.close()
    this.#sketches = null
    const fresh = path === null ? RecordIndex.inMemory() : RecordIndex.anewInFile(path)
    this.#database = fresh.#database
    this.#statements = fresh.#statements
  }

  #leaveDisk(): void {
    const path = this.#database.location()
    this.#database.close()
    this.#database = openDatabase(':memory:')
    this.#statements = prepare(this.#database)
    if (path === null) return
    this.#takeOver(path)
    this.#database.exec(orders)
  }

  close(): void {
    try {
      this.settle()
    } catch {
      // What is missing is read from the files at the next start.
    }
    if (this.#database.isOpen) this.#database.close()
  }
}

function sourceOf(record: AnyRecord): string | null {
  return 'anchor' in record ? (record.anchor?.source ?? null) : null
}

/** A sketch as its bytes are stored, which may stand at any place of a buffer. */
function sketchIn(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer)
}

/** An id where a reference has it; code and comments may have one too. */
const mention = /#([\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}-]+)/gu

/** The ids that a text may refer to: to parse every text for them would take longer than to read it. */
function mentionsIn(body: string): Set<string> {
  return new Set([...body.matchAll(mention)].map(([, id = '']) => id))
}

/** Whether SQLite cannot read an index: its file was damaged, and is made anew from the records. */
export function isIndexDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}
