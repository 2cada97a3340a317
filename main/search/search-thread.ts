// The thread that searches, so that neither the window nor the main process waits for it.
import { parentPort, workerData } from 'node:worker_threads'
import type { SearchProgress } from '../../shared/search/search-answers.ts'
import { troubleOf } from './index-trouble.ts'
import type { IndexedRecord } from './search-index.ts'
import { type EntryPage, type FoundExcerpts, type SearchedLibrary, Searching } from './searching.ts'

/** What the thread is told, in this order of work; whoever asks has a number of their own. */
export type SearchJob =
  | { kind: 'find'; ask: number; query: string; limit: number }
  | { kind: 'compare'; ask: number; page: EntryPage }
  | { kind: 'put'; record: IndexedRecord }
  | { kind: 'delete'; id: string }
  | { kind: 'clear' }
  | { kind: 'cancel' }
  | { kind: 'close'; ask: number }

export type SearchReport =
  | { kind: 'done'; ask: number; found: FoundExcerpts | null }
  | { kind: 'failed'; ask: number; error: unknown }
  | { kind: 'progress'; progress: SearchProgress | null }
  /** The index misses something, and is to be compared with all records anew. */
  | { kind: 'behind' }

const tell = (report: SearchReport) => parentPort?.postMessage(report)

const searching = new Searching(workerData as SearchedLibrary, progress =>
  tell({ kind: 'progress', progress }),
)

/** Milliseconds after which what was put is written: a search sees it at once all the same. */
const writtenAfter = 100
let writing: NodeJS.Timeout | undefined

function writeSoon(): void {
  writing ??= setTimeout(() => {
    writing = undefined
    mending(() => searching.commit())
  }, writtenAfter)
}

/** Does what writes; what another process keeps it from is found by the next comparison. */
function mending(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!isMended(error)) throw error
  }
}

/** Whether an error is the index's, which is begun anew then, or looked at again. */
function isMended(error: unknown): boolean {
  const trouble = troubleOf(error)
  if (trouble === 'lost') searching.giveUp()
  if (trouble !== null) tell({ kind: 'behind' })
  return trouble !== null
}

async function answer(ask: number, work: () => unknown): Promise<void> {
  try {
    const found = (await work()) as FoundExcerpts | undefined
    tell({ kind: 'done', ask, found: found ?? null })
  } catch (error) {
    if (isMended(error)) tell({ kind: 'done', ask, found: null })
    else tell({ kind: 'failed', ask, error })
  }
}

parentPort?.on('message', (job: SearchJob) => {
  switch (job.kind) {
    case 'find':
      return void answer(job.ask, () => searching.find(job.query, job.limit, new Date()))
    case 'compare':
      return void answer(job.ask, () => searching.compare(job.page))
    case 'put':
      mending(() => searching.put(job.record))
      return writeSoon()
    case 'delete':
      mending(() => searching.delete(job.id))
      return writeSoon()
    case 'clear':
      return searching.clear()
    case 'cancel':
      return searching.cancel()
    case 'close':
      clearTimeout(writing)
      return void answer(job.ask, () => searching.close())
  }
})
