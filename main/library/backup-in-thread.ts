// Writes backups in a thread: sums, compressing and reading back take the whole of a processor for as long as they go on.
import { Worker } from 'node:worker_threads'
import { type ProblemCode, RequestProblem } from '../../shared/result.ts'
import type { BackupMade, WriteBackup } from './backup.ts'
import type { Snapshot } from './snapshot.ts'
import type { WorkProgress } from './work-progress.ts'

export type BackupJob = { snapshot: Snapshot; file: string; now: Date }

export type BackupReport =
  | { kind: 'progress'; progress: WorkProgress<'writing' | 'verifying'> }
  | { kind: 'made'; made: BackupMade }
  | { kind: 'problem'; code: ProblemCode; message: string }
  | { kind: 'failed'; message: string; code: string | undefined; path: string | undefined }

/** `thread` is the module that runs in it: backup-thread, as it stands or built. */
export function backupInThread(thread: string): WriteBackup {
  return (snapshot, file, now, { signal, onProgress } = {}) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const worker = new Worker(thread, { workerData: { snapshot, file, now } satisfies BackupJob })
      const stop = () => worker.postMessage('stop')
      signal?.addEventListener('abort', stop, { once: true })
      let outcome = () => reject(new Error('The backup has ended before it was done.'))
      worker.on('message', (report: BackupReport) => {
        if (report.kind === 'progress') onProgress?.(report.progress)
        else outcome = () => settle(report)
      })
      worker.on('error', reject)
      // By then it holds no file any more.
      worker.on('exit', () => {
        signal?.removeEventListener('abort', stop)
        outcome()
      })
      const settle = (report: Exclude<BackupReport, { kind: 'progress' }>) => {
        if (report.kind === 'made') resolve(report.made)
        else if (signal?.aborted) reject(signal.reason)
        else if (report.kind === 'problem') reject(new RequestProblem(report.code, report.message))
        else {
          const { message, code, path } = report
          reject(Object.assign(new Error(message), { code, path }))
        }
      }
    })
}
