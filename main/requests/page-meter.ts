// What briefs are in print, and how many pages they have, found in the background: one at a time, the newest first, and never
// before what a person waits for.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { pagesOf } from '../pdf/pdf-layout.ts'
import type { BriefToPrint, Printer } from './ports.ts'

/** Another `name` is another print. `pages` are those before the annex, null where none can be seen. */
export type BackgroundPrint = { name: string; pdf: Uint8Array; pages: number | null }

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
  /**
   * Prints a brief's text that has that key; what was printed last, or is on its way, is not printed again. It waits, is dropped and
   * rejects as a count does, and the print of a count serves it too.
   */
  print(key: string, brief: string, rendered: BriefToPrint): Promise<BackgroundPrint | null>
  /** Prints what a person waits for, at once. What is printed in the background is broken off, and begun again after it. */
  printer: Printer
  /** Drops what was printed in the background, what is, and what waits for it. */
  drop(): void
}

type Render = () => BriefToPrint | Promise<BriefToPrint>

type Job = {
  key: string
  brief: string
  render: Render
  /** What its print is known by, once it is composed. */
  name: string | null
  printed: Promise<BackgroundPrint | null>
  settle: (print: BackgroundPrint | null | Promise<never>) => void
}

/** Counts are kept in memory alone, under keys that say nothing of the words. */
const mostKept = 500
/** Bytes of the one print that is kept; a larger one is printed again where it is asked for. */
const mostBytes = 64_000_000
/** Milliseconds that one count may take: it must not hold up the closing of a library for longer. */
const usualPatience = 30_000

export function pageMeter(printer: Printer, patience = usualPatience): PageMeter {
  const kept = new LRUCache<string, number>({ max: mostKept })
  const lastOf = new LRUCache<string, number>({ max: mostKept })
  let newest: BackgroundPrint | null = null
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
    void printOf(job, AbortSignal.any([stop.signal, AbortSignal.timeout(patience)]))
      .then(
        print => {
          if (print.pages !== null) keep(job, print.pages)
          newest = print.pdf.byteLength <= mostBytes ? print : null
          job.settle(print)
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

  async function printOf(job: Job, stop: AbortSignal): Promise<BackgroundPrint> {
    // What came before this is answered before the brief is composed.
    await setImmediate()
    stop.throwIfAborted()
    const broken = new Promise<never>((_, failed) => {
      stop.addEventListener('abort', () => failed(stop.reason), { once: true })
    })
    const rendered = await Promise.race([job.render(), broken])
    const name = nameOf(rendered)
    job.name = name
    const pdf = await Promise.race([printer.print(rendered, stop), broken])
    return { name, pdf, pages: pagesOf(pdf) }
  }

  /** The job under way for that key, if it is not broken off. */
  function runningFor(key: string): Job | null {
    return running?.job.key === key && !running.stop.signal.aborted ? running.job : null
  }

  /** In the place of what waits. */
  function wait({ key, brief, render }: Pick<Job, 'key' | 'brief' | 'render'>): Job {
    dropWaiting()
    const { promise: printed, resolve: settle } = Promise.withResolvers<BackgroundPrint | null>()
    const job = { key, brief, render, name: null, printed, settle }
    waiting = job
    begin()
    return job
  }

  function dropWaiting(): void {
    waiting?.settle(null)
    waiting = null
  }

  return {
    known: key => kept.get(key) ?? null,
    last: brief => lastOf.get(brief) ?? null,

    count: async (key, brief, render) => {
      const known = kept.get(key)
      if (known !== undefined) {
        keep({ key, brief }, known)
        return known
      }
      let job = waiting?.key === key ? waiting : null
      if (!job) dropWaiting()
      job ??= runningFor(key) ?? wait({ key, brief, render })
      return (await job.printed)?.pages ?? null
    },

    print: async (key, brief, rendered) => {
      const name = nameOf(rendered)
      if (newest?.name === name) return newest
      // What is not composed yet may as well be what is asked for now: of one key, only annexes differ.
      const isToCome = waiting?.key === key
      const begun = runningFor(key)
      const job = isToCome ? waiting : begun && (begun.name ?? name) === name ? begun : null
      if (!job) return wait({ key, brief, render: () => rendered }).printed
      if (job.name !== name) job.render = () => rendered
      if (!isToCome) dropWaiting()
      return job.printed
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
      dropWaiting()
      newest = null
      running?.stop.abort(forGood)
    },
  }
}

const forLater = new Error('something else is printed first')
const forGood = new Error('it was dropped')

/** All that a print is made of: what belongs to it, pictures among it, is named in its text. */
function nameOf({ html, pageStyle }: BriefToPrint): string {
  return createHash('sha256')
    .update(JSON.stringify([html, pageStyle]))
    .digest('base64')
}
