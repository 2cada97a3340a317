// The database of the record index: its tables, how it is opened, and every question it is asked.
import { DatabaseSync, type StatementSync } from 'node:sqlite'

/** To be raised whenever rows mean something else: an index of another version is made anew. */
export const indexVersion = 3

const schema = `
  CREATE TABLE record (
    id TEXT PRIMARY KEY, collection TEXT NOT NULL, updated_at TEXT NOT NULL, source TEXT, stamp TEXT, summary TEXT NOT NULL,
    sketch BLOB
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE link (from_id TEXT NOT NULL, to_id TEXT NOT NULL, PRIMARY KEY (from_id, to_id)) STRICT, WITHOUT ROWID;
  CREATE TABLE fact (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
`

/** Made once all is in: kept up from the first record on, they would take as long as the records. */
export const orders = `
  CREATE INDEX IF NOT EXISTS record_by_time ON record (collection, updated_at DESC);
  CREATE INDEX IF NOT EXISTS record_by_source ON record (source) WHERE source IS NOT NULL;
  CREATE INDEX IF NOT EXISTS link_by_target ON link (to_id);
`

/** Opens the database of a file, or `:memory:`; begun where there is none. Throws where it is one of another version, or damaged. */
export function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 1000 })
  try {
    const found = database.prepare('PRAGMA user_version').get()?.user_version
    if (found === indexVersion) keepSafely(database)
    else if (found === 0) {
      // Until it is complete it is made anew after any accident: nothing of it need be written twice.
      database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF')
      database.exec(`BEGIN; ${schema} PRAGMA user_version = ${indexVersion}; COMMIT`)
    } else throw new Error(`an index of version ${found}`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** What a power cut takes is read from the files again; what it leaves is whole. */
export function keepSafely(database: DatabaseSync): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
}

export function prepare(database: DatabaseSync) {
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
    useCounts: statement('SELECT to_id, count(*) AS uses FROM link GROUP BY to_id'),
    stamps: statement('SELECT id, stamp FROM record WHERE collection = ?'),
    stamped: statement(
      'SELECT id, collection, stamp, updated_at AS updatedAt FROM record WHERE id > ? ORDER BY id LIMIT ?',
    ),
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
