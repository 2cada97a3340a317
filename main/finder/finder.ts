// Finds evidence in texts on a thread of its own, one text after the other.
import { Worker } from 'node:worker_threads'
import type { Suggestions } from '../../shared/extract/suggestions.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { FinderAnswer, FinderJob } from './finder-thread.ts'

export type Finder = {
  /**
   * What is found in a text of a day (`YYYY-MM-DD`, or null). `onOpening` is told what stands in the opening of a long
   * text as soon as that is known. Rejects where it takes longer than it may.
   */
  find(text: string, date: string | null, onOpening?: (found: Suggestions) => void): Promise<Suggestions>
  close(): Promise<void>
}

/** Some pages: read in the blink of an eye. In UTF-16 code units. */
const opening = 20_000
/** A text of 20 MB takes a fifth of it. */
const patience = 90_000

type Asked = FinderJob & {
  onOpening: (found: Suggestions) => void
  settle: { resolve: (found: Suggestions) => void; reject: (error: unknown) => void }
}

/** `thread` is the module that runs in it: finder-thread, as it stands or built. */
export function openFinder(thread: string, limit = patience): Finder {
  let worker: Worker | null = null
  const waiting: Asked[] = []
  let timer: NodeJS.Timeout | undefined
  let lastId = 0
  /** What was found last: accepting what is on the screen asks for it again. */
  let last: { text: string; date: string | null; found: Suggestions } | null = null

  function post(): void {
    const [job] = waiting
    if (!job) return void worker?.unref()
    worker ??= startWorker()
    worker.ref()
    clearTimeout(timer)
    timer = setTimeout(() => void give(tookTooLong()), limit).unref()
    const { id, text, date, opening } = job
    worker.postMessage({ id, text, date, opening } satisfies FinderJob)
  }

  function startWorker(): Worker {
    const started = new Worker(thread)
    started.on('message', ({ id, suggestions, isWhole }: FinderAnswer) => {
      const [job] = waiting
      if (job?.id !== id) return
      if (!isWhole) return job.onOpening(suggestions)
      last = { text: job.text, date: job.date, found: suggestions }
      clearTimeout(timer)
      waiting.shift()
      job.settle.resolve(suggestions)
      post()
    })
    // Whatever ends it, the next text gets a new one.
    started.on('error', error => void (worker === started && give(error)))
    started.on('exit', () => void (worker === started && give(new Error('The finder has ended.'))))
    return started
  }

  /** Gives the text that is being searched up, and goes on with the next. */
  async function give(reason: unknown): Promise<void> {
    const gone = worker
    worker = null
    clearTimeout(timer)
    waiting.shift()?.settle.reject(reason)
    post()
    await gone?.terminate()
  }

  return {
    find: (text, date, onOpening = () => undefined) => {
      if (last?.text === text && last.date === date) return Promise.resolve(last.found)
      return new Promise((resolve, reject) => {
        waiting.push({ id: ++lastId, text, date, opening, onOpening, settle: { resolve, reject } })
        if (waiting.length === 1) post()
      })
    },
    close: async () => {
      const gone = worker
      worker = null
      clearTimeout(timer)
      for (const { settle } of waiting.splice(0)) settle.reject(new Error('The finder was closed.'))
      await gone?.terminate()
    },
  }
}

function tookTooLong(): RequestProblem {
  return new RequestProblem(
    'failed',
    'Looking for evidence in this text took too long and was given up. Nothing was changed; select words yourself and press Q, F or T.',
  )
}
