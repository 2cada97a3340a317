// Runs in a thread of its own: makes one backup, tells how far it is, and hears that it is broken off.
import { parentPort, workerData } from 'node:worker_threads'
import { RequestProblem } from '../../shared/result.ts'
import { backUpLibrary } from './backup.ts'
import type { BackupJob, BackupReport } from './backup-in-thread.ts'

const job: BackupJob = workerData
const stop = new AbortController()
parentPort?.once('message', () => stop.abort())
const tell = (report: BackupReport) => parentPort?.postMessage(report)

backUpLibrary({
  ...job,
  signal: stop.signal,
  onTaken: () => tell({ kind: 'taken' }),
  onProgress: progress => tell({ kind: 'progress', progress }),
})
  .then(
    made => tell({ kind: 'made', made }),
    // Of an error only its words would arrive.
    error => {
      if (error instanceof RequestProblem) tell({ kind: 'problem', code: error.code, message: error.message })
      else {
        const { message, code, path } = error as NodeJS.ErrnoException
        tell({ kind: 'failed', message, code, path })
      }
    },
  )
  .finally(() => parentPort?.close())
