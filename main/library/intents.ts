// Saves of several records that are all or nothing: what is meant is written down first, and carried out at the next
// start where it was cut off.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { migrate } from '../../shared/model/migrate.ts'
import { type AnyRecord, type Collection, recordSchemas } from '../../shared/model/records.ts'
import { id, instant } from '../../shared/model/v1/fields.ts'
import { createDurably, type Disk, parseJson } from './durable-file.ts'
import { collections } from './folders.ts'
import { namesIn } from './library-folder.ts'
import { type ReadProblem, readProblem } from './read-problem.ts'
import type { RecordFiles } from './record-files.ts'
import { type Seal, sealContext } from './seal.ts'
import type { Stamp } from './stamped-file.ts'

/** One record of a save: what it was (null where it is new) and what it is to be (null where it goes to the trash). */
export type Step = {
  [C in Collection]: { collection: C; id: string; before: AnyRecord | null; after: AnyRecord | null }
}[Collection]

/** A save that was written down. `undo` leads back to what was before. */
export type Intent = { path: string; direction: 'do' | 'undo'; time: string; steps: Step[] }

const record = z.union([...Object.values(recordSchemas)]).nullable()
const stored = z.strictObject({
  schema: z.literal(1),
  time: instant,
  steps: z.array(z.strictObject({ collection: z.enum(collections), id, before: record, after: record })),
})

const folderOf = (folder: string) => join(folder, 'intents')
const fileEnds = { do: '.do.json', undo: '.undo.json' } as const

/** Writes down what is meant; from here on it is done even if the process ends. */
export async function declareIntent(
  folder: string,
  steps: Step[],
  time: string,
  disk: Disk,
  seal: Seal,
): Promise<Intent> {
  const path = join(folderOf(folder), `${randomUUID()}${fileEnds.do}`)
  const bytes = new TextEncoder().encode(JSON.stringify({ schema: 1, time, steps }))
  await createDurably(path, seal.seal(bytes, contextOf(path)), disk)
  return { path, direction: 'do', time, steps }
}

/** The same in either direction: turning round only gives the file another name. */
function contextOf(path: string): string {
  return sealContext.intent(basename(path).split('.')[0] ?? '')
}

/** Turns round: what was done of it is to be undone. Takes no room on the disk. */
export async function turnIntent(intent: Intent, disk: Disk): Promise<Intent> {
  const path = intent.path.replace(fileEnds.do, fileEnds.undo)
  await disk.rename(intent.path, path)
  await disk.flushFolder(dirname(path))
  return { ...intent, path, direction: 'undo' }
}

/** A record that another program changed in the moment of the save. */
export class GoneOn extends Error {}

/**
 * Carries out a save that is just being made. Rejects with GoneOn where another program has changed a record since it
 * was compared; what is damaged was kept aside before.
 */
export async function carryOutNow(
  intent: Intent,
  files: RecordFiles,
  disk: Disk,
): Promise<Map<string, Stamp | null>> {
  for (const { collection, id, before } of intent.steps) {
    const read = await files.read(collection, id).catch(() => null)
    if (read && !isDeepStrictEqual(read.record, before)) throw new GoneOn()
  }
  const stamps = new Map<string, Stamp | null>()
  for (const { collection, id, after } of intent.steps) {
    if (after) stamps.set(id, await files.replace(collection, after))
    // Another program may have deleted it already.
    else if ((await files.stamp(collection, id)) !== null)
      await files.moveToTrash(collection, id, intent.time)
  }
  await disk.unlink(intent.path).catch(() => undefined)
  return stamps
}

/**
 * Brings every record to where the intent leads, and strikes it off. Doing it twice is doing it once, and a record that
 * has gone on since is left as it is, so that a line that could not be struck off does no harm.
 */
export async function carryOut(
  intent: Intent,
  files: RecordFiles,
  disk: Disk,
): Promise<Map<string, Stamp | null>> {
  const { direction, steps, time, path } = intent
  const stamps = new Map<string, Stamp | null>()
  for (const step of direction === 'do' ? steps : [...steps].reverse()) {
    const stamp = await bring(step, direction === 'do' ? step.after : step.before, time, files, disk)
    stamps.set(step.id, stamp)
  }
  await disk.unlink(path).catch(() => undefined)
  return stamps
}

async function bring(
  { collection, id, before, after }: Step,
  state: AnyRecord | null,
  time: string,
  files: RecordFiles,
  disk: Disk,
): Promise<Stamp | null> {
  const path = files.pathOf(collection, id)
  // A damaged record is mended by itself, from what it was.
  const read = await files.read(collection, id).catch(() => 'damaged' as const)
  if (read !== null) {
    const now = read === 'damaged' ? read : read.record
    if (!isDeepStrictEqual(now, before) && !isDeepStrictEqual(now, after)) return null
    if (state) return files.replace(collection, state)
    if (before) await files.moveToTrash(collection, id, time)
    else {
      // A new record of a save that failed: nobody was told that it is there.
      await disk.unlink(path)
      await disk.flushFolder(dirname(path))
    }
    return null
  }
  const trashed = (await files.trashed(collection)).filter(each => each.id === id)
  const moved = trashed.find(each => each.deletedAt === time)
  if (state && moved && after === null) await files.moveBack(moved)
  else if (state && trashed.length === 0) return files.replace(collection, state)
  return null
}

/** The saves that were cut off, and the files of such that cannot be read. */
export async function readIntents(
  folder: string,
  seal: Seal,
): Promise<{ intents: Intent[]; unreadable: { file: string; problem: ReadProblem }[] }> {
  const intents: Intent[] = []
  const unreadable: { file: string; problem: ReadProblem }[] = []
  for (const name of (await namesIn(folderOf(folder))).sort()) {
    const path = join(folderOf(folder), name)
    const direction = name.endsWith(fileEnds.do) ? 'do' : name.endsWith(fileEnds.undo) ? 'undo' : null
    if (direction === null || name.startsWith('.')) continue
    try {
      const written = parseJson(seal.open(await readFile(path), contextOf(path)))
      const { time, steps } = stored.parse(withNewestSchema(written as { steps?: unknown }))
      intents.push({ path, direction, time, steps: steps as Step[] })
    } catch (error) {
      unreadable.push({ file: path, problem: readProblem(error) })
    }
  }
  return { intents, unreadable }
}

/** A save that an older version of the app was cut off in is carried out with records of today. */
function withNewestSchema(written: { steps?: unknown }): unknown {
  if (!Array.isArray(written?.steps)) return written
  const steps = written.steps.map((step: Step) => ({
    ...step,
    before: migrate(step.collection, step.before),
    after: migrate(step.collection, step.after),
  }))
  return { ...written, steps }
}
