// What other programs do to records while the library is open: taken in, kept, and told of.
import { basename } from 'node:path'
import type { AnyRecord, Collection, FoundRecord } from '../../shared/model/records.ts'
import type { LibraryParts } from './library-parts.ts'
import { readRecordFile } from './unreadable.ts'
import { watchRecords } from './watch-records.ts'

/** Is told of a record that others changed, and whether theirs was kept as a version only. */
export type OnOthers = (found: FoundRecord, isConflict: boolean) => void

export class OutsideChanges {
  readonly #parts: () => LibraryParts
  #onOthers: OnOthers | null = null
  #onGone: (() => void) | null = null

  /** @param parts asked for when they are needed: the records tell this of what they find */
  constructor(parts: () => LibraryParts) {
    this.#parts = parts
  }

  /** See `Library.watch`. */
  watch(onOthers: OnOthers, onGone: () => void): () => void {
    this.#onOthers = onOthers
    this.#onGone = onGone
    const { folder, seal, queue } = this.#parts()
    const stop = watchRecords(folder, seal, (collection, id) => {
      queue.inTurn([id], () => this.#takeIn(collection, id)).catch(() => undefined)
    })
    return () => {
      stop()
      this.#onOthers = null
      this.#onGone = null
    }
  }

  tell(found: FoundRecord, isConflict: boolean): void {
    this.#onOthers?.(found, isConflict)
  }

  /** What another program wrote is a version from the beginning, whatever is saved over it. */
  async keepTheirs(found: FoundRecord): Promise<void> {
    await this.#keepVersion(found.record)
    this.tell(found, false)
  }

  async #takeIn(collection: Collection, id: string): Promise<void> {
    const { records, files, now } = this.#parts()
    if (records.index.collectionOf(id) === null) return this.#takeInNew(collection, id)
    const known = records.held(id)
    const stamp = records.index.stampOf(id)
    if (known?.collection !== collection) {
      // What is not held is compared when it is read.
      if ((await files.stamp(collection, id)) === stamp) return
      if ((await records.get(collection, id)) === null) this.#onGone?.()
      return
    }
    const put = await files.putByOthers(collection, known.record, stamp)
    if (!put) return
    // A text editor changes the words and not the time, by which one state is told from another.
    const isTimed = put.record.updatedAt > known.record.updatedAt
    const record = isTimed ? put.record : { ...put.record, updatedAt: now().toISOString() }
    const theirs = { collection, record } as FoundRecord
    // Both, so that neither is lost where the window has changed the same words already.
    await this.#keepVersion(known.record)
    records.rememberReplaced(known)
    records.publish(theirs, put.stamp)
    await this.keepTheirs(theirs)
  }

  /** A file that came from elsewhere. Damage, copies and ids that are taken are left to the next start, which sees to them. */
  async #takeInNew(collection: Collection, id: string): Promise<void> {
    const { folder, files, seal, records } = this.#parts()
    const file = await readRecordFile(folder, collection, basename(files.pathOf(collection, id)), seal)
    if (!file?.record || records.index.collectionOf(id) !== null) return
    const found = { collection, record: file.record } as FoundRecord
    records.publish(found, file.stamp)
    this.tell(found, false)
  }

  async #keepVersion(record: AnyRecord): Promise<void> {
    const { writing, queue, history, now } = this.#parts()
    if (writing.why !== null || queue.isClosed) return
    await history.keep(record, now().getTime()).catch(() => undefined)
  }
}
