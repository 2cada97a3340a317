// The library on disk, opened: its records in memory, each backed by one lowdb file.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundRecord } from '../../shared/model/records.ts'
import {
  type AnyRecord,
  type Collection,
  type RecordTypes,
  recordSchemas,
} from '../../shared/model/records.ts'
import type { LibraryDescription, SetAsideFile, TrashedRecord } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { type BackupMade, writeBackup } from './backup.ts'
import { bringTogether } from './bring-together.ts'
import { openDrafts } from './drafts.ts'
import { type Disk, writeDurably } from './durable-file.ts'
import { collections } from './folders.ts'
import type { History } from './history.ts'
import { slugOf, type UsedIds } from './ids.ts'
import { carryOut, declareIntent, type Intent, type Step, turnIntent } from './intents.ts'
import type { LibraryLock } from './lock.ts'
import type { WhyReadOnly } from './read-only.ts'
import type { RecordFiles } from './record-files.ts'
import { RecordQueue } from './record-queue.ts'
import { removeSnapshot, takeSnapshot } from './snapshot.ts'
import { emptyTrash, findInTrash, readTrash } from './trash.ts'
import { readStored } from './unreadable.ts'
import { watchRecords } from './watch-records.ts'

export type Records = { [C in Collection]: Map<string, RecordTypes[C]> }

export type Writing = { lock: LibraryLock; why: null } | { lock: null; why: WhyReadOnly }

type Opened = {
  folder: string
  name: string
  writing: Writing
  records: Records
  usedIds: UsedIds
  unreadable: readonly SetAsideFile[]
  files: RecordFiles
  history: History
  disk: Disk
  now: () => Date
}

/** What a save of several records does to one of them: null moves it to the trash. */
export type Change = {
  [C in Collection]: { collection: C; id: string; after: RecordTypes[C] | null }
}[Collection]

type Outcome<T> = { record: T } | { error: unknown }

/** An opened library. Every write is on the disk before it is seen in memory; where it fails, both are as they were. */
export class Library {
  readonly folder: string
  /** Texts that are being typed and not saved yet. */
  readonly drafts: ReturnType<typeof openDrafts>
  readonly #opened: Opened
  readonly #queue = new RecordQueue()
  /** A save of several records that failed and could not be undone yet. */
  #unfinished: Intent | null = null
  /** States that other programs replaced, which somebody may still be changing; by id and time. */
  readonly #replacedByOthers = new Map<string, AnyRecord>()
  #onOthers: ((found: FoundRecord, isConflict: boolean) => void) | null = null

  constructor(opened: Opened) {
    this.folder = opened.folder
    this.drafts = openDrafts(opened.folder)
    this.#opened = opened
  }

  describe(): LibraryDescription {
    const { folder, name, writing, unreadable } = this.#opened
    return { folder, name, whyReadOnly: writing.why, setAside: [...unreadable] }
  }

  /** Null where the library can be written. */
  get whyReadOnly(): WhyReadOnly | null {
    return this.#opened.writing.why
  }

  /** The records of one kind, newest first. */
  list<C extends Collection>(collection: C): RecordTypes[C][] {
    return [...this.#opened.records[collection].values()].sort((a, b) =>
      b.updatedAt.localeCompare(a.updatedAt),
    )
  }

  /** Throws a RequestProblem where there is none of that id. */
  get<C extends Collection>(collection: C, id: string): RecordTypes[C] {
    const record = this.#opened.records[collection].get(id)
    if (record) return record
    const what = { sources: 'source', quotes: 'quote', figures: 'figure', events: 'event', briefs: 'brief' }[
      collection
    ]
    throw this.#notFound(`no ${what} "${id}"`)
  }

