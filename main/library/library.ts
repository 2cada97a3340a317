// The library on disk, opened: records read when they are asked for, each in a lowdb file of its own.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { LibraryDescription, TrashedRecord } from '../../shared/answers.ts'
import {
  type AnyRecord,
  type Collection,
  type EvidenceCollection,
  type FoundRecord,
  type RecordTypes,
  validRecord,
} from '../../shared/model/records.ts'
import { type AlikeSource, alikeSources } from './alike-sources.ts'
import type { BackupMade, BackupStage } from './backup.ts'
import { bringTogether } from './bring-together.ts'
import type { Change } from './change.ts'
import { openDrafts } from './drafts.ts'
import { writeDurably } from './durable-file.ts'
import { readVersion, restoreFromTrash, revertTo } from './earlier-states.ts'
import { type Holdings, openHoldings } from './holdings.ts'
import { slugOf } from './ids.ts'
import { type Issued, openIssued } from './issued.ts'
import { JointSaves } from './joint-saves.ts'
import { type KeptLines, openKeptLines } from './kept-lines.ts'
import { type LibraryChoices, openLibraryChoices } from './library-choices.ts'
import type { LibraryParts, OpenedParts } from './library-parts.ts'
import { type MergedPeople, mergePeople } from './merge-people.ts'
import { OpenRecords } from './open-records.ts'
import { type OnOthers, OutsideChanges } from './outside-changes.ts'
import { type OwnTemplates, openOwnTemplates } from './own-templates.ts'
import type { WhyReadOnly } from './read-only.ts'
import type { IndexFollower, Located, RecordIndex, StampedId, Summary } from './record-index.ts'
import type { RecordQueue } from './record-queue.ts'
import { cannotRead, closedMeanwhile, nameIsTaken, noSuchRecord, onlyRead } from './refusals.ts'
import { renameRecord } from './rename-record.ts'
import { sealContext } from './seal.ts'
import type { Stamp } from './stamped-file.ts'
import { emptyTrash, readTrash } from './trash.ts'
import type { Watched } from './work-progress.ts'
import { openWritingSteps, type WritingSteps } from './writing-steps.ts'

type Outcome<T> = { record: T } | { error: unknown }

/** An opened library. Every write is on the disk before it is seen in memory; where it fails, both are as they were. */
export class Library {
  readonly folder: string
  /** Texts that are being typed and not saved yet. */
  readonly drafts: ReturnType<typeof openDrafts>
  /** The steps that can be undone in briefs, of today. */
  readonly steps: WritingSteps
  /** What is kept beside the records. */
  readonly holdings: Holdings
  /** The versions of briefs that were frozen. */
  readonly issued: Issued
  /** A person's own templates, as they were looked at last. */
  readonly templates: OwnTemplates
  /** The words that were added to its dictionary. */
  readonly words: KeptLines
  /** The searches that were kept in it, as they were typed. */
  readonly searches: KeptLines
  /** What it says of itself. */
  readonly choices: LibraryChoices
  readonly #parts: LibraryParts
  readonly #records: OpenRecords
  readonly #queue: RecordQueue
  readonly #others: OutsideChanges
  readonly #joint: JointSaves

  constructor(opened: OpenedParts) {
    this.folder = opened.folder
    const writing = <T>(work: () => Promise<T>) => this.#queue.beside(work)
    this.drafts = openDrafts(opened.folder, opened.seal, writing)
    this.steps = openWritingSteps(opened.folder, opened.seal, writing)
    this.holdings = openHoldings({ ...opened, writing })
    this.issued = openIssued({
      ...opened,
      get: id => this.get('briefs', id),
      inTurn: (id, work) => this.#queue.inTurn([id], () => this.#mustBeWritable().then(work)),
      replace: (before, after) => this.#replace('briefs', before, after),
    })
    this.templates = openOwnTemplates({
      ...opened,
      // No id has a slash in it.
      inTurn: work => this.#queue.inTurn(['templates/'], () => this.#mustBeWritable().then(work)),
    })
    const linesOf = (name: 'words' | 'searches', context: string) =>
      openKeptLines({
        ...opened,
        name,
        context,
        writing: work => this.#mustBeWritable().then(() => writing(work)),
      })
    this.words = linesOf('words', sealContext.knownWords)
    this.searches = linesOf('searches', sealContext.keptSearches)
    this.choices = openLibraryChoices({ ...opened, beside: writing })
    this.#queue = opened.queue
    // Asked for or not, it must not end the process.
    opened.check.done.catch(() => undefined)
    this.#others = new OutsideChanges(() => this.#parts)
    this.#records = new OpenRecords(opened.index, opened.files, found => this.#others.keepTheirs(found))
    this.#parts = { ...opened, records: this.#records }
    this.#joint = new JointSaves(this.#parts, (found, isConflict) => this.#others.tell(found, isConflict))
    for (const { collection, id, record } of opened.meant) this.#records.mean(collection, id, record)
  }

