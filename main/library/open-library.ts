// From a folder to an opened library: what is damaged is set aside and mended, what was cut off is carried out.
import { constants } from 'node:fs'
import { access, readdir, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { SetAsideFile } from '../../shared/answers.ts'
import { newestLibrarySchema } from '../../shared/model/migrate.ts'
import type { AnyRecord, Collection } from '../../shared/model/records.ts'
import { type BackUpLibrary, backUpLibrary as backUpHere } from './backup.ts'
import { checkIndex, type Menders } from './check-index.ts'
import { type Disk, isLeftOver, systemDisk } from './durable-file.ts'
import { collections, libraryFolders } from './folders.ts'
import { type History, openHistory } from './history.ts'
import { UsedIds } from './ids.ts'
import { carryOut, type Intent, readIntents } from './intents.ts'
import { removeCutOffIssues } from './issued-folder.ts'
import { Library } from './library.ts'
import { keepLibraryKeys, readLibraryFile, writeLibraryFile } from './library-file.ts'
import { checkFolder, makeFolders, namesIn, refusedByDisk } from './library-folder.ts'
import type { Meant, Writing } from './library-parts.ts'
import { type Holder, takeLibraryLock } from './lock.ts'
import { lastGood } from './mend-record.ts'
import { whyHeld, whyNotAsked, whyNotBackedUp, whyUnfinished, whyUnsafe, whyUnwritable } from './read-only.ts'
import type { ReadProblem } from './read-problem.ts'
import { type RecordFiles, recordFiles } from './record-files.ts'
import { isIndexDamage, RecordIndex } from './record-index.ts'
import { RecordQueue } from './record-queue.ts'
import { finishRenamings } from './rename-record.ts'
import { readRenamedIds } from './renamed-ids.ts'
import { readRetiredIds } from './retired-ids.ts'
import type { Seal } from './seal.ts'
import { sealOf } from './sealed-library.ts'
import { removeOldSnapshots } from './snapshot.ts'
import { clearSwap, finishSwap } from './swap-folder.ts'
import { copyAside, readRecordFile, setAside } from './unreadable.ts'
import { upgradeLibrary } from './upgrade-library.ts'
import type { Watched } from './work-progress.ts'

/** What an opening may take long for: a backup before an upgrade, and records that the index does not know. */
export type OpeningStage = 'backing-up' | 'reading'

type Opening = Watched<OpeningStage> & {
  folder: string
  /** `write` takes the library's lock and falls back to reading where another process has it. */
  access: 'write' | 'read'
  now: () => Date
  /** Milliseconds to wait for a command in another process to be done. */
  patience?: number
  /** What is told to others who want to write meanwhile. */
  holder?: Holder
  /**
   * When the index is compared with the files. After so many milliseconds, the library is opened by what the index says,
   * if it was compared with all of them once: see `Library.checked`.
   */
  check?: 'first' | { after: number }
  disk?: Disk
  /** Of a sealed library; see `library-keys.ts`. */
  key?: Uint8Array | null
  /** How backups are made: in this thread, where nothing else is said. */
  backUpLibrary?: BackUpLibrary
}

/**
 * Opens the library in a folder, or begins one where the folder is missing or empty. Damaged files are set aside and
 * replaced by what they were before, if that is there; those that cannot be read now are left. All are named in the
 * description, and the rest opens. Throws a RequestProblem where the folder holds something else, or cannot be used, and a LibraryLocked where
 * it is sealed and `key` is not its own. Where `signal` breaks it off, the next opening goes on from there.
 */
export async function openLibrary(opening: Opening): Promise<Library> {
  const { folder, access: asked, patience = 0, holder = 'window' } = opening
  await finishSwap(folder)
  await checkFolder(folder)
  const writing: Writing =
    asked === 'write' ? await startWriting(folder, holder, patience) : { lock: null, why: whyNotAsked }
  try {
    if (writing.lock) await clearSwap(folder)
    // Nothing is read before the lock is held: another process may have written until then.
    return await readLibrary(opening, writing)
  } catch (error) {
    writing.lock?.release()
    throw error
  }
}

async function startWriting(folder: string, holder: Holder, patience: number): Promise<Writing> {
  await makeFolders(folder, ['.'])
  if (!(await isWritableFolder(folder))) return { lock: null, why: whyUnwritable }
  const { lock, heldBy } = await refusedByDisk(folder, () => takeLibraryLock(folder, holder, patience))
  return lock ? { lock, why: null } : { lock, why: heldBy ? whyHeld[heldBy] : whyNotAsked }
}

/** False on a disk that can only be read, and in a folder where this person may not write. */
function isWritableFolder(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
}

async function readLibrary(opening: Opening, asked: Writing): Promise<Library> {
  const { folder, now, check = 'first', disk = systemDisk, key = null, signal, onProgress } = opening
  const { backUpLibrary = backUpHere } = opening
  const description = await readLibraryFile(folder)
  const { problem, sealed } = description
  let writing = asked
  if (asked.lock && problem && problem.kind !== 'damaged') {
    asked.lock.release()
    writing = { lock: null, why: whyUnsafe[problem.kind] }
  }
  const seal = await sealOf(folder, description, key)
  const { id, name: said, schema, settings } = description
  if (writing.lock && id !== null && said !== null && schema !== null && schema < newestLibrarySchema) {
    const keys = sealed?.keys ?? null
    const upgraded = { schema: newestLibrarySchema, id, name: said, keys, settings } as const
    await upgradeLibrary(folder, upgraded, now(), backUpLibrary, { signal, onProgress }).catch(() => {
      signal?.throwIfAborted()
      writing.lock?.release()
      writing = { lock: null, why: whyNotBackedUp }
    })
  }
  const files = recordFiles(folder, disk, seal)
  const history = openHistory(folder, disk, seal)
  const { intents, unreadable: lostIntents } = await readIntents(folder, seal)
  try {
    if (writing.lock) for (const intent of intents) await carryOut(intent, files, disk)
  } catch {
    writing.lock?.release()
    writing = { lock: null, why: whyUnfinished }
  }
  const isWritable = writing.lock !== null
  const unreadable: SetAsideFile[] = []
  const tell = async (file: string, { reason, kind }: ReadProblem, keep: typeof setAside) => {
    const keptAs = isWritable && kind === 'damaged' ? await keep(folder, file, now()) : null
    const told: SetAsideFile = { file, keptAs, reason, replacedBy: null }
    unreadable.push(told)
    return told
  }
  if (isWritable) await makeFolders(folder, libraryFolders)
  // Copied and not moved, so that there is a library.json at every moment.
  const isKept = problem ? (await tell(description.path, problem, copyAside)).keptAs !== null : true
  const name = description.name ?? (basename(folder).trim() || 'library')
  if (isWritable && isKept && sealed) {
    await refusedByDisk(folder, () => keepLibraryKeys(folder, sealed))
  } else if (isWritable && isKept && description.name === null) {
    await refusedByDisk(folder, () => writeLibraryFile(description.path, name))
  }
  for (const { file, problem: lost } of lostIntents) await tell(file, lost, setAside)
  if (isWritable) {
    await removeLeftOvers(folder)
    await removeCutOffIssues(folder)
    await removeOldSnapshots(folder)
  }
  const index = openIndex(folder, isWritable, seal)
  const queue = new RecordQueue()
  const stop = new AbortController()
  const menders: Menders = {
    mend: (collection, id, file, found) =>
      queue.inTurn([id], async () => {
        // It may have been saved since it was read.
        const again = await readRecordFile(folder, collection, basename(file), seal)
        if (again?.record && found.kind === 'damaged') return again.record
        const told = await tell(file, found, setAside)
        return told.keptAs === null ? null : mend(collection, id, told, files, history, seal)
      }),
    keepCopy: (copy, file, found) =>
      queue.inTurn([copy.id], async () => {
        // A version first: only then may the copy go aside.
        if (isWritable) await history.keep(copy, now().getTime())
        await tell(file, found, setAside)
      }),
  }
  const mayWait = check !== 'first' && isUsable(index) && intents.length === 0
  // What is compared while the library is open already, nobody waits for.
  const tellReading = mayWait ? undefined : onProgress
  const checkAll = () => checkIndex(folder, seal, index, menders, stop.signal, tellReading)
  const stopChecking = () => stop.abort()
  signal?.addEventListener('abort', stopChecking, { once: true })
  const checked = (async () => {
    if (mayWait) await setTimeout(check.after, undefined, { signal: stop.signal }).catch(() => undefined)
    return checkAll().catch(error => {
      if (!isIndexDamage(error)) throw error
      index.startAnew()
      return checkAll()
    })
  })()
  try {
    if (!mayWait) await checked
    signal?.throwIfAborted()
  } catch (error) {
    index.close()
    throw error
  }
  const collectionOf = (id: string) => index.collectionOf(id)
  if (isWritable) await finishRenamings({ folder, files, history, seal, collectionOf }).catch(() => undefined)
  // Where nothing may be written, what was cut off is at least seen as it is meant.
  const meant = isWritable ? [] : intents.flatMap(statesMeant)
  let used: Promise<UsedIds> | null = null
  const usedIds = () => {
    used ??= readUsedIds(folder, index, seal).catch(error => {
      // What cannot be read now may be read the next time.
      used = null
      throw error
    })
    return used
  }
  const library = new Library({
    folder,
    name,
    settings,
    writing,
    index,
    queue,
    check: { done: checked, stop: () => stop.abort() },
    meant,
    usedIds,
    unreadable,
    files,
    history,
    disk,
    seal,
    now,
    backUpLibrary,
  })
  await library.templates.look()
  return library
}

/**
 * Only who may write keeps an index on the disk; who reads begins with what it says. It holds titles and more, so that of
 * a sealed library is never on the disk.
 */
function openIndex(folder: string, isWritable: boolean, seal: Seal): RecordIndex {
  if (seal.isSealed) return RecordIndex.inMemory()
  const path = join(folder, 'index', 'records.sqlite')
  return isWritable ? RecordIndex.inFile(path) : RecordIndex.inMemory(path)
}

/** Whether an index was compared with all files once, and can be read. */
function isUsable(index: RecordIndex): boolean {
  try {
    return index.isComplete
  } catch {
    index.startAnew()
    return false
  }
}

/** The ids that a library has ever used: of what is there, what was deleted, and what was set aside. */
async function readUsedIds(folder: string, index: RecordIndex, seal: Seal): Promise<UsedIds> {
  const used = new UsedIds()
  for (const id of await readRetiredIds(folder, seal)) used.add(id)
  for (const { from } of await readRenamedIds(folder, seal)) used.add(from)
  const use = (name: string) => {
    const id = seal.idOf(name)
    if (id !== null) used.add(id)
  }
  for (const collection of collections) {
    for (const past of [join('trash', collection), join('set-aside', collection)]) {
      for (const name of await namesIn(join(folder, past))) use(name.split('.')[0] ?? name)
    }
    // Read from the folder, because one that cannot be read has its id too.
    for (const name of await namesIn(join(folder, collection))) use(name.split('.')[0] ?? name)
  }
  // A record whose file is gone has left versions, which must not become another record's.
  for (const room of ['history', 'issued']) for (const name of await namesIn(join(folder, room))) use(name)
  for (const collection of collections) for (const id of index.stamps(collection).keys()) used.add(id)
  return used
}

/** Puts back what a damaged record was before, and says so; null where there is nothing to put back. */
async function mend(
  collection: Collection,
  id: string,
  told: SetAsideFile,
  files: RecordFiles,
  history: History,
  seal: Seal,
): Promise<AnyRecord | null> {
  const good = await lastGood(files.pathOf(collection, id), collection, id, history, seal)
  if (!good) return null
  try {
    await files.create(collection, good)
    told.replacedBy = good.updatedAt
    return good
  } catch {
    return null
  }
}

function statesMeant({ steps, direction }: Intent): Meant[] {
  return steps.map(({ collection, id, before, after }) => ({
    collection,
    id,
    record: direction === 'do' ? after : before,
  }))
}

/** Files of writes that were cut off before they were put in place: no reader ever saw them. */
async function removeLeftOvers(folder: string): Promise<void> {
  for (const name of ['.', ...libraryFolders]) {
    for (const file of await readdir(join(folder, name)).catch(() => [])) {
      if (isLeftOver(file)) await unlink(join(folder, name, file)).catch(() => undefined)
    }
  }
}
