// The database of the search index: its tables, how it is opened, and every question it is asked.
import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  type Connect,
  connectNative,
  connectWebAssembly,
  type Database,
  hasFts5,
  type Statement,
} from './fts5.ts'

/** To be raised whenever rows mean something else: an index of another version is made anew. */
const indexVersion = 2

/**
 * `words` has every word; what begins with two or three letters is found as fast as a word. `heads` has those of
 * titles, names and tags once more, so that the few records that are called so are found among the many that only say it.
 * Neither keeps the text. Of many records, so many bytes are gathered before they are written, for less to be merged; and what
 * was written apart is not merged while it is (`automerge`), which one save in ten would wait for, but once nobody waits.
 */
const schema = `
  CREATE TABLE doc (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, collection TEXT NOT NULL, stamp TEXT, updated_at TEXT NOT NULL,
    kind TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL, marking TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE words USING fts5(
    title, speaker, publisher, tag, text,
    content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE heads USING fts5(
    title, speaker, publisher, tag,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
  );
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, 'row');
  INSERT INTO words(words, rank) VALUES ('hashsize', ${32 * 1024 * 1024}), ('automerge', 0);
  INSERT INTO heads(heads, rank) VALUES ('automerge', 0);
`

/** How much of what was written apart is merged at once: some milliseconds. */
const pagesMerged = 64
/** Kilobytes of the file that stay in memory: with SQLite's own 2,000 a search reads half as long again. */
const pagesKept = 8000

/** How much a word weighs in the fields of `words`, in their order; in `heads` the same without the last. */
const weights = '8.0, 4.0, 2.0, 3.0, 1.0'
const headWeights = '8.0, 4.0, 2.0, 3.0'

export type OpenIndex = { database: Database; statements: ReturnType<typeof prepareSearch> }

/** The SQLite that this Node has an index with. */
export const usualConnection: Connect = path => (hasFts5() ? connectNative : connectWebAssembly)(path)

/**
 * Opens the index in a file, begun where there is none, one of another version or a damaged one; `:memory:` leaves nothing
 * on the disk, and takes the place of a file that cannot be written. `anew` throws away what there is.
 */
export function openSearchDatabase(path: string, connect: Connect, anew = false): OpenIndex {
  if (path === ':memory:') return begin(path, connect)
  try {
    if (anew) remove(path)
    mkdirSync(dirname(path), { recursive: true })
    return begin(path, connect)
  } catch {
    try {
      remove(path)
      return begin(path, connect)
    } catch {
      return begin(':memory:', connect)
    }
  }
}

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
}

function begin(path: string, connect: Connect): OpenIndex {
  const database = connect(path)
  try {
    // What a power cut takes is read from the files again; what it leaves is whole.
    database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -${pagesKept}`)
    const found = database.prepare('PRAGMA user_version').get()?.user_version
    if (found === 0) database.exec(`BEGIN; ${schema} PRAGMA user_version = ${indexVersion}; COMMIT`)
    else if (found !== indexVersion) throw new Error(`an index of version ${found}`)
    // Whether its tables can be read is known only by the first question to each.
    return { database, statements: prepareSearch(database) }
  } catch (error) {
    database.close()
    throw error
  }
}

/** Which records a filter leaves: JSON lists of kinds and markings (null for all), and days. */
export type RowFilter = {
  kinds: string | null
  markings: string | null
  before: string | null
  after: string | null
}

const filter = `
  ($kinds IS NULL OR doc.kind IN (SELECT value FROM json_each($kinds)))
  AND ($markings IS NULL OR doc.marking IN (SELECT value FROM json_each($markings)))
  AND ($before IS NULL OR doc.first_day < $before)
  AND ($after IS NULL OR substr(doc.last_day, 1, length($after)) > $after)`

function prepareSearch(database: Database) {
  const statement = (sql: string): Statement => database.prepare(sql)
  const found = 'doc.row, doc.id, doc.collection, doc.kind, doc.updated_at'
  /** Of what matches the newest are weighed, and of those the best told. */
  const matching = (table: string, weighed: string, only: string) => `
    SELECT ${found}, score FROM (
      SELECT match_row, score FROM (
        SELECT ${table}.rowid AS match_row, -bm25(${table}, ${weighed}) AS score FROM ${table} ${only}
        ORDER BY ${table}.rowid DESC LIMIT $weighed
      ) ORDER BY score DESC LIMIT $limit
    ) CROSS JOIN doc ON doc.row = match_row`
  const all = (table: string) => `WHERE ${table} MATCH $match`
  const those = (table: string) =>
    `CROSS JOIN doc ON doc.row = ${table}.rowid WHERE ${table} MATCH $match AND ${filter}`
  /** By all words of a record. */
  const notExcluded =
    '($without IS NULL OR heads.rowid NOT IN (SELECT rowid FROM words WHERE words MATCH $without))'
  return {
    words: statement(matching('words', weights, all('words'))),
    wordsOf: statement(matching('words', weights, those('words'))),
    heads: statement(matching('heads', headWeights, `${all('heads')} AND ${notExcluded}`)),
    headsOf: statement(matching('heads', headWeights, `${those('heads')} AND ${notExcluded}`)),
    best: statement(
      `SELECT ${found}, -bm25(words, ${weights}) AS score FROM words CROSS JOIN doc ON doc.row = words.rowid
       WHERE words MATCH $match AND ${filter} ORDER BY rank LIMIT $limit`,
    ),
    filtered: statement(
      `SELECT ${found}, 0 AS score FROM doc WHERE ${filter}
       AND ($match IS NULL OR doc.row NOT IN (SELECT rowid FROM words WHERE words MATCH $match))
       ORDER BY doc.row DESC LIMIT $limit`,
    ),
    stands: statement('SELECT 1 FROM words WHERE words MATCH ? LIMIT 1'),
    docOf: statement('SELECT row, stamp FROM doc WHERE id = ?'),
    stamps: statement('SELECT id, stamp FROM doc WHERE id > ? AND id <= ? ORDER BY id'),
    count: statement('SELECT count(*) AS count FROM doc'),
    // With RETURNING it would begin a savepoint, at each of which FTS5 writes all that it has gathered.
    put: statement('INSERT INTO doc VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)'),
    putWords: statement(
      'INSERT INTO words (rowid, title, speaker, publisher, tag, text) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    putHeads: statement('INSERT INTO heads (rowid, title, speaker, publisher, tag) VALUES (?, ?, ?, ?, ?)'),
    delete: statement('DELETE FROM doc WHERE row = ?'),
    deleteWords: statement('DELETE FROM words WHERE rowid = ?'),
    deleteHeads: statement('DELETE FROM heads WHERE rowid = ?'),
    mergeWords: statement(`INSERT INTO words(words, rank) VALUES ('merge', ${pagesMerged})`),
    mergeHeads: statement(`INSERT INTO heads(heads, rank) VALUES ('merge', ${pagesMerged})`),
    changes: statement('SELECT total_changes() AS count'),
    vocabulary: statement('SELECT term, doc FROM vocabulary WHERE term > ? LIMIT ?'),
  }
}
