// The app's side of the process in which files are read: it starts one, holds it to the limits and ends it.
import { RequestProblem } from '../../../shared/result.ts'
import type { ArchiveEntry, NotUnpacked } from '../archive/archive.ts'
import type { ReportProgress } from '../captured.ts'
import { refusal } from '../decode-text.ts'
import type { Filled } from '../fill-facts.ts'
import { type CaptureLimits, captureLimits } from '../limits.ts'
import type { Job, Said } from './reading-messages.ts'

/** A process of its own for untrusted files, as Electron or Node starts it. It must not keep the app from ending. */
export type ChildProcess = {
  post(job: Job): void
  onMessage(hear: (said: Said) => void): void
  /** Called once, however it ends, also where it could not be started. */
  onExit(hear: () => void): void
  kill(): void
}

export type StartProcess = () => ChildProcess

/** Hears how far a file is, and breaks off; an aborted one rejects with the signal's reason. */
export type Watch = { report?: ReportProgress; signal?: AbortSignal }

/** The files of a ZIP that may become sources, and what of it is not among them. */
export type Unpacked = NotUnpacked & { entries: ArchiveEntry[] }

/**
 * Reads files one after the other in a process that is kept for the next for a while. A file that stands still, takes too long,
 * needs too much memory or makes the process end is refused by a RequestProblem that names it; the next has a fresh one.
 */
export type ReadingProcess = {
  read(job: Job, watch?: Watch): Promise<Filled>
  unpack(name: string, bytes: Uint8Array, watch?: Watch): Promise<Unpacked>
  /** The files that the PDF of a brief carries, by name; none where it carries no brief. */
  carried(name: string, bytes: Uint8Array, watch?: Watch): Promise<Map<string, Uint8Array>>
  /** Ends the process where one is kept. It starts anew for a file that comes later. */
  close(): void
}

export function readingProcess(start: StartProcess, limits: CaptureLimits = captureLimits): ReadingProcess {
  let kept: Kept | null = null
  let last: Promise<unknown> = Promise.resolve()
  let letGo: NodeJS.Timeout | undefined

  const drop = (dropped: Kept) => {
    if (kept === dropped) kept = null
    dropped.child.kill()
  }
  const begin = (): Kept => {
    const begun: Kept = { child: start(), hear: () => undefined, ended: () => undefined, isWorn: false }
    begun.child.onMessage(said => begun.hear(said))
    begun.child.onExit(() => {
      if (kept === begun) kept = null
      begun.ended()
    })
    return begun
  }
  const readNow = async (job: Job, watch: Watch): Promise<Heard> => {
    watch.signal?.throwIfAborted()
    clearTimeout(letGo)
    kept ??= begin()
    const used = kept
    try {
      return await heardOf(used, job, watch, limits)
    } catch (error) {
      if (!(error instanceof Refused)) drop(used)
      throw error instanceof Refused ? error.problem : error
    } finally {
      used.hear = () => undefined
      used.ended = () => undefined
      if (used.isWorn) drop(used)
      letGo = setTimeout(() => kept && drop(kept), limits.keepWarmMs).unref()
    }
  }
  const inTurn = (job: Job, watch: Watch): Promise<Heard> => {
    const turn = last.then(() => readNow(job, watch))
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    read: async (job, watch = {}) => {
      const { outcome } = await inTurn(job, watch)
      if (outcome.is !== 'read') throw new Error(`${job.name}: it was unpacked and not read`)
      return outcome.captured
    },
    unpack: async (name, bytes, watch = {}) => {
      const { entries, outcome } = await inTurn({ name, bytes, format: 'zip' }, watch)
      if (outcome.is !== 'unpacked') throw new Error(`${name}: it was read and not unpacked`)
      return { entries, spoilt: outcome.spoilt, leftOut: outcome.leftOut }
    },
    carried: async (name, bytes, watch = {}) => {
      const { entries } = await inTurn({ name, bytes, format: 'carried' }, watch)
      return new Map(entries.map(({ path, bytes }) => [path, bytes]))
    },
    close: () => {
      clearTimeout(letGo)
      if (kept) drop(kept)
    },
  }
}

/** A process, and what is to be done with what it says now. */
type Kept = { child: ChildProcess; hear: (said: Said) => void; ended: () => void; isWorn: boolean }

type Outcome = Extract<Said, { is: 'read' | 'unpacked' }>

type Heard = { entries: ArchiveEntry[]; outcome: Outcome }

/** What the process itself refused, in good order: it can go on with the next file. */
class Refused extends Error {
  readonly problem: RequestProblem
  constructor(problem: RequestProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/** How much more time than work a file may take where other programs keep the machine busy. */
const slowestMachine = 10

function heardOf(used: Kept, job: Job, { report, signal }: Watch, limits: CaptureLimits): Promise<Heard> {
  const entries: ArchiveEntry[] = []
  let waiting: NodeJS.Timeout | undefined
  let whole: NodeJS.Timeout | undefined
  let abort = () => {}
  const heard = new Promise<Heard>((done, failed) => {
    let signs = 0
    const wait = (milliseconds: number, otherwise: () => RequestProblem) => {
      clearTimeout(waiting)
      const before = ++signs
      waiting = setTimeout(() => {
        // Where this thread was busy, what was said meanwhile still waits to be heard.
        setImmediate(() => before === signs && failed(otherwise()))
      }, milliseconds)
    }
    abort = () => failed(signal?.reason)
    signal?.addEventListener('abort', abort)
    whole = setTimeout(
      () => failed(tooComplex(job.name, `took more than ${seconds(limits.wholeMs)}`)),
      limits.wholeMs,
    )
    wait(limits.firstSignMs, () => notBegun(job.name, limits.firstSignMs))
    used.ended = () => failed(crashed(job.name))
    const stoodStill = () => tooComplex(job.name, `stood still for ${seconds(limits.standstillMs)}`)
    let worked = 0
    let workedAtSign = 0
    let isBegun = false
    used.hear = said => {
      if (said.is === 'worked') {
        worked = said.milliseconds
        if (isBegun && worked - workedAtSign >= limits.standstillMs) failed(stoodStill())
        return
      }
      isBegun = true
      workedAtSign = worked
      // One that does not work at all waits for nothing that will come.
      wait(limits.standstillMs * slowestMachine, stoodStill)
      switch (said.is) {
        case 'progress':
          return report?.(said.done, said.of)
        case 'entry':
          return void entries.push(said.entry)
        case 'worn':
          used.isWorn = true
          return
        case 'refused':
          return failed(new Refused(new RequestProblem(said.code, said.message)))
        case 'read':
        case 'unpacked':
          return done({ entries, outcome: said })
      }
    }
    used.child.post(job)
  })
  return heard.finally(() => {
    clearTimeout(waiting)
    clearTimeout(whole)
    signal?.removeEventListener('abort', abort)
  })
}

function tooComplex(name: string, what: string): RequestProblem {
  return refusal(
    name,
    `is too complex: reading it ${what}`,
    'Save it as PDF or plain text, or paste the part you need.',
  )
}

function notBegun(name: string, milliseconds: number): RequestProblem {
  return refusal(
    name,
    `did not begin to be read within ${seconds(milliseconds)}`,
    'The computer may be busy: try again.',
  )
}

function crashed(name: string): RequestProblem {
  return refusal(
    name,
    'made the process that reads files end',
    'It may be damaged, or need too much memory: save it again in the program it comes from, as PDF or plain text, and import that.',
  )
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} seconds`
}
