// Searches a library on a thread of its own, and tells it whatever changes.
import { setTimeout as setTimeoutPromise } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { SearchProgress } from '../../shared/search/search-answers.ts'
import type { Library } from '../library/library.ts'
import { indexedRecord } from './search-index.ts'
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
/** Milliseconds after which an index that misses something is looked at again. */
const behindFor = 1000
/** Milliseconds that a thread has to end by itself. */
const patience = 3000

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
  let comparing: Promise<void> | null = null
  let cancels = 0
  const asked = new Map<number, Asked>()

  function start(): Worker {
    const started = new Worker(thread, { workerData: { folder, key } satisfies SearchedLibrary })
    started.on('message', (report: SearchReport) => {
      if (report.kind === 'progress') {
        progress = report.progress
        onProgress(progress)
        return
      }
      if (report.kind === 'behind') {
        setTimeout(() => void compare().catch(() => undefined), behindFor).unref()
        return
      }
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
    return started
  }

  /** What changed before it was there is found by the stamps, and what others did once the library was compared. */
  function begin(): Worker {
    if (worker) return worker
    worker = start()
    void compare().catch(() => undefined)
    void checked.then(compare).catch(() => undefined)
    return worker
  }

  function post(job: SearchJob): void {
    if (isClosed) return
    begin().postMessage(job)
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

  /** One after the other: a new one would end what the one before is reading. */
  function compare(): Promise<void> {
    const compared = comparing ? comparing.then(compareAll) : compareAll()
    const settled = compared
      .catch(() => undefined)
      .then(() => {
        if (comparing === settled) comparing = null
      })
    comparing = settled
    return compared
  }

  async function compareAll(): Promise<void> {
    const before = cancels
    for (const page of entryPages(library)) {
      if (isClosed || cancels !== before) return
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
      if (!isClosed) begin()
    })

  function cancel(): void {
    cancels += 1
    worker?.postMessage({ kind: 'cancel' } satisfies SearchJob)
  }

  return {
    find: async (query, limit) => {
      const found = await ask(number => ({ kind: 'find', ask: number, query, limit }))
      return found ?? { hits: [], isMore: false, readAs: [], words: [], problems: [] }
    },
    progress: () => progress,
    rebuild: async () => {
      cancel()
      post({ kind: 'clear' })
      await compare()
    },
    cancel,
    close: async () => {
      stopFollowing()
      const asked = worker && ask(number => ({ kind: 'close', ask: number }))
      // What it was reading is read again at the next start.
      await Promise.race([asked?.catch(() => undefined), setTimeoutPromise(patience, null, { ref: false })])
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
