// What went wrong in a way that nobody foresaw: written into the log, told in the window, saved to a file where somebody wants it, sent nowhere.
import { writeFile } from 'node:fs/promises'
import type { Failures } from '../requests/ports.ts'
import { describeFault, type Fault, faultOf } from './describe-fault.ts'
import type { LogFile } from './log-file.ts'

/** Where it went wrong: the process of the app, a request, or the page of the window. */
type FailurePlace = 'main' | 'request' | 'window'

/** The same fault is written once in this many milliseconds. */
const pause = 60_000

type Opening = {
  log: LogFile
  /** What runs where, of the app and the system; nothing of the person. */
  about: string
  /** Where a report goes; null where the person closed the dialog. */
  chooseReport: (proposedName: string) => Promise<string | null>
  now: () => Date
}

export type OpenFailures = Failures & {
  /** What the process of the app ended up with. */
  note(thrown: unknown): void
  /** The process of a page ended; a reason of Chromium's. */
  noteEnd(reason: string, exitCode: number): void
}

export function openFailures({ log, about, chooseReport, now }: Opening): OpenFailures {
  const written = new Map<string, number>()
  let isBegun = false
  const write = (lines: readonly string[]) => {
    // Also where the start of the app was the failure.
    if (!isBegun) log.write([`begun: ${about}`])
    isBegun = true
    const entry = lines.join('\n')
    const time = now().getTime()
    if (time - (written.get(entry) ?? Number.NEGATIVE_INFINITY) < pause) return
    if (written.size > 1000) written.clear()
    written.set(entry, time)
    log.write(lines)
  }
  const noteFault = (place: FailurePlace, fault: Fault) => {
    const [what = '', ...where] = describeFault(fault)
    write([`${place}: ${what}`, ...where])
  }
  return {
    note: thrown => noteFault('main', faultOf(thrown)),
    noteEnd: (reason, exitCode) => write([`window process: ended (${reason}, ${exitCode})`]),
    noteInRequest: thrown => noteFault('request', faultOf(thrown)),
    noteInWindow: fault => noteFault('window', fault),
    save: async () => {
      const day = now().toISOString().slice(0, 10)
      const file = await chooseReport(`dispatch-box-report-${day}.txt`)
      if (file !== null) await writeFile(file, `Dispatch Box: ${about}\n\n${log.read()}`)
      return file
    },
  }
}
