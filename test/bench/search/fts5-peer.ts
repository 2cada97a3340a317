// SQLite's full-text index through Node's own binding, as its documentation begins with it: https://www.sqlite.org/fts5.html
import { DatabaseSync } from 'node:sqlite'
import type { PlainText } from './searched-library.ts'

/** Texts that are written at once. */
const atOnce = 2000
/** As many as a search of ours tells. */
export const mostHits = 20

export type Fts5Peer = {
  /** The places of the best texts, from 1. */
  find(match: string): number[]
  /** The same with the words around what was found, as `snippet()` cuts them from the texts in the table. */
  findWithSnippets(match: string): unknown[]
  database: DatabaseSync
  close(): void
}

/** `options` are those of the table beside its columns. */
export function fts5Of(path: string, texts: readonly PlainText[], options = ''): Fts5Peer {
  const database = new DatabaseSync(path)
  database.exec(`CREATE VIRTUAL TABLE texts USING fts5(title, text${options})`)
  const insert = database.prepare('INSERT INTO texts(title, text) VALUES (?, ?)')
  for (let start = 0; start < texts.length; start += atOnce) {
    database.exec('BEGIN')
    for (const { title, text } of texts.slice(start, start + atOnce)) insert.run(title, text)
    database.exec('COMMIT')
  }
  const best = `FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ${mostHits}`
  const ids = database.prepare(`SELECT rowid ${best}`)
  const snippets = database.prepare(
    `SELECT rowid, title, snippet(texts, 1, '<b>', '</b>', '…', 32) AS excerpt ${best}`,
  )
  return {
    find: match => ids.all(match).map(row => Number(row.rowid)),
    findWithSnippets: match => snippets.all(match),
    database,
    close: () => database.close(),
  }
}

/** Words as FTS5 is asked for them, as they stand. */
export function quoted(words: string): string {
  return `"${words.replaceAll('"', '""')}"`
}
