// Who may write to a library: one process at a time.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'

/** Held until released, or until the process ends in whatever way: the lock is the operating system's own. */
export type LibraryLock = { release(): void }

/** What has the library open to write: a window stays for hours, a command is done in a moment. */
export type Holder = 'window' | 'command'

type Taken = { lock: LibraryLock; heldBy?: never } | { lock: null; heldBy: Holder | null }

/** Milliseconds that a window is waited for at most: it may just be closing. */
const windowPatience = 1000

/** Times that the lock's file is opened again where another took its place: each waits for a whole folder to be moved. */
const mostMoves = 20

/**
 * Takes the library's lock, or tells what other process holds it (null where that is not known). SQLite locks its
 * file in the way that each system offers for it, which is all that it is used for here.
 *
 * @param patience how many milliseconds to wait for a command that holds it
 */
export async function takeLibraryLock(folder: string, holder: Holder, patience: number): Promise<Taken> {
  let { database, file } = openLockFile(folder)
  const start = Date.now()
  let windowSince: number | null = null
  let moves = 0
  try {
    for (;;) {
      if (isBegun(database)) {
        if (fileAt(folder) === file) return { lock: held(database, folder, holder) }
        // Another folder took this one's place while it was waited for: its lock is another's.
        database.close()
        moves += 1
        if (moves > mostMoves) return { lock: null, heldBy: null }
        ;({ database, file } = openLockFile(folder))
        continue
      }
      const heldBy = readHolder(folder)
      const time = Date.now()
      windowSince = heldBy === 'window' ? (windowSince ?? time) : null
      const isWindowStaying = windowSince !== null && time - windowSince >= windowPatience
      if (isWindowStaying || time - start >= patience) {
        database.close()
        return { lock: null, heldBy }
      }
      // Not in step with others that wait.
      await setTimeout(10 + Math.random() * 40)
    }
  } catch (error) {
    if (database.isOpen) database.close()
    throw error
  }
}

/** The lock's file, opened, and which one it is. */
function openLockFile(folder: string): { database: DatabaseSync; file: string } {
  for (let tries = 1; ; tries++) {
    const before = fileAt(folder)
    // Only SQLite may open and close it: to close it in any other way would give up the lock of this process.
    const database = new DatabaseSync(join(folder, '.lock'), { timeout: 0 })
    const file = fileAt(folder)
    if (file !== null && (file === before || tries > mostMoves)) return { database, file }
    database.close()
    if (tries > mostMoves) throw new Error(`${join(folder, '.lock')} is moved away again and again`)
  }
}

/** Which file the lock's is now; null where there is none. */
function fileAt(folder: string): string | null {
  const stats = statSync(join(folder, '.lock'), { bigint: true, throwIfNoEntry: false })
  return stats ? `${stats.dev} ${stats.ino}` : null
}

function isBegun(database: DatabaseSync): boolean {
  try {
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

function held(database: DatabaseSync, folder: string, holder: Holder): LibraryLock {
  const path = join(folder, '.holder')
  tryTo(() => rmSync(path, { force: true }))
  // Must be new, so that a link planted there is not followed.
  tryTo(() => writeFileSync(path, holder, { flag: 'wx' }))
  return {
    release: () => {
      if (!database.isOpen) return
      tryTo(() => rmSync(path, { force: true }))
      database.close()
    },
  }
}

function readHolder(folder: string): Holder | null {
  const said = tryTo(() => readFileSync(join(folder, '.holder'), 'utf8'))
  return said === 'window' || said === 'command' ? said : null
}

/** The holder's file only advises those who wait: without it, or left over from a crash, the lock is as good. */
function tryTo<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

function isBusy(error: unknown): boolean {
  const sqliteBusy = 5
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy
}