  describe(): LibraryDescription {
    const { folder, name, writing, unreadable } = this.#parts
    const { isSealed } = this
    return { folder, name, isSealed, whyReadOnly: writing.why, setAside: [...unreadable] }
  }

  /**
   * Resolves once the lists are known to be what the files say, to whether they had to be changed since the library was
   * opened or before; rejects with a RequestProblem where that cannot be found out.
   */
  get checked(): Promise<boolean> {
    return this.#parts.check.done
  }

  /** Null where the library can be written. */
  get whyReadOnly(): WhyReadOnly | null {
    return this.#parts.writing.why
  }

  /** Whether its files are sealed: nothing of its words may be written outside of them. */
  get isSealed(): boolean {
    return this.#parts.seal.isSealed
  }

  /** The id that a record's file has by its name, without `.json`; null where the name was given by somebody else. */
  idOfName(name: string): string | null {
    return this.#parts.seal.idOf(name)
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
    return this.#records.collectionOf(id) !== null
  }

  /** The kind of a record. Throws a RequestProblem where there is none of that id. */
  kindOf(id: string): Collection {
    const collection = this.#records.collectionOf(id)
    if (collection) return collection
    throw noSuchRecord(this.folder, `nothing called "${id}"`)
  }

  /** A record as lists know it; null where there is none of that id. */
  glance(id: string): ReturnType<RecordIndex['find']> {
    return this.#records.index.find(id)
  }

  /** The records that may refer to one: see `RecordIndex.usesOf`. */
  mayUse(id: string): Located[] {
    return this.#records.index.usesOf(id)
  }

  /** How many briefs mention each id: see `RecordIndex.useCounts`. */
  useCounts(): Map<string, number> {
    return this.#records.index.useCounts()
  }

