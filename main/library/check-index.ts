// Brings the index to what the files say: of those that changed since it was written, and of no others, all is read.
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyRecord, Collection, FoundRecord } from '../../shared/model/records.ts'
import { collections } from './folders.ts'
import { type ReadProblem, sameIdProblem } from './read-problem.ts'
import type { RecordIndex } from './record-index.ts'
import type { Seal } from './seal.ts'
import { type Stamp, stampOf } from './stamped-file.ts'
import { type RecordFile, readRecordFile, recordFileNames } from './unreadable.ts'
import { stageOf, type Watched } from './work-progress.ts'

/** What is done about files that hold no record, or one that is there already. */
export type Menders = {
  /** Gives what was put in a damaged file's place; null where there is nothing. */
  mend: (collection: Collection, id: string, file: string, problem: ReadProblem) => Promise<AnyRecord | null>
  /** Keeps what a conflict copy holds. */
  keepCopy: (copy: AnyRecord, file: string, problem: ReadProblem) => Promise<void>
}

/** How many files are asked for at once: the system reads some side by side. */
const atOnce = 16
/** How many records are put into the index at once. */
const keptAtOnce = 2048

/**
 * Compares the index with every record's file, until that is stopped: what was read by then stays in it, and the next
 * comparison goes on. Gives whether it had to be changed.
 */
export async function checkIndex(
  folder: string,
  seal: Seal,
  index: RecordIndex,
  menders: Menders,
  stop: AbortSignal,
  onProgress?: Watched<'reading'>['onProgress'],
): Promise<boolean> {
  let isChanged = false
  /** Which kind has an id, in the index or in this comparison. */
  const taken = new Map<string, Collection>()
  const kinds: { collection: Collection; names: string[]; known: Known }[] = []
  for (const collection of collections) {
    if (stop.aborted) return isChanged
    // Before the names: what is added between the two is not taken for gone.
    const known = index.stamps(collection)
    const names = await recordFileNames(folder, collection)
    if (stop.aborted) return isChanged
    kinds.push({ collection, names, known })
    for (const id of goneFrom(known, names, seal)) {
      // Saved again meanwhile, it is there.
      if (index.stampOf(id) !== known.get(id)) continue
      index.delete(id)
      isChanged = true
    }
  }
  for (const { collection, names, known } of kinds)
    for (const id of names.map(name => idOf(name, seal))) if (known.has(id)) taken.set(id, collection)
  const { at } = stageOf(
    { onProgress },
    'reading',
    kinds.reduce((sum, { names }) => sum + names.length, 0),
  )
  let done = 0
  for (const { collection, names, known } of kinds) {
    const whole: Whole[] = []
    const keep = () => {
      const some = whole.splice(0)
      // Saved meanwhile, it is newer than what was read; and it may have been deleted.
      const isStill = ({ id }: AnyRecord) =>
        index.stampOf(id) === (known.get(id) ?? null) && !index.wasDeleted(id)
      const due = some.filter(({ found }) => isStill(found.record))
      for (const { found, stamp } of due) index.put(found, stamp)
      index.settle()
    }
    for (let start = 0; start < names.length; start += atOnce) {
      const some = names.slice(start, start + atOnce)
      const files = await Promise.all(some.map(name => readIfChanged(folder, collection, name, known, seal)))
      if (stop.aborted) {
        keep()
        return isChanged
      }
      for (const file of files) {
        if (file === null) continue
        isChanged = true
        if (file.copy) {
          await menders.keepCopy(file.copy, file.file, file.problem)
          continue
        }
        const found = await recordIn(folder, seal, collection, file, taken.get(file.id) ?? null, menders.mend)
        if (found) {
          taken.set(file.id, collection)
          whole.push(found)
        } else if (taken.get(file.id) === collection) index.delete(file.id)
      }
      if (whole.length >= keptAtOnce) keep()
      done += some.length
      at(done)
    }
    keep()
  }
  index.markComplete()
  return isChanged
}

/** A record and the stamp of its file; null where that is to be read again. */
type Whole = { found: FoundRecord; stamp: Stamp | null }

/** The stamps that the index had of one kind's files. */
type Known = ReadonlyMap<string, Stamp | null>

/** Null where the file is as the index knows it, or gone. */
async function readIfChanged(
  folder: string,
  collection: Collection,
  name: string,
  known: Known,
  seal: Seal,
): Promise<RecordFile | null> {
  const stamp = known.get(idOf(name, seal)) ?? null
  if (stamp !== null) {
    const stats = await lstat(join(folder, collection, name), { bigint: true }).catch(() => null)
    if (stats && !stats.isSymbolicLink() && stampOf(stats) === stamp) return null
  }
  return readRecordFile(folder, collection, name, seal)
}

/** What is to be known of a file that changed; null where it holds no record, which is then seen to. */
async function recordIn(
  folder: string,
  seal: Seal,
  collection: Collection,
  { id, file, record, stamp = null, problem }: RecordFile,
  other: Collection | null,
  mend: Menders['mend'],
): Promise<Whole | null> {
  const isTaken = record && other !== null && other !== collection
  if (record && !isTaken) return { found: { collection, record } as FoundRecord, stamp }
  const why = isTaken ? sameIdProblem(join(folder, other, `${seal.nameOf(id)}.json`)) : problem
  const mended = why && (await mend(collection, id, file, why))
  if (mended) return { found: { collection, record: mended } as FoundRecord, stamp: null }
  return null
}

/** A name that leads to no id stands for itself. */
function idOf(name: string, seal: Seal): string {
  const stem = name.slice(0, -'.json'.length)
  return seal.idOf(stem) ?? stem
}

function goneFrom(known: Known, names: readonly string[], seal: Seal): string[] {
  const there = new Set(names.map(name => idOf(name, seal)))
  return [...known.keys()].filter(id => !there.has(id))
}
