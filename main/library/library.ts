// The library on disk, opened: its records in memory, each backed by one lowdb file.
import { randomUUID } from 'node:crypto'
import { mkdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Low } from 'lowdb'
import type * as z from 'zod'
import {
  type AnyRecord,
  type Collection,
  type RecordTypes,
  recordSchemas,
} from '../../shared/model/records.ts'
import { libraryFile } from '../../shared/model/v1/library.ts'
import type { FoundRecord, LibraryDescription, SetAsideFile } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { createDurably, DurableFile, moveDurably, writeDurably } from './durable-file.ts'
import { collections, libraryFileName, libraryFolders } from './folders.ts'
import { slugOf, UsedIds } from './ids.ts'
import { checkFolder, makeFolders, namesIn, refusedByDisk } from './library-folder.ts'
import { type Holder, type LibraryLock, takeLibraryLock } from './lock.ts'
import { type WhyReadOnly, whyHeld, whyNotAsked, whyUnsafe } from './read-only.ts'
import { type ReadProblem, readProblem, refuseNewer } from './read-problem.ts'
import { copyAside, readRecordFiles, readStored, setAside } from './unreadable.ts'

type Records = { [C in Collection]: Map<string, RecordTypes[C]> }

type Opening = {
  folder: string
  /** `write` takes the library's lock and falls back to reading where another process has it. */
  access: 'write' | 'read'
  now: () => Date
  /** Milliseconds to wait for a command in another process to be done. */
  patience?: number
  /** What is told to others who want to write meanwhile. */
  holder?: Holder
}

type Writing = { lock: LibraryLock; why: null } | { lock: null; why: WhyReadOnly }

/**
 * Opens the library in a folder, or begins one where the folder is missing or empty. Damaged files are set aside, and
 * those that cannot be read now are left; both are named in the description, and the rest opens. Throws a
 * RequestProblem where the folder holds something else, or cannot be used.
 */
export async function openLibrary(opening: Opening): Promise<Library> {
  const { folder, access, now, patience = 0, holder = 'window' } = opening
  await checkFolder(folder)
  const writing: Writing =
    access === 'write' ? await startWriting(folder, holder, patience) : { lock: null, why: whyNotAsked }
  try {
    // Nothing is read before the lock is held: another process may have written until then.
    return await readLibrary(folder, writing, now)
  } catch (error) {
    writing.lock?.release()
    throw error
  }
}

async function startWriting(folder: string, holder: Holder, patience: number): Promise<Writing> {
  await makeFolders(folder, ['.'])
  const { lock, heldBy } = await refusedByDisk(folder, () => takeLibraryLock(folder, holder, patience))
  return lock ? { lock, why: null } : { lock, why: heldBy ? whyHeld[heldBy] : whyNotAsked }
}

async function readLibrary(folder: string, asked: Writing, now: () => Date): Promise<Library> {
  const description = await readLibraryFile(folder)
  const { problem } = description
  let writing = asked
  if (asked.lock && problem && problem.kind !== 'damaged') {
    asked.lock.release()
    writing = { lock: null, why: whyUnsafe[problem.kind] }
  }
  const isWritable = writing.lock !== null
  const unreadable: SetAsideFile[] = []
  const tell = async (file: string, { reason, kind }: ReadProblem, keep: typeof setAside) => {
    const keptAs = isWritable && kind === 'damaged' ? await keep(folder, file, now()) : null
    unreadable.push({ file, keptAs, reason })
    return keptAs
  }
  if (isWritable) await makeFolders(folder, libraryFolders)
  // Copied and not moved, so that there is a library.json at every moment.
  const isKept = problem ? (await tell(description.path, problem, copyAside)) !== null : true
  const name = description.name ?? (basename(folder).trim() || 'library')
  if (isWritable && isKept && description.name === null) {
    await refusedByDisk(folder, () => writeLibraryFile(description.path, name))
  }
  const records: Records = {
    sources: new Map(),
    quotes: new Map(),
    figures: new Map(),
    events: new Map(),
    briefs: new Map(),
  }
  const usedIds = new UsedIds()
  for (const collection of collections) {
    await readCollection(folder, collection, records[collection], usedIds, (file, found) =>
      tell(file, found, setAside),
    )
  }
  return new Library(folder, name, writing, records, usedIds, unreadable)
}

/** An opened library. Every write is on the disk before it is seen in memory; where it fails, both are as they were. */
export class Library {
  readonly folder: string
  readonly #name: string
  readonly #writing: Writing
  readonly #records: Records
  readonly #usedIds: UsedIds
  readonly #unreadable: SetAsideFile[]
  readonly #queues = new Map<string, Promise<unknown>>()

  constructor(
    folder: string,
    name: string,
    writing: Writing,
    records: Records,
    usedIds: UsedIds,
    unreadable: SetAsideFile[],
  ) {
    this.folder = folder
    this.#name = name
    this.#writing = writing
    this.#records = records
    this.#usedIds = usedIds
    this.#unreadable = unreadable
  }

