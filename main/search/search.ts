// Searches a library on a thread of its own, and tells it whatever changes.
import { Worker } from 'node:worker_threads'
import type { FoundRecord } from '../../shared/model/records.ts'
import { recordWords } from '../../shared/search/record-words.ts'
import type { SearchProgress } from '../../shared/search/search-answers.ts'
import type { Library } from '../library/library.ts'
import type { IndexedRecord } from './search-index.ts'
import type { SearchJob, SearchReport } from './search-thread.ts'
import type { EntryPage, FoundExcerpts, SearchedLibrary } from './searching.ts'

export type Search = {
  /**
   * What a query finds, `limit` records at most, the best first; every save before is seen. While the index is being
   * made, what is in it so far. Rejects where the index cannot be read.
   */
  find(query: string, limit: number): Promise<FoundExcerpts>
  /** How much can be found so far; null once everything can. */
  progress(): SearchProgress | null
  /** Makes the index anew; resolves once it is whole, or was given up. */
  rebuild(): Promise<void>
  /** Gives up what is being read for it: the rest is read at the next start. */
  cancel(): void
  close(): Promise<void>
}

/** What of a library a search needs. */
export type SearchableLibrary = Pick<Library, 'folder' | 'checked' | 'stamped' | 'follow'>

/** Some milliseconds of the main process. */
const entriesAtOnce = 4000

type Asked = { resolve: (found: FoundExcerpts | null) => void; reject: (error: unknown) => void }

/**
 * `thread` is the module that runs in it: search-thread, as it stands or built. It is started with the first question, or
 * once the library was compared with its files.
 */
export function openSearch(
  thread: string,
  library: SearchableLibrary,
  key: Uint8Array | null,
  onProgress: (progress: SearchProgress | null) => void,
): Search {
  const { folder, checked } = library
  let worker: Worker | null = null
  let isClosed = false
  let lastAsk = 0
  let progress: SearchProgress | null = null
  const asked = new Map<number, Asked>()

  function start(): Worker {
    const started = new Worker(thread, { workerData: { folder, key } satisfies SearchedLibrary })
    started.on('message', (report: SearchReport) => {
      if (report.kind === 'progress') {
        progress = report.progress
        onProgress(progress)
        return
      }
      if (report.kind === 'lost') return void compare().catch(() => undefined)
      const ask = asked.get(report.ask)
      asked.delete(report.ask)
      if (report.kind === 'failed') ask?.reject(report.error)
      else ask?.resolve(report.found)
    })
    const give = (reason: unknown) => {
      if (worker !== started) return
      worker = null
      for (const ask of asked.values()) ask.reject(reason)
      asked.clear()
    }
    started.on('error', give)
    started.on('exit', () => give(new Error('The search has ended.')))
    started.unref()
    // What changed before it was there is found by the stamps; what cannot be compared now is at the next start.
    void checked.then(compare).catch(() => undefined)
    return started
  }

  function post(job: SearchJob): void {
    if (isClosed) return
    worker ??= start()
    worker.postMessage(job)
  }

  function ask(job: (ask: number) => SearchJob): Promise<FoundExcerpts | null> {
    if (isClosed) return Promise.reject(new Error('The search was closed.'))
    lastAsk += 1
    const number = lastAsk
    return new Promise((resolve, reject) => {
      asked.set(number, { resolve, reject })
      post(job(number))
    })
  }

  async function compare(): Promise<void> {
    for (const page of entryPages(library)) {
      if (isClosed) return
      await ask(number => ({ kind: 'compare', ask: number, page }))
    }
  }

  const stopFollowing = library.follow({
    put: (found, stamp) =>
      worker?.postMessage({ kind: 'put', record: indexedRecord(found, stamp) } satisfies SearchJob),
    delete: id => worker?.postMessage({ kind: 'delete', id } satisfies SearchJob),
  })
  void checked
    .catch(() => undefined)
    .then(() => {
      if (!isClosed) worker ??= start()
    })

  return {
    find: async (query, limit) => {
      const found = await ask(number => ({ kind: 'find', ask: number, query, limit }))
      return found ?? { hits: [], isMore: false, readAs: [], words: [], problems: [] }
    },
    progress: () => progress,
    rebuild: async () => {
      post({ kind: 'clear' })
      await compare()
    },
    cancel: () => worker?.postMessage({ kind: 'cancel' } satisfies SearchJob),
    close: async () => {
      stopFollowing()
      if (worker) await ask(number => ({ kind: 'close', ask: number })).catch(() => undefined)
      isClosed = true
      await worker?.terminate()
    },
  }
}

/** All records of a library by their ids, page by page, for an index to be compared with. */
export function* entryPages(library: Pick<SearchableLibrary, 'stamped'>): Generator<EntryPage> {
  for (let after = ''; ; ) {
    const entries = library.stamped(after, entriesAtOnce)
    const isLast = entries.length < entriesAtOnce
    yield { after, entries, isLast }
    if (isLast) return
    after = entries.at(-1)?.id ?? ''
  }
}

/** What of a record its index needs. */
export function indexedRecord(found: FoundRecord, stamp: string | null): IndexedRecord {
  const { collection, record } = found
  return { collection, id: record.id, stamp, updatedAt: record.updatedAt, words: recordWords(found) }
}
