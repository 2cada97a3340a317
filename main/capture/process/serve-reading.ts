// Inside the process that reads files: one thread talks and watches the memory, the other reads.
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { refusal } from '../decode-text.ts'
import { captureLimits } from '../limits.ts'
import type { Readers } from '../readers.ts'
import { forbidNetwork } from './no-network.ts'
import { readJob } from './read-job.ts'
import type { Job, Said } from './reading-messages.ts'

type Serving = {
  readers: Readers
  /** The address of the program's own file, which runs once more as the thread that reads. */
  script: string
  limits?: { heapMegabytes: number; residentBytes: number }
}

/** Serves jobs for as long as the app is there: both threads of the process run it. */
export function serveReading({ readers, script, limits = captureLimits }: Serving): void {
  forbidNetwork()
  if (isMainThread) watchOver(script, limits)
  else parentPort?.on('message', (job: Job) => void readJob(job, readers, say))
}

function say(said: Said): void {
  // An entry's bytes are its own, and are not copied on their way out of the thread.
  const handedOver = said.is === 'entry' ? [said.entry.bytes.buffer as ArrayBuffer] : []
  parentPort?.postMessage(said, handedOver)
}

/** Milliseconds from one look at the memory to the next, and how many looks until the work is told. */
const lookEvery = 50
const looksUntilTold = 4

function watchOver(script: string, limits: { heapMegabytes: number; residentBytes: number }): void {
  const app = appPort()
  const worker = new Worker(new URL(script), {
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    env: {},
  })
  let job: { name: string; resident: number; watch: NodeJS.Timeout } | null = null
  const grown = () => process.memoryUsage.rss() - (job?.resident ?? 0)
  const refuse = (name: string, what: string) => {
    const { code, message } = refusal(name, what, 'Save it as PDF or plain text, or paste the part you need.')
    app.post({ is: 'refused', code, message })
  }
  const tooMuch = (megabytes: number) => {
    if (!job) return
    clearInterval(job.watch)
    // Worn, so that the app ends this process once it has heard why.
    app.post({ is: 'worn' })
    refuse(job.name, `is too complex: to read it needs more than ${Math.round(megabytes)} MB of memory`)
    job = null
  }
  app.onJob(({ name, bytes, format }) => {
    const before = process.cpuUsage()
    let looks = 0
    const watch = setInterval(() => {
      if (grown() > limits.residentBytes) return tooMuch(limits.residentBytes / 1024 / 1024)
      if (++looks % looksUntilTold !== 0) return
      const { user, system } = process.cpuUsage(before)
      app.post({ is: 'worked', milliseconds: (user + system) / 1000 })
    }, lookEvery)
    job = { name, resident: process.memoryUsage.rss(), watch }
    // Handed over and not copied, unless they lie in memory with something else.
    const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
    worker.postMessage({ name, bytes: own, format }, [own.buffer as ArrayBuffer])
  })
  worker.on('message', (said: Said) => {
    // What comes after it was refused is of no use.
    if (!job) return
    if (said.is === 'read' || said.is === 'unpacked' || said.is === 'refused') {
      clearInterval(job.watch)
      if (grown() > limits.residentBytes / 2) app.post({ is: 'worn' })
      job = null
    }
    app.post(said)
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return tooMuch(limits.heapMegabytes)
    // Its end says the rest.
    process.exit(1)
  })
}

type AppPort = { post: (said: Said) => void; onJob: (take: (job: Job) => void) => void }

/** The way to the app: Electron's, where it started this process, else Node's. */
function appPort(): AppPort {
  const port = process.parentPort as typeof process.parentPort | undefined
  if (port)
    return {
      post: said => port.postMessage(said),
      onJob: take => void port.on('message', ({ data }) => take(data)),
    }
  // Without the app there is nothing to do.
  process.on('disconnect', () => process.exit(0))
  return {
    post: said => void process.send?.(said, undefined, undefined, () => undefined),
    onJob: take => void process.on('message', message => take(message as Job)),
  }
}
