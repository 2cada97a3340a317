// The records of an open library: found by the index, read when they are asked for, and held while they are in use.
import { setTimeout } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { AnyRecord, Collection, FoundRecord, RecordTypes } from '../../shared/model/records.ts'
import type { RecordFiles } from './record-files.ts'
import type { RecordIndex } from './record-index.ts'
import type { Stamp } from './stamped-file.ts'

/** What is held in memory at most, in UTF-16 code units of text: some thousand articles. */
const mostHeld = 16 * 1024 * 1024

/** Milliseconds until a file that is not there is looked for again. */
const secondLook = 300

export class OpenRecords {
  readonly index: RecordIndex
  readonly #files: RecordFiles
  readonly #onPutByOthers: (found: FoundRecord) => Promise<void>
  readonly #held = new LRUCache<string, FoundRecord>({ maxSize: mostHeld, sizeCalculation: sizeOf })
  /** States that are seen instead of what the files hold, in a library that can only be read. */
  readonly #meant = new Map<string, FoundRecord | null>()
  /** States that other programs replaced, which somebody may still be changing; by id and time. */
  readonly #replaced = new LRUCache<string, FoundRecord>({ maxSize: mostHeld, sizeCalculation: sizeOf })

  /** States of other programs that came over one that was not held; by id and time. */
  readonly #byOthers = new Set<string>()

  /**
   * @param onPutByOthers is told what another program put in the place of a record that is not held, before it is what
   *   everybody sees
   */
  constructor(index: RecordIndex, files: RecordFiles, onPutByOthers: (found: FoundRecord) => Promise<void>) {
    this.index = index
    this.#files = files
    this.#onPutByOthers = onPutByOthers
  }

  /** The record as it is now; null where there is none. Rejects where its file cannot be read. */
  async get<C extends Collection>(collection: C, id: string): Promise<RecordTypes[C] | null> {
    for (;;) {
      const meant = this.#meant.get(id)
      const held = meant === undefined ? this.#held.get(id) : meant
      if (held) return held.collection === collection ? (held.record as RecordTypes[C]) : null
      if (meant === null || this.index.collectionOf(id) !== collection) return null
      const known = this.index.stampOf(id)
      const read = (await this.#read(collection, id)) ?? (await this.#lookAgain(collection, id))
      // Somebody who saved it meanwhile knows better.
      if (this.index.stampOf(id) !== known || this.#held.has(id)) continue
      if (read === null) {
        this.forget(id)
        return null
      }
      const found = { collection, record: read.record } as FoundRecord
      if (known !== null && read.stamp !== known) {
        await this.#onPutByOthers(found)
        if (this.index.stampOf(id) !== known || this.#held.has(id)) continue
        this.#byOthers.add(stateOf(found))
      }
      this.publish(found, read.stamp)
      return read.record as RecordTypes[C]
    }
  }

  /** The kind of a record; null where there is none of that id. What is held is known without asking the index. */
  collectionOf(id: string): Collection | null {
    const meant = this.#meant.get(id)
    const held = meant === undefined ? this.#held.get(id) : meant
    if (held === null) return null
    // A file that was found gone leaves the index first.
    return held && !this.index.wasDeleted(id) ? held.collection : this.index.collectionOf(id)
  }

  /** A program that replaces a file by another one takes the first away for a moment. */
  async #lookAgain(collection: Collection, id: string) {
    await setTimeout(secondLook)
    return this.#read(collection, id)
  }

  async #read(collection: Collection, id: string) {
    try {
      return await this.#files.read(collection, id)
    } catch (error) {
      // The next start looks at it, and mends what it can.
      this.index.doubt(id)
      throw error
    }
  }

  /** The record if it is held; what other programs put in its place is compared with that. */
  held(id: string): FoundRecord | null {
    return this.#held.get(id) ?? null
  }

  /** Makes a record what everybody sees from now on. */
  publish(found: FoundRecord, stamp: Stamp | null): void {
    this.#held.set(found.record.id, found)
    this.index.put(found, stamp)
  }

  forget(id: string): void {
    this.#held.delete(id)
    this.index.delete(id)
  }

  /** Shows a state instead of what the file holds; null shows none. */
  mean(collection: Collection, id: string, record: AnyRecord | null): void {
    const found = record && ({ collection, record } as FoundRecord)
    this.#meant.set(id, found)
    if (found) this.index.put(found, null)
    else this.index.delete(id)
  }

  /** Remembers a state that another program has replaced. */
  rememberReplaced(found: FoundRecord): void {
    this.#replaced.set(stateOf(found), found)
  }

  /** Whether a state was put there by another program, over one that nobody here knows any more. */
  isOverUnknown(id: string, updatedAt: string): boolean {
    return this.#byOthers.has(`${id} ${updatedAt}`)
  }

  /** The state of a record at a time that its `updatedAt` said, if it is one that another program replaced. */
  replacedByOthers<C extends Collection>(
    collection: C,
    id: string,
    updatedAt: string,
  ): RecordTypes[C] | null {
    const found = this.#replaced.get(`${id} ${updatedAt}`)
    return found?.collection === collection ? (found.record as RecordTypes[C]) : null
  }
}

function stateOf({ record }: FoundRecord): string {
  return `${record.id} ${record.updatedAt}`
}

function sizeOf({ record }: FoundRecord): number {
  const text = 'body' in record ? record.body : 'text' in record ? record.text : ''
  return text.length + 1000
}
