// What lists, links and the check at the start need of every record, so that none of their files is opened for it.
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { LibraryLists } from '../../shared/answers.ts'
import { sharedOf, sketchOf } from '../../shared/likeness/sketch.ts'
import type { AnyRecord, Collection, FoundRecord } from '../../shared/model/records.ts'
import { summaryOf } from '../../shared/summaries.ts'
import type { Stamp } from './stamped-file.ts'

/** A record as lists know it: sources and briefs without their texts. */
export type Summary<C extends Collection> = LibraryLists[C][number]

/** Where a record stands. */
export type Located = { collection: Collection; id: string }

/** To be raised whenever rows mean something else: an index of another version is made anew. */
const version = 3

const schema = `
  CREATE TABLE record (
    id TEXT PRIMARY KEY, collection TEXT NOT NULL, updated_at TEXT NOT NULL, source TEXT, stamp TEXT, summary TEXT NOT NULL,
    sketch BLOB
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE link (from_id TEXT NOT NULL, to_id TEXT NOT NULL, PRIMARY KEY (from_id, to_id)) STRICT, WITHOUT ROWID;
  CREATE TABLE fact (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`

/** Made once all is in: kept up from the first record on, they would take as long as the records. */
const orders = `
  CREATE INDEX IF NOT EXISTS record_by_time ON record (collection, updated_at DESC);
  CREATE INDEX IF NOT EXISTS record_by_source ON record (source) WHERE source IS NOT NULL;
  CREATE INDEX IF NOT EXISTS link_by_target ON link (to_id);
`

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
      const isSame = this.#database.prepare('PRAGMA other.user_version').get()?.user_version === version
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

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 1000 })
  try {
    const found = database.prepare('PRAGMA user_version').get()?.user_version
    if (found === version) keepSafely(database)
    else if (found === 0) {
      // Until it is complete it is made anew after any accident: nothing of it need be written twice.
      database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF')
      database.exec(`BEGIN; ${schema} PRAGMA user_version = ${version}; COMMIT`)
    } else throw new Error(`an index of version ${found}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** What a power cut takes is read from the files again; what it leaves is whole. */
function keepSafely(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
}

function prepare(database: DatabaseSync) {
  const statement = (sql: string): StatementSync => database.prepare(sql)
  return {
    list: statement('SELECT summary FROM record WHERE collection = ? ORDER BY updated_at DESC, id'),
    page: statement(
      `SELECT summary FROM record WHERE collection = ? AND updated_at <= ? AND NOT (updated_at = ? AND id <= ?)
       ORDER BY updated_at DESC, id LIMIT ?`,
    ),
    inSource: statement('SELECT summary FROM record WHERE source = ? AND collection = ?'),
    count: statement('SELECT count(*) AS count FROM record WHERE collection = ?'),
    find: statement('SELECT collection, summary FROM record WHERE id = ?'),
    collectionOf: statement('SELECT collection FROM record WHERE id = ?'),
    usesOf: statement(
      `SELECT id, collection FROM record WHERE source = ? OR id IN (SELECT from_id FROM link WHERE to_id = ?)
       ORDER BY updated_at DESC`,
    ),
    stamps: statement('SELECT id, stamp FROM record WHERE collection = ?'),
    stampOf: statement('SELECT stamp FROM record WHERE id = ?'),
    isComplete: statement("SELECT 1 FROM fact WHERE name = 'complete'"),
    markComplete: statement("INSERT OR IGNORE INTO fact VALUES ('complete')"),
    put: statement('INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?, ?, ?, ?)'),
    sketches: statement("SELECT id, sketch FROM record WHERE collection = 'sources' AND sketch IS NOT NULL"),
    doubt: statement('UPDATE record SET stamp = NULL WHERE id = ?'),
    delete: statement('DELETE FROM record WHERE id = ?'),
    link: statement('INSERT OR IGNORE INTO link VALUES (?, ?)'),
    links: statement('SELECT to_id FROM link WHERE from_id = ?'),
    unlink: statement('DELETE FROM link WHERE from_id = ? AND to_id = ?'),
    unlinkAll: statement('DELETE FROM link WHERE from_id = ?'),
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