  /** A record as it was at a time that its `updatedAt` said, if that is the present state or one that others replaced. */
  stateAt<C extends Collection>(collection: C, id: string, updatedAt: string): RecordTypes[C] | null {
    const record = this.#opened.records[collection].get(id)
    if (record?.updatedAt === updatedAt) return record
    return (this.#replacedByOthers.get(`${id} ${updatedAt}`) as RecordTypes[C] | undefined) ?? null
  }

  /** The record of an id, of whatever kind. Throws a RequestProblem where there is none. */
  find(id: string): FoundRecord {
    for (const collection of collections) {
      const record = this.#opened.records[collection].get(id)
      if (record) return { collection, record } as FoundRecord
    }
    throw this.#notFound(`nothing called "${id}"`)
  }

  /** An id made of some words, never used before in this library. */
  newId(words: string): string {
    return this.#opened.usedIds.take(slugOf(words))
  }

  /** Adds a new record. Throws a RequestProblem where a file of its name is there already, and leaves that file. */
  add<C extends Collection>(collection: C, record: RecordTypes[C]): Promise<RecordTypes[C]> {
    return this.#queue.inTurn([record.id], async () => {
      await this.#mustBeWritable()
      const valid = this.#valid(collection, record)
      await this.#opened.files.create(collection, valid).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
        throw new RequestProblem(
          'unwritable',
          `There is a file ${this.#opened.files.pathOf(collection, record.id)} already. It was left as it is and nothing was added; try again.`,
        )
      })
      this.#publish(collection, valid)
      return valid
    })
  }

  /**
   * Changes a record by a pure function of what it is when its turn comes. Changes that wait for the same turn are
   * made one after the other and written once.
   */
  async update<C extends Collection>(
    collection: C,
    id: string,
    change: (record: RecordTypes[C]) => RecordTypes[C],
  ): Promise<RecordTypes[C]> {
    const outcome = await this.#queue.join<typeof change, Outcome<RecordTypes[C]>>(id, change, changes =>
      this.#change(collection, id, changes),
    )
    if ('error' in outcome) throw outcome.error
    return outcome.record
  }

  async #change<C extends Collection>(
    collection: C,
    id: string,
    changes: readonly ((record: RecordTypes[C]) => RecordTypes[C])[],
  ): Promise<Outcome<RecordTypes[C]>[]> {
    await this.#mustBeWritable()
    const before = this.get(collection, id)
    let after = before
    const outcomes = changes.map((change): Outcome<RecordTypes[C]> => {
      try {
        after = this.#valid(collection, change(after))
        return { record: after }
      } catch (error) {
        return { error }
      }
    })
    const written = after === before ? before : await this.#replace(collection, before, after)
    return outcomes.map(outcome => ('record' in outcome ? { record: written } : outcome))
  }

  async #replace<C extends Collection>(
    collection: C,
    before: RecordTypes[C],
    after: RecordTypes[C],
  ): Promise<RecordTypes[C]> {
    const { history, files, now } = this.#opened
    const { record, theirs, isConflict } = await bringTogether(this.#opened, collection, before, after)
    // A version that cannot be kept must not stop the save: the file it replaces stays beside it all the same.
    await history.keepIfDue(before, now().getTime()).catch(() => undefined)
    await files.replace(collection, record)
    this.#publish(collection, record)
    if (theirs) this.#onOthers?.({ collection, record } as FoundRecord, isConflict)
    return record
  }

  /**
   * Takes in what other programs do to records while the library is open; the listener is told of each, and whether it
   * was kept as a version only. Gives the means to stop.
   */
  watch(listener: (found: FoundRecord, isConflict: boolean) => void): () => void {
    this.#onOthers = listener
    const stop = watchRecords(this.folder, (collection, id) => {
      this.#queue.inTurn([id], () => this.#takeIn(collection, id)).catch(() => undefined)
    })
    return () => {
      stop()
      this.#onOthers = null
    }
  }

  async #takeIn(collection: Collection, id: string): Promise<void> {
    const known = this.#opened.records[collection].get(id)
    // Of what it does not know the next start makes sure: ids, links and damage are looked at there.
    const put = known && (await this.#opened.files.putByOthers(collection, known))
    if (!put) return
    // A text editor changes the words and not the time, by which one state is told from another.
    const isTimed = put.record.updatedAt > known.updatedAt
    const theirs = isTimed ? put.record : { ...put.record, updatedAt: this.#time() }
    const { history, now } = this.#opened
    // Both, so that neither is lost where the window has changed the same words already.
    const mayKeep = this.whyReadOnly === null
    for (const state of mayKeep ? [known, theirs] : [])
      await history.keep(state, now().getTime()).catch(() => undefined)
    this.#replacedByOthers.set(`${id} ${known.updatedAt}`, known)
    this.#publish(collection, theirs)
    put.accept()
    this.#onOthers?.({ collection, record: theirs } as FoundRecord, false)
  }

  /** Moves a record's file to the trash. Its id is not used again. */
  remove(id: string): Promise<void> {
    return this.#queue.inTurn([id], async () => {
      const { collection } = this.find(id)
      await this.#mustBeWritable()
      await this.#opened.files.moveToTrash(collection, id, this.#time())
      this.#opened.records[collection].delete(id)
    })
  }

  /**
   * Saves several records as one: all of them or none, whatever happens meanwhile. Throws a RequestProblem where a new
   * one's file is there already.
   */
  saveAll(changes: readonly Change[]): Promise<void> {
    const ids = changes.map(change => change.id)
    return this.#queue.inTurn(ids, async () => {
      await this.#mustBeWritable()
      const { folder, files, disk, records, history, now } = this.#opened
      const steps = await Promise.all(
        changes.map(async ({ collection, id, after }) => {
          const before = records[collection].get(id) ?? null
          const valid = after && this.#valid(collection, after)
          if (!before || !valid) return { collection, id, before, after: valid } as Step
          const { record, theirs } = await bringTogether(this.#opened, collection, before, valid)
          return { collection, id, before: theirs ?? before, after: record } as Step
        }),
      )
      for (const { before } of steps) {
        if (before) await history.keepIfDue(before, now().getTime()).catch(() => undefined)
      }
      for (const { collection, id, before } of steps) await this.#mustBeFree(collection, id, before)
      const intent = await declareIntent(folder, steps, this.#time(), disk)
      try {
        await carryOut(intent, files, disk)
      } catch (error) {
        this.#unfinished = intent
        await this.#undo().catch(() => undefined)
        throw error
      }
      for (const { collection, id, after } of steps) {
        if (after) this.#publish(collection, after)
        else records[collection].delete(id)
      }
    })
  }

  async #mustBeFree(collection: Collection, id: string, before: AnyRecord | null): Promise<void> {
    const path = this.#opened.files.pathOf(collection, id)
    if (before || !(await stat(path).catch(() => null))) return
    throw new RequestProblem(
      'unwritable',
      `There is a file ${path} already. It was left as it is and nothing was saved; try again.`,
    )
  }

  async #undo(): Promise<void> {
    const { files, disk } = this.#opened
    if (!this.#unfinished) return
    if (this.#unfinished.direction === 'do') this.#unfinished = await turnIntent(this.#unfinished, disk)
    await carryOut(this.#unfinished, files, disk)
    this.#unfinished = null
  }

  /** What is in the trash, the newest first. Files there that cannot be read are left out. */
  trashed(): Promise<TrashedRecord[]> {
    return readTrash(this.#opened.files)
  }

  /** Takes a record back from the trash. Throws a RequestProblem where it is not there. */
  restore(id: string): Promise<FoundRecord> {
    return this.#queue.inTurn([id], async () => {
      await this.#mustBeWritable()
      const file = await findInTrash(this.#opened.files, id)
      if (!file) throw this.#notFound(`nothing called "${id}" in the trash`)
      const { collection, path } = file
      const record = readStored(collection)(JSON.parse(await readFile(path, 'utf8')))
      await this.#opened.files.moveBack(file)
      this.#publish(collection, record)
      return { collection, record } as FoundRecord
    })
  }

  /** Deletes for good what is in the trash; gives the number of records. */
  async emptyTrash(): Promise<number> {
    await this.#mustBeWritable()
    return emptyTrash({
      ...this.#opened,
      queue: this.#queue,
      isThere: id => collections.some(collection => this.#opened.records[collection].has(id)),
      sources: () => this.list('sources'),
    })
  }

  /** The instants of a record's earlier versions, newest first. */
  versions(id: string): Promise<string[]> {
    return this.#opened.history.list(id)
  }

  /** A record as it was. Throws a RequestProblem where there is no such version. */
  async version(id: string, at: string): Promise<FoundRecord> {
    const { collection } = this.find(id)
    try {
      return { collection, record: await this.#opened.history.read(collection, id, at) } as FoundRecord
    } catch {
      throw this.#notFound(`no version of "${id}" from ${at} that can be read`)
    }
  }

  /** Keeps a record as it is now as a version. */
  keepVersion(id: string): Promise<void> {
    return this.#queue.inTurn([id], async () => {
      await this.#mustBeWritable()
      const { history, now } = this.#opened
      await history.keep(this.find(id).record, now().getTime())
    })
  }

  /** Makes a record what it was; what it is now becomes a version. */
  revert(id: string, at: string): Promise<FoundRecord> {
    return this.#queue.inTurn([id], async () => {
      await this.#mustBeWritable()
      const { collection, record: before } = this.find(id)
      const { record: version } = await this.version(id, at)
      const { history, now, files } = this.#opened
      await history.keep(before, now().getTime())
      const after = this.#valid(collection, { ...version, updatedAt: this.#time() })
      const theirs = await files.putByOthers(collection, before)
      if (theirs) await history.keep(theirs.record, now().getTime())
      await files.replace(collection, after)
      this.#publish(collection, after)
      return { collection, record: after } as FoundRecord
    })
  }

  /** Keeps the bytes of an original file under their SHA-256; the same bytes are kept once. */
  async attach(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#mustBeWritable()
    const path = join(this.folder, 'attachments', sha256)
    const kept = await stat(path).catch(() => null)
    if (kept?.size !== bytes.length) await writeDurably(path, bytes, this.#opened.disk)
  }

  /** Throws a RequestProblem where the library can only be read. Mends what an earlier save left half done, if it can. */
  async #mustBeWritable(): Promise<void> {
    const { why } = this.#opened.writing
    if (why !== null) {
      throw new RequestProblem(
        'read-only',
        `The library ${this.folder} ${why.what}, so it can only be read here. Nothing was changed; ${why.remedy}.`,
      )
    }
    await this.#undo().catch(() => undefined)
  }

  /** Puts everything that is in the library now into one file, while work goes on; gives what was put there. */
  async backUp(file: string): Promise<BackupMade> {
    const { folder, now } = this.#opened
    const snapshot = await this.#queue.alone(() => takeSnapshot(folder))
    try {
      return await writeBackup(snapshot, file, now())
    } finally {
      await removeSnapshot(snapshot)
    }
  }

  /** Waits for writes under way and lets other processes write. */
  async close(): Promise<void> {
    await this.#queue.settled()
    this.#opened.writing.lock?.release()
  }

  #valid<C extends Collection>(collection: C, record: unknown): RecordTypes[C] {
    return recordSchemas[collection].parse(record) as RecordTypes[C]
  }

  #publish(collection: Collection, record: AnyRecord): void {
    const into = this.#opened.records[collection] as Map<string, AnyRecord>
    into.set(record.id, record)
  }

  #time(): string {
    return this.#opened.now().toISOString()
  }

  #notFound(what: string): RequestProblem {
    return new RequestProblem(
      'not-found',
      `There is ${what} in the library ${this.folder}. Nothing was changed.`,
    )
  }
}
