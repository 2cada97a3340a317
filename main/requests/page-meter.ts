// How many pages briefs have in print, counted in the background: one at a time, the newest first, and never before what
// a person waits for.
import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { pagesOf } from '../pdf/pdf-layout.ts'
import type { BriefToPrint, Printer } from './ports.ts'

export type PageMeter = {
  /** The pages of what has that key, where they were counted; else null. */
  known(key: string): number | null
  /** The pages of a brief when they were counted last, whatever it said then; null where the last count failed. */
  last(brief: string): number | null
  /**
   * Counts the pages of a brief's text that has that key, unless they are known. One brief waits while another is printed, and a newer
   * one takes its place. Gives null where it was dropped; rejects where it could not be printed.
   */
  count(key: string, brief: string, render: Render): Promise<number | null>
  /** Prints what a person waits for, at once. What is printed in the background is broken off, and begun again after it. */
  printer: Printer
  /** Drops what is printed in the background and what waits for it. */
  drop(): void
}

type Render = () => BriefToPrint | Promise<BriefToPrint>

type Job = {
  key: string
  brief: string
  render: Render
  counted: Promise<number | null>
  settle: (pages: number | null | Promise<never>) => void
}

/** Counts are kept in memory alone, under keys that say nothing of the words. */
const mostKept = 500
/** Milliseconds that one count may take: it must not hold up the closing of a library for longer. */
const usualPatience = 30_000

export function pageMeter(printer: Printer, patience = usualPatience): PageMeter {
  const kept = new LRUCache<string, number>({ max: mostKept })
  const lastOf = new LRUCache<string, number>({ max: mostKept })
  let running: { job: Job; stop: AbortController } | null = null
  let waiting: Job | null = null
  /** How many prints a person waits for. */
  let first = 0

  function begin(): void {
    if (running || !waiting || first > 0) return
    const job = waiting
    const stop = new AbortController()
    waiting = null
    running = { job, stop }
    void pagesIn(job, AbortSignal.any([stop.signal, AbortSignal.timeout(patience)]))
      .then(
        pages => {
          if (pages !== null) keep(job, pages)
          job.settle(pages)
        },
        error => {
          // A newer one waits, or nobody is to be answered any more.
          if (!stop.signal.aborted) {
            lastOf.delete(job.brief)
            job.settle(Promise.reject(error))
          } else if (stop.signal.reason === forLater && !waiting) waiting = job
          else job.settle(null)
        },
      )
      .finally(() => {
        running = null
        begin()
      })
  }

  function keep({ key, brief }: Pick<Job, 'key' | 'brief'>, pages: number): void {
    kept.set(key, pages)
    lastOf.set(brief, pages)
  }

  async function pagesIn({ render }: Job, stop: AbortSignal): Promise<number | null> {
    // What came before this is answered before the brief is composed.
    await setImmediate()
    stop.throwIfAborted()
    const broken = new Promise<never>((_, failed) => {
      stop.addEventListener('abort', () => failed(stop.reason), { once: true })
    })
    const print = async () => printer.print(await render(), stop)
    return pagesOf(await Promise.race([print(), broken]))
  }

  return {
    known: key => kept.get(key) ?? null,
    last: brief => lastOf.get(brief) ?? null,

    count: (key, brief, render) => {
      const known = kept.get(key)
      if (known !== undefined) {
        keep({ key, brief }, known)
        return Promise.resolve(known)
      }
      if (waiting?.key === key) return waiting.counted
      waiting?.settle(null)
      waiting = null
      if (running?.job.key === key && !running.stop.signal.aborted) return running.job.counted
      const { promise: counted, resolve: settle } = Promise.withResolvers<number | null>()
      waiting = { key, brief, render, counted, settle }
      begin()
      return counted
    },

    printer: {
      print: async (brief, stop) => {
        first += 1
        running?.stop.abort(forLater)
        try {
          return await printer.print(brief, stop)
        } finally {
          first -= 1
          begin()
        }
      },
    },

    drop: () => {
      waiting?.settle(null)
      waiting = null
      running?.stop.abort(forGood)
    },
  }
}

const forLater = new Error('something else is printed first')
const forGood = new Error('it was dropped')
