// Searches a library's index, keeps it to what the files say, and shows the words around what it found.
import { join } from 'node:path'
import { setImmediate as setImmediatePromise } from 'node:timers/promises'
import { migrate } from '../../shared/model/migrate.ts'
import type { Collection, FoundRecord } from '../../shared/model/records.ts'
import { excerptOf, type SoughtWords } from '../../shared/search/excerpt.ts'
import { shownText } from '../../shared/search/record-words.ts'
import type { ExcerptPiece, FoundPlace, SearchProgress } from '../../shared/search/search-answers.ts'
import { parseSearch } from '../../shared/search/search-query.ts'
import { parseJson } from '../library/durable-file.ts'
import type { StampedId } from '../library/record-index.ts'
import { coverOf, plainSeal, sealContext } from '../library/seal.ts'
import { sealWith } from '../library/sealed.ts'
import { readNow, readStamped } from '../library/stamped-file.ts'
import { type FoundId, type IndexedRecord, indexedRecord, SearchIndex } from './search-index.ts'

/** `key` is a sealed library's: nothing of its words goes to the disk then. */
export type SearchedLibrary = { folder: string; key: Uint8Array | null }

/** Some entries in the order of their ids, all that there are from `after` on; to the end where `isLast`. */
export type EntryPage = { after: string; entries: readonly StampedId[]; isLast: boolean }

export type FoundExcerpt = FoundId & { excerpt: ExcerptPiece[]; place: FoundPlace | null }

export type FoundExcerpts = {
  hits: FoundExcerpt[]
  isMore: boolean
  readAs: { typed: string; read: string[] }[]
  words: string[]
  problems: string[]
}

/** How many files are asked for at once. */
const atOnce = 16
/** So many records are written as one. */
const writtenAtOnce = 2000
/** Milliseconds that a search may have to wait for it. */
const tidiedFor = 5
/** A wait for fewer than these is over before anybody could read of it. */
const worthTelling = 200
/** After every id. */
const end = '\u{10ffff}'

export class Searching {
  readonly #library: SearchedLibrary
  readonly #index: SearchIndex
  readonly #seal
  readonly #onProgress: (progress: SearchProgress | null) => void
  #due: StampedId[] = []
  /** Ids that were put or deleted since entries were compared: what is read of their files may be older. */
  readonly #touched = new Set<string>()
  #stop = new AbortController()
  #isGivenUp = false

  constructor(library: SearchedLibrary, onProgress: (progress: SearchProgress | null) => void) {
    this.#library = library
    this.#onProgress = onProgress
    this.#seal = library.key ? sealWith(library.key) : plainSeal
    this.#index = new SearchIndex(library.key ? ':memory:' : join(library.folder, 'index', 'search.sqlite'))
  }

  put(record: IndexedRecord): void {
    this.#touched.add(record.id)
    this.#index.put(record)
  }

  delete(id: string): void {
    this.#touched.add(id)
    this.#index.delete(id)
  }

  /** Writes what was put and deleted, and does a little of what can wait. */
  commit(): void {
    this.#index.commit()
    this.#index.tidy(tidiedFor)
  }

