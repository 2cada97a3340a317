// Record files, and those that cannot be read: told apart, and kept out of the way.
import { lstat, mkdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type AnyRecord, type Collection, recordSchemas } from '../../shared/model/records.ts'
import { conflictCopyOf } from './conflict-copies.ts'
import { createDurably, DurableFile, moveDurably } from './durable-file.ts'
import { fileTime } from './folders.ts'
import { namesIn } from './library-folder.ts'
import {
  conflictCopyProblem,
  type ReadProblem,
  readProblem,
  refuseLink,
  refuseNewer,
  refuseOtherId,
} from './read-problem.ts'

/** A record file: its record, or why it has none. */
type RecordFile = { id: string; file: string } & (
  | { record: AnyRecord; problem?: never; copy?: never }
  /** `copy` is what a conflict copy holds, where it is whole. */
  | { record?: never; problem: ReadProblem; copy: AnyRecord | null }
)

/** Every record file of one kind, one after the other. */
export async function* readRecordFiles(folder: string, collection: Collection): AsyncGenerator<RecordFile> {
  const names = await namesIn(join(folder, collection))
  for (const name of names.sort()) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue
    const id = name.slice(0, -'.json'.length)
    const file = join(folder, collection, name)
    try {
      refuseLink((await lstat(file)).isSymbolicLink())
      const record = await new DurableFile<AnyRecord>(file, readStored(collection)).read()
      if (!record) continue
      const conflict = conflictCopyOf(id)
      if (conflict?.id === record.id) {
        yield { id: record.id, file, problem: conflictCopyProblem(conflict), copy: record }
        continue
      }
      refuseOtherId(record.id, id)
      yield { id, file, record }
    } catch (error) {
      yield { id, file, problem: readProblem(error), copy: null }
    }
  }
}

/** Reads a stored record against its schema; throws where it does not fit. */
export function readStored(collection: Collection): (stored: unknown) => AnyRecord {
  return stored => {
    refuseNewer(stored)
    return recordSchemas[collection].parse(stored)
  }
}

/** Moves a damaged file to the set-aside folder; gives its new path, or null where it could not be moved and is left. */
export function setAside(folder: string, file: string, now: Date): Promise<string | null> {
  return keepAs(folder, file, now, moveDurably)
}

/** Like `setAside`, and leaves the file where it is until another takes its place. */
export function copyAside(folder: string, file: string, now: Date): Promise<string | null> {
  return keepAs(folder, file, now, async (from, to) => createDurably(to, await readFile(from)))
}

/** The set-aside folder has a file under its old name and the time. */
async function keepAs(
  folder: string,
  file: string,
  now: Date,
  keep: (from: string, to: string) => Promise<unknown>,
): Promise<string | null> {
  const time = fileTime.of(now.toISOString())
  const kept = join(folder, 'set-aside', relative(folder, file).replace(/\.json$/, `.${time}.json`))
  try {
    await mkdir(dirname(kept), { recursive: true })
    await keep(file, kept)
    return kept
  } catch {
    return null
  }
}
