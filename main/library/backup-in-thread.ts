// Makes backups in a thread: they take the whole of a processor for as long as they go on.
import { Worker } from 'node:worker_threads'
import { type ProblemCode, RequestProblem } from '../../shared/result.ts'
import type { BackUpLibrary, BackupMade, BackupStage } from './backup.ts'
import type { WorkProgress } from './work-progress.ts'

export type BackupJob = { library: string; file: string; now: Date }

export type BackupReport =
  | { kind: 'taken' }
  | { kind: 'progress'; progress: WorkProgress<BackupStage> }
  | { kind: 'made'; made: BackupMade }
  | { kind: 'problem'; code: ProblemCode; message: string }
  | { kind: 'failed'; message: string; code: string | undefined; path: string | undefined }

/** `thread` is the module that runs in it: backup-thread, as it stands or built. */
export function backupInThread(thread: string): BackUpLibrary {
  return ({ library, file, now, signal, onProgress, onTaken }) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      const worker = new Worker(thread, { workerData: { library, file, now } satisfies BackupJob })
      const stop = () => worker.postMessage('stop')
      signal?.addEventListener('abort', stop, { once: true })
      let settle = () => reject(new Error('The backup has ended before it was done.'))
      worker.on('message', (report: BackupReport) => {
        if (report.kind === 'taken') onTaken?.()
        else if (report.kind === 'progress') onProgress?.(report.progress)
        else if (report.kind === 'made') settle = () => resolve(report.made)
        else settle = () => reject(signal?.aborted ? signal.reason : errorOf(report))
      })
      worker.on('error', reject)
      // By then it holds no file any more.
      worker.on('exit', () => {
        signal?.removeEventListener('abort', stop)
        settle()
      })
    })
}

function errorOf(report: Extract<BackupReport, { kind: 'problem' | 'failed' }>): Error {
  if (report.kind === 'problem') return new RequestProblem(report.code, report.message)
  const { message, code, path } = report
  return Object.assign(new Error(message), { code, path })
}