  /** Forgets what is gone, and notes what is to be read; after the last page resolves once all of that can be found. */
  async compare({ after, entries, isLast }: EntryPage): Promise<void> {
    if (after === '') {
      this.cancel()
      this.#due = []
      this.#touched.clear()
    }
    const known = this.#index.stamps(after, isLast ? end : (entries.at(-1)?.id ?? end))
    for (const entry of entries) {
      if (entry.stamp === null || known.get(entry.id) !== entry.stamp) this.#due.push(entry)
      known.delete(entry.id)
    }
    for (const id of known.keys()) if (!this.#touched.has(id)) this.#index.delete(id)
    if (isLast) await this.#readDue(this.#stop.signal)
  }

  /** The oldest first: of equals the newest are ranked, which is what was put last. */
  async #readDue(stop: AbortSignal): Promise<void> {
    const due = this.#due.sort((one, other) => (one.updatedAt < other.updatedAt ? -1 : 1))
    this.#due = []
    const tell = (progress: SearchProgress | null) => due.length >= worthTelling && this.#onProgress(progress)
    for (let start = 0; start < due.length; start += atOnce) {
      if (start % (atOnce * 16) === 0) tell({ done: start, of: due.length })
      const some = due.slice(start, start + atOnce)
      const read = await Promise.all(some.map(entry => this.#recordIn(entry)))
      if (stop.aborted) return this.#index.commit()
      for (const record of read) if (record && !this.#touched.has(record.id)) this.#index.put(record)
      if (start % writtenAtOnce < atOnce) this.#index.commit()
    }
    this.#index.commit()
    if (due.length > 0) this.#onProgress(null)
    // Searches come between.
    while (!stop.aborted && this.#index.tidy(tidiedFor)) await setImmediatePromise()
  }

  /** The record in a file that the library has validated before; null where it cannot be read any more. */
  async #recordIn({ collection, id }: StampedId): Promise<IndexedRecord | null> {
    try {
      const read = await readStamped(this.#pathOf(collection, id))
      return read && indexedRecord(this.#recordOf(collection, id, read.bytes), read.stamp)
    } catch {
      return null
    }
  }

  /** The same of a few files that somebody waits for: each step of reading one by turns takes longer than all of it. */
  #recordNow(collection: Collection, id: string): FoundRecord | null {
    try {
      const bytes = readNow(this.#pathOf(collection, id))
      return bytes && this.#recordOf(collection, id, bytes)
    } catch {
      return null
    }
  }

  #pathOf(collection: Collection, id: string): string {
    return join(this.#library.folder, collection, `${this.#seal.nameOf(id)}.json`)
  }

  #recordOf(collection: Collection, id: string, bytes: Uint8Array): FoundRecord {
    const opened = coverOf(this.#seal, sealContext.record(collection, id)).open(bytes)
    return { collection, record: migrate(collection, parseJson(opened)) } as FoundRecord
  }

  /** What a query finds, `limit` records at most, the best first. */
  find(typed: string, limit: number, now: Date): FoundExcerpts {
    const query = parseSearch(typed)
    const like = query.like === null ? null : this.#textOf(query.like)
    const found =
      query.like === null
        ? this.#index.find(query, limit, now)
        : this.#index.like(like ?? '', query.like, query, limit)
    const sought: SoughtWords[] = [
      ...query.terms.map(({ words, isPrefix }) => ({ words, isPrefix })),
      ...found.alike.map(words => ({ words, isPrefix: false })),
    ]
    return {
      hits: found.ids.map(id => this.#excerpt(id, sought)),
      isMore: found.isMore,
      readAs: found.readAs,
      words: [...query.terms.map(({ words }) => words), ...found.readAs.flatMap(({ read }) => read)],
      problems: [...query.problems],
    }
  }

  #excerpt({ collection, id }: FoundId, sought: readonly SoughtWords[]): FoundExcerpt {
    const found = this.#recordNow(collection, id)
    const { pieces, place } = found ? excerptOf(shownText(found), sought) : { pieces: [], place: null }
    const hasText = collection === 'briefs' || collection === 'sources'
    return { collection, id, excerpt: pieces, place: hasText ? place : null }
  }

  #textOf(id: string): string | null {
    // What was typed need not be an id.
    if (!this.#index.has(id)) return null
    const found = this.#recordNow('sources', id)
    return found?.collection === 'sources' ? `${found.record.title}\n${found.record.text}` : null
  }

  /** Reads no more of what is due: the rest is read at the next comparison. */
  cancel(): void {
    this.#stop.abort()
    this.#stop = new AbortController()
  }

  /** Forgets everything: the next comparison reads all of it. */
  clear(): void {
    this.cancel()
    this.#index.clear()
  }

  /** Begins with nothing where the index is damaged or its disk full; the second time in memory. */
  giveUp(): void {
    this.cancel()
    this.#index.clear(this.#isGivenUp ? ':memory:' : undefined)
    this.#isGivenUp = true
  }

  close(): void {
    this.cancel()
    this.#index.close()
  }
}
