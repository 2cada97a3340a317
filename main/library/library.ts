// The library on disk, opened: records read when they are asked for, each in a lowdb file of its own.
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import {
  type AnyRecord,
  type Collection,
  type EvidenceCollection,
  type FoundRecord,
  type RecordTypes,
  recordSchemas,
} from '../../shared/model/records.ts'
import { withNewIds } from '../../shared/references/new-ids.ts'
import type { LibraryDescription, SetAsideFile, TrashedRecord } from '../../shared/requests.ts'
import { RequestProblem } from '../../shared/result.ts'
import { type BackupMade, writeBackup } from './backup.ts'
import { bringTogether } from './bring-together.ts'
import type { Change } from './change.ts'
import { openDrafts } from './drafts.ts'
import { type Disk, writeDurably } from './durable-file.ts'
import type { History } from './history.ts'
import { type Holdings, openHoldings } from './holdings.ts'
import { slugOf, type UsedIds } from './ids.ts'
import {
  carryOut,
  carryOutNow,
  declareIntent,
  GoneOn,
  type Intent,
  type Step,
  turnIntent,
} from './intents.ts'
import type { LibraryLock } from './lock.ts'
import { OpenRecords } from './open-records.ts'
import type { WhyReadOnly } from './read-only.ts'
import { readProblem } from './read-problem.ts'
import type { RecordFiles } from './record-files.ts'
import type { Located, RecordIndex, Summary } from './record-index.ts'
import type { RecordQueue } from './record-queue.ts'
import { renameRecord } from './rename-record.ts'
import { newestIds, readRenamedIds } from './renamed-ids.ts'
import { type Seal, sealContext } from './seal.ts'
import { removeSnapshot, takeSnapshot } from './snapshot.ts'
import type { Stamp } from './stamped-file.ts'
import { emptyTrash, findInTrash, readTrash } from './trash.ts'
import { readRecordFile } from './unreadable.ts'
import { watchRecords } from './watch-records.ts'

export type Writing = { lock: LibraryLock; why: null } | { lock: null; why: WhyReadOnly }

type Opened = {
  folder: string
  name: string
  writing: Writing
  index: RecordIndex
  queue: RecordQueue
  /** The comparison of the index with the files, which may still go on. */
  check: { done: Promise<boolean>; stop: () => void }
  /** States that are seen instead of what the files hold. */
  meant: readonly Meant[]
  /** Read when somebody first asks. */
  usedIds: () => Promise<UsedIds>
  unreadable: readonly SetAsideFile[]
  files: RecordFiles
  history: History
  disk: Disk
  seal: Seal
  now: () => Date
}

/** A state that a save which was cut off leads to, where it may not be carried out; null where it deletes. */
export type Meant = { collection: Collection; id: string; record: AnyRecord | null }

type Outcome<T> = { record: T } | { error: unknown }

/** An opened library. Every write is on the disk before it is seen in memory; where it fails, both are as they were. */
export class Library {
  readonly folder: string
  /** Texts that are being typed and not saved yet. */
  readonly drafts: ReturnType<typeof openDrafts>
  /** What is kept beside the records. */
  readonly holdings: Holdings
  readonly #opened: Opened
  readonly #records: OpenRecords
  readonly #queue: RecordQueue
  /** A save of several records that failed and could not be undone yet. */
  #unfinished: Intent | null = null
  #onOthers: ((found: FoundRecord, isConflict: boolean) => void) | null = null
  #onGone: (() => void) | null = null

  constructor(opened: Opened) {
    this.folder = opened.folder
    const writing = <T>(work: () => Promise<T>) => this.#queue.beside(work)
    this.drafts = openDrafts(opened.folder, opened.seal, writing)
    this.holdings = openHoldings({ ...opened, writing })
    this.#opened = opened
    this.#queue = opened.queue
    // Asked for or not, it must not end the process.
    opened.check.done.catch(() => undefined)
    this.#records = new OpenRecords(opened.index, opened.files, found => this.#keepTheirs(found))
    for (const { collection, id, record } of opened.meant) this.#records.mean(collection, id, record)
  }