  /** Sources whose texts are near-duplicates of one, the most like first; `isSame` where they have its very words. */
  likeSources(text: Pick<RecordTypes['sources'], 'text' | 'kind'>): Promise<AlikeSource[]> {
    return alikeSources(text, this.#records.index, id => this.get('sources', id))
  }

  /** Rejects with a RequestProblem where there is none of that id, or its file cannot be read. */
  async get<C extends Collection>(collection: C, id: string): Promise<RecordTypes[C]> {
    const record = await this.#records.get(collection, id).catch(error => {
      throw cannotRead(this.#parts.files.pathOf(collection, id), error)
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
    throw noSuchRecord(this.folder, `no ${what} "${id}"`)
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
    return (await this.#parts.usedIds()).take(slugOf(words))
  }

  /** Adds a new record. Throws a RequestProblem where a file of its name is there already, and leaves that file. */
  add<C extends Collection>(collection: C, record: RecordTypes[C]): Promise<RecordTypes[C]> {
    return this.#queue.inTurn([record.id], async () => {
      await this.#mustBeWritable()
      const valid = validRecord(collection, record)
      const { files } = this.#parts
      const stamp = await files.create(collection, valid).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? nameIsTaken(files.pathOf(collection, record.id)) : error
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
        after = validRecord(collection, change(after))
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
    const { history, files, now } = this.#parts
    const { record, theirs, isConflict } = await bringTogether(this.#parts, collection, before, after)
    // A version that cannot be kept must not stop the save: the file it replaces stays beside it all the same.
    // A source whose time stays says nothing else than before: only what was refused in it is another.
    if (collection !== 'sources' || after.updatedAt !== before.updatedAt)
      await history.keepIfDue(before, now().getTime()).catch(() => undefined)
    this.#publish(collection, record, await files.replace(collection, record))
    if (theirs) this.#others.tell({ collection, record } as FoundRecord, isConflict)
    return record
  }

  /** The records by their ids, so many that come after one: see `RecordIndex.stamped`. */
  stamped(after: string, limit: number): StampedId[] {
    return this.#records.index.stamped(after, limit)
  }

  /** Tells of every record that is put and deleted from now on; gives the means to stop. */
  follow(follower: IndexFollower): () => void {
    return this.#records.index.follow(follower)
  }

  /**
   * Takes in what other programs do to records while the library is open; the listener is told of each, and whether it
   * was kept as a version only; `onGone` of each that they deleted, unless it is in use here and comes back with its next
   * save. Gives the means to stop.
   */
  watch(listener: OnOthers, onGone: () => void = () => undefined): () => void {
    return this.#others.watch(listener, onGone)
  }

  /** Moves a record's file to the trash. Its id is not used again. */
  remove(id: string): Promise<void> {
    return this.#queue.inTurn([id], async () => {
      const collection = this.kindOf(id)
      await this.#mustBeWritable()
      await this.#parts.files.moveToTrash(collection, id, this.#time())
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
      const added = changes.map(({ id }) => id).filter(id => !ids.includes(id))
      await this.#queue.withNew(added, () => this.#joint.save(changes))
    })
  }

  /** Gives a record another id, and leads everything that refers to it there, as one save. See `renameRecord`. */
  rename(id: string, to: string): Promise<FoundRecord> {
    return renameRecord({ ...this.#parts, library: this }, id, to)
  }

  /** Makes two people one, as one save. See `mergePeople`. */
  mergePeople(keep: string, merge: string): Promise<MergedPeople> {
    return mergePeople({ ...this.#parts, library: this }, keep, merge)
  }

  /** What is in the trash, the newest first. Files there that cannot be read are left out. */
  trashed(): Promise<TrashedRecord[]> {
    return readTrash(this.#parts.files)
  }

  /** Takes a record back from the trash. Throws a RequestProblem where it is not there. */
  restore(id: string): Promise<FoundRecord> {
    return this.#queue.inTurn([id], async () => {
      await this.#mustBeWritable()
      return restoreFromTrash(this.#parts, id)
    })
  }

  /** Deletes for good what is in the trash; gives the number of records. */
  emptyTrash(): Promise<number> {
    return this.#queue.beside(async () => {
      await this.#mustBeWritable()
      await this.templates.emptyTrash()
      return emptyTrash({
        ...this.#parts,
        queue: this.#queue,
        isThere: id => this.has(id),
        sources: () => this.list('sources'),
        briefs: () => this.list('briefs'),
      })
    })
  }

  /** The instants of a record's earlier versions, newest first. */
  versions(id: string): Promise<string[]> {
    return this.#parts.history.list(id)
  }

  /** A record as it was. Throws a RequestProblem where there is no such version. */
  async version(id: string, at: string): Promise<FoundRecord> {
    return readVersion(this.#parts, this.kindOf(id), id, at)
  }

  /** Keeps a record as it is now as a version. */
  keepVersion(id: string): Promise<void> {
    return this.#queue.inTurn([id], async () => {
      await this.#mustBeWritable()
      const { history, now } = this.#parts
      await history.keep((await this.find(id)).record, now().getTime())
    })
  }

  /** Makes a record what it was; what it is now becomes a version. */
  revert(id: string, at: string): Promise<FoundRecord> {
    return this.#queue.inTurn([id], async () => {
      await this.#mustBeWritable()
      return revertTo(this.#parts, await this.find(id), at)
    })
  }

  /** Keeps the bytes of an original file under their SHA-256; the same bytes are kept once. */
  attach(sha256: string, bytes: Uint8Array): Promise<void> {
    return this.#queue.beside(async () => {
      await this.#mustBeWritable()
      const { seal, disk } = this.#parts
      const name = seal.attachmentNameOf(sha256)
      const path = join(this.folder, 'attachments', name)
      const kept = await stat(path).catch(() => null)
      if (kept?.size === bytes.length + seal.overhead) return
      await writeDurably(path, seal.seal(bytes, sealContext.attachment(name)), disk)
    })
  }

  /** Throws a RequestProblem where the library can only be read. Mends what an earlier save left half done, if it can. */
  async #mustBeWritable(): Promise<void> {
    const { why } = this.#parts.writing
    if (why !== null) throw onlyRead(this.folder, why)
    await this.#joint.undo().catch(() => undefined)
  }

  /** Puts everything that is in the library now into one file, while work goes on; gives what was put there. */
  async backUp(file: string, watched: Watched<BackupStage> = {}): Promise<BackupMade> {
    const { folder, now, backUpLibrary } = this.#parts
    return new Promise((resolve, reject) => {
      const taking = () =>
        new Promise<void>(onTaken => {
          const made = backUpLibrary({ ...watched, library: folder, file, now: now(), onTaken })
          made.then(resolve, reject)
          // Refused or broken off, it must not hold up saves.
          made.catch(() => onTaken())
        })
      this.#queue.alone(taking).catch(reject)
    })
  }

  /** Waits for writes under way and lets other processes write. What is to be written from then on is refused. */
  async close(): Promise<void> {
    await this.#queue.close(() => closedMeanwhile(this.folder))
    this.#parts.check.stop()
    await this.#parts.check.done.catch(() => undefined)
    this.#parts.index.close()
    this.#parts.writing.lock?.release()
  }

  #publish(collection: Collection, record: AnyRecord, stamp: Stamp | null): void {
    this.#records.publish({ collection, record } as FoundRecord, stamp)
  }

  #time(): string {
    return this.#parts.now().toISOString()
  }
}
