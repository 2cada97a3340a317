// Record files, and those that cannot be read: told apart, and kept out of the way.
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { migrate } from '../../shared/model/migrate.ts'
import { type AnyRecord, type Collection, recordSchemas } from '../../shared/model/records.ts'
import { conflictCopyOf } from './conflict-copies.ts'
import { createDurably, DurableFile, moveDurably } from './durable-file.ts'
import { fileTime } from './folders.ts'
import { namesIn } from './library-folder.ts'
import {
  conflictCopyProblem,
  type ReadProblem,
  readProblem,
  refuseNewer,
  refuseOtherId,
} from './read-problem.ts'
import { coverOf, type Seal, sealContext } from './seal.ts'
import type { Stamp } from './stamped-file.ts'

/** A record file: its record, or why it has none. */
export type RecordFile = { id: string; file: string } & (
  | { record: AnyRecord; stamp: Stamp | null; problem?: never; copy?: never }
  /** `copy` is what a conflict copy holds, where it is whole. */
  | { record?: never; stamp?: never; problem: ReadProblem; copy: AnyRecord | null }
)

/** The names of one kind's record files, in order. */
export async function recordFileNames(folder: string, collection: Collection): Promise<string[]> {
  const names = await namesIn(join(folder, collection))
  return names.filter(name => name.endsWith('.json') && !name.startsWith('.')).sort()
}

/** Reads one record file; null where it is gone. */
export async function readRecordFile(
  folder: string,
  collection: Collection,
  name: string,
  seal: Seal,
): Promise<RecordFile | null> {
  const stem = name.slice(0, -'.json'.length)
  const id = seal.idOf(stem) ?? stem
  const conflict = conflictCopyOf(stem)
  const copied = conflict && seal.idOf(conflict.id)
  const file = join(folder, collection, name)
  try {
    // A sealed copy has no id by its own name, and opens as what it is a copy of.
    const cover = coverOf(seal, sealContext.record(collection, seal.isSealed && copied ? copied : id))
    const adapter = new DurableFile<AnyRecord>(file, readStored(collection), cover)
    const record = await adapter.read()
    if (!record) return null
    if (conflict && copied === record.id) {
      const problem = conflictCopyProblem({ id: copied, program: conflict.program })
      return { id: copied, file, problem, copy: record }
    }
    refuseOtherId(record.id, id)
    return { id, file, record, stamp: adapter.stamp }
  } catch (error) {
    return { id, file, problem: readProblem(error), copy: null }
  }
}

/** Reads a stored record against its schema; throws where it does not fit. */
export function readStored(collection: Collection): (stored: unknown) => AnyRecord {
  return stored => {
    refuseNewer(stored)
    return recordSchemas[collection].parse(migrate(collection, stored))
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
