// Brings the index to what the files say: of those that changed since it was written, and of no others, all is read.
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyRecord, Collection, FoundRecord } from '../../shared/model/records.ts'
import { type Stamp, stampOf } from './durable-file.ts'
import { collections } from './folders.ts'
import { type ReadProblem, sameIdProblem } from './read-problem.ts'
import type { RecordIndex } from './record-index.ts'
import { type RecordFile, readRecordFile, recordFileNames } from './unreadable.ts'

/** What is done about files that hold no record, or one that is there already. */
export type Menders = {
  /** Gives what was put in a damaged file's place; null where there is nothing. */
  mend: (collection: Collection, id: string, file: string, problem: ReadProblem) => Promise<AnyRecord | null>
  /** Keeps what a conflict copy holds. */
  keepCopy: (copy: AnyRecord, file: string, problem: ReadProblem) => Promise<void>
}

/** How many files are asked for at once: the system reads some side by side. */
const atOnce = 16

/** Compares the index with every record's file, until that is stopped. Gives whether it had to be changed. */
export async function checkIndex(
  folder: string,
  index: RecordIndex,
  menders: Menders,
  stop: AbortSignal,
): Promise<boolean> {
  let isChanged = false
  const kinds: { collection: Collection; names: string[]; known: Known }[] = []
  for (const collection of collections) {
    const names = await recordFileNames(folder, collection)
    if (stop.aborted) return isChanged
    const known = index.stamps(collection)
    kinds.push({ collection, names, known })
    for (const id of goneFrom(known, names)) {
      // Saved again meanwhile, it is there.
      if (index.stampOf(id) !== known.get(id)) continue
      index.delete(id)
      isChanged = true
    }
  }
  for (const { collection, names, known } of kinds) {
    for (let start = 0; start < names.length; start += atOnce) {
      const some = names.slice(start, start + atOnce)
      const files = await Promise.all(some.map(name => readIfChanged(folder, collection, name, known)))
      if (stop.aborted) return isChanged
      const changed = files.filter(file => file !== null)
      if (changed.length === 0) continue
      isChanged = true
      await takeIn(folder, collection, changed, known, index, menders)
    }
  }
  index.markComplete()
  return isChanged
}

/** The stamps that the index had of one kind's files. */
type Known = ReadonlyMap<string, Stamp | null>

/** Null where the file is as the index knows it, or gone. */
async function readIfChanged(
  folder: string,
  collection: Collection,
  name: string,
  known: Known,
): Promise<RecordFile | null> {
  const stamp = known.get(name.slice(0, -'.json'.length)) ?? null
  if (stamp !== null) {
    const stats = await lstat(join(folder, collection, name), { bigint: true }).catch(() => null)
    if (stats && !stats.isSymbolicLink() && stampOf(stats) === stamp) return null
  }
  return readRecordFile(folder, collection, name)
}

async function takeIn(
  folder: string,
  collection: Collection,
  files: readonly RecordFile[],
  known: Known,
  index: RecordIndex,
  { mend, keepCopy }: Menders,
): Promise<void> {
  const whole: { found: FoundRecord; stamp: Stamp | null }[] = []
  for (const { id, file, record, stamp = null, problem, copy } of files) {
    if (copy) {
      await keepCopy(copy, file, problem)
      continue
    }
    const other = record && index.collectionOf(id)
    const isTaken = other && other !== collection
    if (record && !isTaken) {
      whole.push({ found: { collection, record } as FoundRecord, stamp })
      continue
    }
    const why = isTaken ? sameIdProblem(join(folder, other, `${id}.json`)) : problem
    const mended = why && (await mend(collection, id, file, why))
    if (mended) whole.push({ found: { collection, record: mended } as FoundRecord, stamp: null })
    else if (index.collectionOf(id) === collection) index.delete(id)
  }
  index.together(() => {
    for (const { found, stamp } of whole) {
      const { id } = found.record
      // Saved meanwhile, it is newer than what was read.
      if (index.stampOf(id) === (known.get(id) ?? null)) index.put(found, stamp)
    }
  })
}

function goneFrom(known: Known, names: readonly string[]): string[] {
  const there = new Set(names.map(name => name.slice(0, -'.json'.length)))
  return [...known.keys()].filter(id => !there.has(id))
}