  describe(): LibraryDescription {
    const { folder, name, writing, unreadable } = this.#opened
    return { folder, name, whyReadOnly: writing.why, setAside: [...unreadable] }
  }

  /**
   * Resolves once the lists are known to be what the files say, to whether they had to be changed since the library was
   * opened or before; rejects with a RequestProblem where that cannot be found out.
   */
  get checked(): Promise<boolean> {
    return this.#opened.check.done
  }

  /** Null where the library can be written. */
  get whyReadOnly(): WhyReadOnly | null {
    return this.#opened.writing.why
  }

  /** Whether its files are sealed: nothing of its words may be written outside of them. */
  get isSealed(): boolean {
    return this.#opened.seal.isSealed
  }

  /** The id that a record's file has by its name, without `.json`; null where the name was given by somebody else. */
  idOfName(name: string): string | null {
    return this.#opened.seal.idOf(name)
  }

  /** The records of one kind as lists know them, newest first. */
  list<C extends Collection>(collection: C): Summary<C>[] {
    return this.#records.index.list(collection)
  }

  /** Some records of one kind: see `RecordIndex.page`. */
  page<C extends Collection>(
    collection: C,
    after: { updatedAt: string; id: string } | null,
    limit: number,
  ): Summary<C>[] {
    return this.#records.index.page(collection, after, limit)
  }

  /** A number that is another one after every change of a record of that kind. */
  stateOf(collection: Collection): number {
    return this.#records.index.stateOf(collection)
  }

  /** Evidence of one kind that is anchored in a source. */
  listInSource<C extends EvidenceCollection>(collection: C, source: string): RecordTypes[C][] {
    return this.#records.index.listInSource(collection, source) as RecordTypes[C][]
  }

  has(id: string): boolean {
    return this.#records.index.collectionOf(id) !== null
  }

  /** The kind of a record. Throws a RequestProblem where there is none of that id. */
  kindOf(id: string): Collection {
    const collection = this.#records.index.collectionOf(id)
    if (collection) return collection
    throw this.#notFound(`nothing called "${id}"`)
  }

  /** A record as lists know it; null where there is none of that id. */
  glance(id: string): ReturnType<RecordIndex['find']> {
    return this.#records.index.find(id)
  }

  /** The records that may refer to one: see `RecordIndex.usesOf`. */
  mayUse(id: string): Located[] {
    return this.#records.index.usesOf(id)
  }

