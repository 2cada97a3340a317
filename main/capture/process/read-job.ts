// One file, read: in the thread that reads, or wherever a reader is tried.
import { RequestProblem } from '../../../shared/result.ts'
import { type ArchiveEntry, unpack } from '../archive/archive.ts'
import { chooseEntries } from '../archive/choose-entries.ts'
import type { ReportProgress } from '../captured.ts'
import { refusal } from '../decode-text.ts'
import { fillFacts } from '../fill-facts.ts'
import type { Readers } from '../readers.ts'
import type { Job, Said } from './reading-messages.ts'

/** Reads a file and says how far it is and what came of it. Never rejects. */
export async function readJob(job: Job, readers: Readers, say: (said: Said) => void): Promise<void> {
  try {
    say(await outcomeOf(job, readers, say))
  } catch (error) {
    const { code, message } = error instanceof RequestProblem ? error : unreadable(job.name, error)
    say({ is: 'refused', code, message })
  }
}

async function outcomeOf(
  { name, bytes, format }: Job,
  readers: Readers,
  say: (said: Said) => void,
): Promise<Said> {
  const report = seldom((done, of) => say({ is: 'progress', done, of }))
  if (format === 'zip') {
    say({ is: 'begun' })
    const onEntry = (entry: ArchiveEntry) => say({ is: 'entry', entry })
    return { is: 'unpacked', ...(await unpack(name, bytes, { choose: chooseEntries, onEntry, report })) }
  }
  if (format === 'carried') {
    const { readCarriedFiles } = await import('../../carried/carried-files.ts')
    say({ is: 'begun' })
    for (const entry of await readCarriedFiles(name, bytes)) say({ is: 'entry', entry })
    return { is: 'unpacked', spoilt: [], leftOut: [] }
  }
  const read = await readers[format]()
  say({ is: 'begun' })
  return { is: 'read', captured: fillFacts(await read(name, bytes, report)) }
}

function unreadable(name: string, error: unknown): RequestProblem {
  const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '').slice(0, 300)
  return refusal(
    name,
    `cannot be read (${reason})`,
    'It may be damaged: open it in the program it comes from, save it again and import that.',
  )
}

/** Milliseconds between two reports: more often nobody looks. */
const reportEvery = 50

function seldom(report: ReportProgress): ReportProgress {
  let last = Number.NEGATIVE_INFINITY
  return (done, of) => {
    const now = performance.now()
    if (now - last < reportEvery) return
    last = now
    report(done, of)
  }
}
