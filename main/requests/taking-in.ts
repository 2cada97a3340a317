// Files become sources one after the other: how far they are is told, and a person may break it off.
import { basename } from 'node:path'
import type { ImportOutcome, Kept } from '../../shared/answers.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Step } from '../capture/archive/capture-archive.ts'
import { captureBytes, captureFile } from '../capture/capture.ts'
import type { CapturedFile, Work } from '../capture/capture-one.ts'
import type { ReadingProcess } from '../capture/process/reading-process.ts'
import type { Notify } from './ports.ts'

type Keep = (file: CapturedFile) => Promise<Kept>

export type TakingIn = {
  /** Takes in files of the disk; one that is refused stops none of the others. */
  files(paths: readonly string[], keep: Keep): Promise<ImportOutcome>
  /** Takes in the bytes of one file. */
  bytes(name: string, bytes: Uint8Array, keep: Keep): Promise<ImportOutcome>
  /** Reads what was pasted; refused where it is broken off. */
  paste<T>(read: (work: Work) => Promise<T>): Promise<T>
  /** Breaks off all that is under way. What is kept by then stays. */
  cancel(): void
}

export function takingIn(reading: ReadingProcess, notify: Notify): TakingIn {
  const underWay = new Set<AbortController>()
  const stoppable = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const stop = new AbortController()
    underWay.add(stop)
    try {
      return await work(stop.signal)
    } finally {
      underWay.delete(stop)
    }
  }

  const takeIn = (
    files: readonly { name: string; path: string; steps: (work: Work) => AsyncIterable<Step> }[],
    keep: Keep,
  ): Promise<ImportOutcome> =>
    stoppable(async signal => {
      const outcome: ImportOutcome = { sources: [], known: [], failures: [], leftOut: [], isCancelled: false }
      for (const [at, { name, path, steps }] of files.entries()) {
        if (signal.aborted) break
        const report = (done: number, of: number) =>
          notify('capture.progressed', { file: name, done, of, files: { done: at, of: files.length } })
        report(0, 0)
        try {
          for await (const step of steps({ reading, report, signal })) {
            if ('captured' in step) {
              const { source, isKnown } = await keep(step.captured)
              outcome.sources.push(source)
              if (isKnown) outcome.known.push(source.id)
            } else if ('failed' in step) outcome.failures.push(step.failed)
            else outcome.leftOut.push(step.leftOut)
          }
        } catch (error) {
          if (signal.aborted && error === signal.reason) break
          if (!(error instanceof RequestProblem) || error.code !== 'unreadable') throw error
          outcome.failures.push({ file: path, message: error.message })
        }
      }
      return { ...outcome, isCancelled: signal.aborted }
    })
  return {
    files: (paths, keep) =>
      takeIn(
        paths.map(path => ({ name: basename(path), path, steps: work => captureFile(path, work) })),
        keep,
      ),
    bytes: (given, bytes, keep) => {
      const name = basename(given)
      return takeIn([{ name, path: name, steps: work => captureBytes(name, bytes, work) }], keep)
    },
    paste: read =>
      stoppable(async signal => {
        const report = (done: number, of: number) =>
          notify('capture.progressed', { file: 'the pasted text', done, of, files: { done: 0, of: 1 } })
        report(0, 0)
        try {
          return await read({ reading, report, signal })
        } catch (error) {
          if (signal.aborted && error === signal.reason)
            throw new RequestProblem(
              'refused',
              'It was stopped, and nothing was imported. Paste it again if you want it.',
            )
          throw error
        }
      }),
    cancel: () => {
      for (const stop of underWay) stop.abort()
    },
  }
}