  describe(): LibraryDescription {
    return {
      folder: this.folder,
      name: this.#name,
      readOnly: this.#writing.lock === null,
      setAside: [...this.#unreadable],
    }
  }

  /** Null where the library can be written. */
  get whyReadOnly(): WhyReadOnly | null {
    return this.#writing.why
  }

  /** The records of one kind, newest first. */
  list<C extends Collection>(collection: C): RecordTypes[C][] {
    return [...this.#records[collection].values()].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
  }

  /** Throws a RequestProblem where there is none of that id. */
  get<C extends Collection>(collection: C, id: string): RecordTypes[C] {
    const record = this.#records[collection].get(id)
    if (record) return record
    const what = { sources: 'source', quotes: 'quote', figures: 'figure', events: 'event', briefs: 'brief' }[
      collection
    ]
    throw new RequestProblem(
      'not-found',
      `There is no ${what} "${id}" in the library ${this.folder}. Nothing was changed.`,
    )
  }

  /** The record of an id, of whatever kind. Throws a RequestProblem where there is none. */
  find(id: string): FoundRecord {
    for (const collection of collections) {
      const record = this.#records[collection].get(id)
      if (record) return { collection, record } as FoundRecord
    }
    throw new RequestProblem(
      'not-found',
      `There is nothing called "${id}" in the library ${this.folder}. Nothing was changed.`,
    )
  }

  /** An id made of some words, never used before in this library. */
  newId(words: string): string {
    return this.#usedIds.take(slugOf(words))
  }

  /** Adds a new record. Throws a RequestProblem where a file of its name is there already, and leaves that file. */
  add<C extends Collection>(collection: C, record: RecordTypes[C]): Promise<RecordTypes[C]> {
    return this.#inTurn(record.id, async () => {
      await this.#write(collection, record, createDurably).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
        throw new RequestProblem(
          'unwritable',
          `There is a file ${this.#path(collection, record.id)} already. It was left as it is and nothing was added; try again.`,
        )
      })
      return record
    })
  }

  /** Changes a record by a pure function of what it is when its turn comes. */
  update<C extends Collection>(
    collection: C,
    id: string,
    change: (record: RecordTypes[C]) => RecordTypes[C],
  ): Promise<RecordTypes[C]> {
    return this.#inTurn(id, async () => {
      const changed = change(this.get(collection, id))
      await this.#write(collection, changed)
      return changed
    })
  }

  /** Moves a record's file to the trash folder. Its id is not used again. */
  remove(id: string): Promise<void> {
    return this.#inTurn(id, async () => {
      const { collection } = this.find(id)
      this.#mustBeWritable()
      await mkdir(join(this.folder, 'trash', collection), { recursive: true })
      await moveDurably(this.#path(collection, id), join(this.folder, 'trash', collection, `${id}.json`))
      this.#records[collection].delete(id)
    })
  }

  /** Keeps the bytes of an original file under their SHA-256; the same bytes are kept once. */
  async attach(sha256: string, bytes: Uint8Array): Promise<void> {
    this.#mustBeWritable()
    const path = join(this.folder, 'attachments', sha256)
    if (
      await stat(path).then(
        kept => kept.size === bytes.length,
        () => false,
      )
    )
      return
    await writeDurably(path, bytes)
  }

  /** Throws a RequestProblem where the library can only be read. */
  #mustBeWritable(): void {
    const { why } = this.#writing
    if (why === null) return
    throw new RequestProblem(
      'read-only',
      `The library ${this.folder} ${why.what}, so it can only be read here. Nothing was changed; ${why.remedy}.`,
    )
  }

  /** Waits for writes under way and lets other processes write. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#queues.values())
    this.#writing.lock?.release()
  }

  async #write<C extends Collection>(
    collection: C,
    record: RecordTypes[C],
    put = writeDurably,
  ): Promise<void> {
    this.#mustBeWritable()
    const valid = recordSchemas[collection].parse(record) as RecordTypes[C]
    await new Low(
      new DurableFile<AnyRecord>(this.#path(collection, record.id), readStored(collection), put),
      valid,
    ).write()
    this.#records[collection].set(record.id, valid)
  }

  /** One queue a record: what is asked first is written first, and no two writes of a record meet. */
  #inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(work, work)
    this.#queues.set(id, turn)
    const leave = () => {
      if (this.#queues.get(id) === turn) this.#queues.delete(id)
    }
    turn.then(leave, leave)
    return turn
  }

  #path(collection: Collection, id: string): string {
    return join(this.folder, collection, `${id}.json`)
  }
}

async function readCollection<C extends Collection>(
  folder: string,
  collection: C,
  into: Map<string, RecordTypes[C]>,
  usedIds: UsedIds,
  tell: (file: string, problem: ReadProblem) => Promise<unknown>,
): Promise<void> {
  for (const past of [join('trash', collection), join('set-aside', collection)]) {
    for (const name of await namesIn(join(folder, past))) usedIds.add(name.split('.')[0] ?? name)
  }
  for await (const { id, file, record, problem } of readRecordFiles(folder, collection)) {
    usedIds.add(id)
    if (record) into.set(id, record as RecordTypes[C])
    else await tell(file, problem)
  }
}

type LibraryFile = z.infer<typeof libraryFile>

/** What library.json says; the name is null where there is none, or none that can be read. */
async function readLibraryFile(folder: string): Promise<{
  path: string
  name: string | null
  problem: ReadProblem | null
}> {
  const path = join(folder, libraryFileName)
  const adapter = new DurableFile<LibraryFile>(path, stored => {
    refuseNewer(stored)
    return libraryFile.parse(stored)
  })
  try {
    const stored = await adapter.read()
    return { path, name: stored?.name ?? null, problem: null }
  } catch (error) {
    return { path, name: null, problem: readProblem(error) }
  }
}

async function writeLibraryFile(path: string, name: string): Promise<void> {
  const fresh = { schema: 1 as const, id: randomUUID(), name }
  await new Low(new DurableFile<LibraryFile>(path, stored => libraryFile.parse(stored)), fresh).write()
}
