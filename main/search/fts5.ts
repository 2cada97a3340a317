// SQLite with FTS5: Node's own, and where that was built without it, one compiled to WebAssembly.
import { createRequire } from 'node:module'
import { DatabaseSync } from 'node:sqlite'
import type * as WebAssemblySqlite from 'node-sqlite3-wasm'

type Value = string | number | bigint | null
type Row = Record<string, Value>

/** Values by their order, or one object of them by their names without `$`. */
type Values = Value[] | [Record<string, Value>]

export type Statement = {
  run(...values: Values): { lastInsertRowid: number | bigint }
  get(...values: Values): Row | undefined
  all(...values: Values): Row[]
}

export type Database = { exec(sql: string): void; prepare(sql: string): Statement; close(): void }

/** Opens the database of a file, or `:memory:`. */
export type Connect = (path: string) => Database

export function hasFts5(): boolean {
  const database = new DatabaseSync(':memory:')
  try {
    database.exec('CREATE VIRTUAL TABLE probe USING fts5(words)')
    return true
  } catch {
    return false
  } finally {
    database.close()
  }
}

export const connectNative: Connect = path => new DatabaseSync(path, { timeout: 2000 }) as unknown as Database

/** In memory alone, whatever the path: a lock of its own kind would outlive a crash. */
export const connectWebAssembly: Connect = () => {
  const { Database } = loadWebAssembly()
  const database = new Database(':memory:')
  const statements: WebAssemblySqlite.Statement[] = []
  return {
    exec: sql => void database.exec(sql),
    prepare: sql => {
      const statement = database.prepare(sql)
      statements.push(statement)
      return {
        run: (...values) => statement.run(bound(values)),
        get: (...values) => (statement.get(bound(values)) ?? undefined) as Row | undefined,
        all: (...values) => statement.all(bound(values)) as Row[],
      }
    },
    close: () => {
      for (const statement of statements) statement.finalize()
      database.close()
    },
  }
}

function bound(values: Values): Value[] | Record<string, Value> {
  const [first] = values
  if (typeof first !== 'object' || first === null) return values as Value[]
  return Object.fromEntries(Object.entries(first).map(([name, value]) => [`$${name}`, value]))
}

/** From its package while it is worked on, and from beside the built program, which brings no packages. */
function loadWebAssembly(): typeof WebAssemblySqlite {
  const load = createRequire(import.meta.url)
  try {
    return load('node-sqlite3-wasm')
  } catch {
    return load('./node-sqlite3-wasm.cjs')
  }
}