  /** Rejects with a RequestProblem where there is none of that id, or its file cannot be read. */
  async get<C extends Collection>(collection: C, id: string): Promise<RecordTypes[C]> {
    const record = await this.#records.get(collection, id).catch(error => {
      throw this.#unreadable(collection, id, error)
    })
    if (record) return record
    const what = {
      sources: 'source',
      quotes: 'quote',
      figures: 'figure',
      events: 'event',
      people: 'person',
      briefs: 'brief',
    }[collection]
    throw this.#notFound(`no ${what} "${id}"`)
  }

  /** The state of a record at a time that its `updatedAt` said, if it is one that another program replaced. */
  replacedByOthers<C extends Collection>(
    collection: C,
    id: string,
    updatedAt: string,
  ): RecordTypes[C] | null {
    return this.#records.replacedByOthers(collection, id, updatedAt)
  }

  /** See `OpenRecords.isOverUnknown`. */
  isOverUnknown(id: string, updatedAt: string): boolean {
    return this.#records.isOverUnknown(id, updatedAt)
  }

  /** The record of an id, of whatever kind. Rejects with a RequestProblem where there is none. */
  async find(id: string): Promise<FoundRecord> {
    const collection = this.kindOf(id)
    return { collection, record: await this.get(collection, id) } as FoundRecord
  }

  /** An id made of some words, never used before in this library. */
  async newId(words: string): Promise<string> {
    return (await this.#opened.usedIds()).take(slugOf(words))
  }

  /** Adds a new record. Throws a RequestProblem where a file of its name is there already, and leaves that file. */
  add<C extends Collection>(collection: C, record: RecordTypes[C]): Promise<RecordTypes[C]> {
    return this.#queue.inTurn([record.id], async () => {
      await this.#mustBeWritable()
      const valid = this.#valid(collection, record)
      const stamp = await this.#opened.files
        .create(collection, valid)
        .catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error
          throw new RequestProblem(
            'unwritable',
            `There is a file ${this.#opened.files.pathOf(collection, record.id)} already. It was left as it is and nothing was added; try again.`,
          )
        })
      this.#publish(collection, valid, stamp)
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
    const before = await this.get(collection, id)
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
    const { record, theirs, isConflict } = await this.#bringTogether(collection, before, after)
    // A version that cannot be kept must not stop the save: the file it replaces stays beside it all the same.
    await history.keepIfDue(before, now().getTime()).catch(() => undefined)
    this.#publish(collection, record, await files.replace(collection, record))
    if (theirs) this.#onOthers?.({ collection, record } as FoundRecord, isConflict)
    return record
  }

  /**
   * Takes in what other programs do to records while the library is open; the listener is told of each, and whether it
   * was kept as a version only; `onGone` of each that they deleted, unless it is in use here and comes back with its next
   * save. Gives the means to stop.
   */
  watch(
    listener: (found: FoundRecord, isConflict: boolean) => void,
    onGone: () => void = () => undefined,
  ): () => void {
    this.#onOthers = listener
    this.#onGone = onGone
    const stop = watchRecords(this.folder, this.#opened.seal, (collection, id) => {
      this.#queue.inTurn([id], () => this.#takeIn(collection, id)).catch(() => undefined)
    })
    return () => {
      stop()
      this.#onOthers = null
      this.#onGone = null
    }
  }

  async #takeIn(collection: Collection, id: string): Promise<void> {
    const known = this.#records.held(id)
    const stamp = this.#records.index.stampOf(id)
    if (!this.has(id)) return this.#takeInNew(collection, id)
    if (known?.collection !== collection) {
      // What is not held is compared when it is read.
      if ((await this.#opened.files.stamp(collection, id)) === stamp) return
      if ((await this.#records.get(collection, id)) === null) this.#onGone?.()
      return
    }
    const put = await this.#opened.files.putByOthers(collection, known.record, stamp)
    if (!put) return
    // A text editor changes the words and not the time, by which one state is told from another.
    const isTimed = put.record.updatedAt > known.record.updatedAt
    const theirs = isTimed ? put.record : { ...put.record, updatedAt: this.#time() }
    // Both, so that neither is lost where the window has changed the same words already.
    await this.#keepVersion(known.record)
    this.#records.rememberReplaced(known)
    this.#publish(collection, theirs, put.stamp)
    await this.#keepTheirs({ collection, record: theirs } as FoundRecord)
  }

  /** A file that came from elsewhere. Damage, copies and ids that are taken are left to the next start, which sees to them. */
  async #takeInNew(collection: Collection, id: string): Promise<void> {
    const { files, seal } = this.#opened
    const name = basename(files.pathOf(collection, id))
    const file = await readRecordFile(this.folder, collection, name, seal)
    if (!file?.record || this.has(id)) return
    const found = { collection, record: file.record } as FoundRecord
    this.#records.publish(found, file.stamp)
    this.#onOthers?.(found, false)
  }

  /** What another program wrote is a version from the beginning, whatever is saved over it. */
  async #keepTheirs(found: FoundRecord): Promise<void> {
    await this.#keepVersion(found.record)
    this.#onOthers?.(found, false)
  }

  async #keepVersion(record: AnyRecord): Promise<void> {
    if (this.whyReadOnly !== null || this.#queue.isClosed) return
    const { history, now } = this.#opened
    await history.keep(record, now().getTime()).catch(() => undefined)
  }

  #bringTogether<C extends Collection>(collection: C, before: RecordTypes[C], after: RecordTypes[C]) {
    const stamp = this.#records.index.stampOf(before.id)
    return bringTogether(this.#opened, stamp, collection, before, after)
  }

  /** Moves a record's file to the trash. Its id is not used again. */
  remove(id: string): Promise<void> {
    return this.#queue.inTurn([id], async () => {
      const collection = this.kindOf(id)
      await this.#mustBeWritable()
      await this.#opened.files.moveToTrash(collection, id, this.#time())
      this.#records.forget(id)
    })
  }

  /**
   * Saves several records as one: all of them or none, whatever happens meanwhile. Throws a RequestProblem where a new
   * one's file is there already.
   */
  saveAll(changes: readonly Change[]): Promise<void> {
    const ids = changes.map(change => change.id)
    return this.saveTogether(ids, async () => changes)
  }

  /** The same, with changes that are made of what the records of these ids are when their turn comes. */
  saveTogether(ids: readonly string[], plan: () => Promise<readonly Change[]>): Promise<void> {
    return this.#queue.inTurn(ids, async () => {
      await this.#mustBeWritable()
      const changes = await plan()
      for (let tries = 1; ; tries++) {
        try {
          return await this.#saveTogether(changes)
        } catch (error) {
          if (!(error instanceof GoneOn)) throw error
          if (tries === 3) throw changedMeanwhile(this.folder)
        }
      }
    })
  }

  async #saveTogether(changes: readonly Change[]): Promise<void> {
    const { folder, files, disk, seal, history, now } = this.#opened
    /** What other programs had put there, and whether both changed the same. */
    const others = new Map<string, boolean>()
    const steps = await Promise.all(
      changes.map(async ({ collection, id, after }) => {
        const before = await this.#records.get(collection, id)
        const valid = after && this.#valid(collection, after)
        if (!before || !valid) return { collection, id, before, after: valid } as Step
        const { record, theirs, isConflict } = await this.#bringTogether(collection, before, valid)
        if (theirs) others.set(id, isConflict)
        return { collection, id, before: theirs ?? before, after: record } as Step
      }),
    )
    for (const { before } of steps) {
      if (before) await history.keepIfDue(before, now().getTime()).catch(() => undefined)
    }
    for (const { collection, id, before } of steps) await this.#mustBeFree(collection, id, before)
    const intent = await declareIntent(folder, steps, this.#time(), disk, seal)
    const stamps = await carryOutNow(intent, files, disk).catch(async error => {
      this.#unfinished = intent
      await this.#undo().catch(() => undefined)
      throw error
    })
    this.#records.index.together(() => {
      for (const { collection, id, after } of steps) {
        if (after) this.#publish(collection, after, stamps.get(id) ?? null)
        else this.#records.forget(id)
      }
    })
    for (const { collection, id, after } of steps) {
      const isConflict = others.get(id)
      if (after && isConflict !== undefined)
        this.#onOthers?.({ collection, record: after } as FoundRecord, isConflict)
    }
  }

  /** Gives a record another id, and leads everything that refers to it there, as one save. See `renameRecord`. */
  rename(id: string, to: string): Promise<FoundRecord> {
    return renameRecord({ ...this.#opened, library: this }, id, to)
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
      const { collection } = file
      const record = await this.#opened.files.readTrashed(file)
      await this.#opened.files.moveBack(file)
      const found = await this.#underNewestIds({ collection, record } as FoundRecord)
      const { files } = this.#opened
      const isSame = found.record === record
      const stamp = isSame ? await files.stamp(collection, id) : await files.replace(collection, found.record)
      this.#publish(collection, found.record, stamp)
      return found
    })
  }

  /** Deletes for good what is in the trash; gives the number of records. */
  emptyTrash(): Promise<number> {
    return this.#queue.beside(async () => {
      await this.#mustBeWritable()
      return emptyTrash({
        ...this.#opened,
        queue: this.#queue,
        isThere: id => this.has(id),
        sources: () => this.list('sources'),
        briefs: () => this.list('briefs'),
      })
    })
  }

  /** The instants of a record's earlier versions, newest first. */
  versions(id: string): Promise<string[]> {
    return this.#opened.history.list(id)
  }

  /** A record as it was. Throws a RequestProblem where there is no such version. */
  async version(id: string, at: string): Promise<FoundRecord> {
    const collection = this.kindOf(id)
    try {
      const version = {
        collection,
        record: await this.#opened.history.read(collection, id, at),
      } as FoundRecord
      return await this.#underNewestIds(version)
    } catch {
      throw this.#notFound(`no version of "${id}" from ${at} that can be read`)
    }
  }

  /** A state from before some records were renamed, referring to them as they are called now; itself where there is no such reference. */
  async #underNewestIds(found: FoundRecord): Promise<FoundRecord> {
    const fresh = withNewIds(found, newestIds(await readRenamedIds(this.folder, this.#opened.seal)))
    return isDeepStrictEqual(fresh, found) ? found : fresh
  }

  /** Keeps a record as it is now as a version. */
  keepVersion(id: string): Promise<void> {
    return this.#queue.inTurn([id], async () => {
      await this.#mustBeWritable()
      const { history, now } = this.#opened
      await history.keep((await this.find(id)).record, now().getTime())
    })
  }

  /** Makes a record what it was; what it is now becomes a version. */
  revert(id: string, at: string): Promise<FoundRecord> {
    return this.#queue.inTurn([id], async () => {
      await this.#mustBeWritable()
      const { collection, record: before } = await this.find(id)
      const { record: version } = await this.version(id, at)
      const { history, now, files } = this.#opened
      await history.keep(before, now().getTime())
      const after = this.#valid(collection, { ...version, updatedAt: this.#time() })
      const { theirs } = await this.#bringTogether(collection, before, after)
      if (theirs) await history.keep(theirs, now().getTime())
      this.#publish(collection, after, await files.replace(collection, after))
      return { collection, record: after } as FoundRecord
    })
  }

  /** Keeps the bytes of an original file under their SHA-256; the same bytes are kept once. */
  attach(sha256: string, bytes: Uint8Array): Promise<void> {
    return this.#queue.beside(async () => {
      await this.#mustBeWritable()
      const { seal, disk } = this.#opened
      const name = seal.attachmentNameOf(sha256)
      const path = join(this.folder, 'attachments', name)
      const kept = await stat(path).catch(() => null)
      if (kept?.size === bytes.length + seal.overhead) return
      await writeDurably(path, seal.seal(bytes, sealContext.attachment(name)), disk)
    })
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

  /** Waits for writes under way and lets other processes write. What is to be written from then on is refused. */
  async close(): Promise<void> {
    await this.#queue.close(
      () =>
        new RequestProblem(
          'read-only',
          `The library ${this.folder} was closed meanwhile, so this was not saved. Nothing was changed; try again.`,
        ),
    )
    this.#opened.check.stop()
    await this.#opened.check.done.catch(() => undefined)
    this.#opened.index.close()
    this.#opened.writing.lock?.release()
  }

  #valid<C extends Collection>(collection: C, record: unknown): RecordTypes[C] {
    return recordSchemas[collection].parse(record) as RecordTypes[C]
  }

  #publish(collection: Collection, record: AnyRecord, stamp: Stamp | null): void {
    this.#records.publish({ collection, record } as FoundRecord, stamp)
  }

  #time(): string {
    return this.#opened.now().toISOString()
  }

  #unreadable(collection: Collection, id: string, error: unknown): RequestProblem {
    const path = this.#opened.files.pathOf(collection, id)
    return new RequestProblem(
      'unreadable',
      `${path} cannot be read: ${readProblem(error).reason}. Nothing was changed. What the record was before is put back soon after a start if that is there: try again in a moment, and if this stays, close the library and open it again.`,
    )
  }

  #notFound(what: string): RequestProblem {
    return new RequestProblem(
      'not-found',
      `There is ${what} in the library ${this.folder}. Nothing was changed.`,
    )
  }
}

function changedMeanwhile(folder: string): RequestProblem {
  return new RequestProblem(
    'unwritable',
    `Another program is changing records in ${folder} at this moment. Nothing was saved; try again when it is done.`,
  )
}
