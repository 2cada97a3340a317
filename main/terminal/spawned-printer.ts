// The terminal's printer: the app's own executable, started in print mode, with no window.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { offerPrintJob, printSwitch, printToken } from '../print-job.ts'
import type { Printer } from '../requests/ports.ts'

type Printing = {
  executable: string | undefined
  /** What the executable needs on this machine to start without a window. */
  switches: readonly string[]
  appFolder: string
  /** Ends the printing. */
  stop: AbortSignal
  /** Milliseconds that printing may take. */
  patience?: number
}

/** Milliseconds that a printer told to end has before it is killed. */
const grace = 3000

/** Prints by an executable and the app's folder; rejects with what the executable said where it fails. */
export function spawnedPrinter({
  executable,
  switches,
  appFolder,
  stop,
  patience = 120_000,
}: Printing): Printer {
  return {
    print: async brief => {
      if (!executable)
        throw new Error('There is nothing to print with: DISPATCH_BOX_EXECUTABLE names no executable.')
      const folder = await mkdtemp(join(tmpdir(), 'dispatch-box-print-'))
      try {
        const { address, token, printed, close } = await offerPrintJob(folder, brief)
        try {
          const profile = `--user-data-dir=${join(folder, 'profile')}`
          const args = [...switches, profile, appFolder, `${printSwitch}${address}`]
          await run(executable, args, { [printToken]: token }, stop, patience)
          return await soon(printed)
        } finally {
          close()
        }
      } finally {
        // A browser that was killed may still be writing to its profile.
        await rm(folder, { recursive: true, force: true, maxRetries: 5 })
      }
    },
  }
}

/** A printer that ended well has sent everything; what it sent may still be on its way. */
async function soon(printed: Promise<Uint8Array>): Promise<Uint8Array> {
  const late = after(grace, null, { ref: false })
  const pdf = await Promise.race([printed, late])
  if (!pdf) throw new Error('the printer ended without a PDF')
  return pdf
}

/** Resolves, or rejects, once the program has ended. */
function run(
  executable: string,
  args: readonly string[],
  environment: Record<string, string>,
  stop: AbortSignal,
  patience: number,
): Promise<void> {
  return new Promise((done, failed) => {
    if (stop.aborted) return failed(new Error('it was interrupted'))
    const child = spawn(executable, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...environment },
    })
    let said = ''
    let ending: { why: string; kill: NodeJS.Timeout } | null = null
    const end = (why: string) => {
      if (ending) return
      child.kill('SIGTERM')
      ending = { why, kill: setTimeout(() => child.kill('SIGKILL'), grace) }
    }
    const interrupt = () => end('it was interrupted')
    const limit = setTimeout(
      () => end(`the printer did not end within ${Math.ceil(patience / 1000)} seconds and was stopped`),
      patience,
    )
    stop.addEventListener('abort', interrupt)
    const settle = (error?: Error) => {
      clearTimeout(limit)
      clearTimeout(ending?.kill)
      stop.removeEventListener('abort', interrupt)
      if (error) failed(error)
      else done()
    }
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
    })
    child.on('error', settle)
    // What the program started may hold its stderr open; one that was stopped is not listened to any longer.
    child.on('exit', () => ending && settle(new Error(ending.why)))
    child.on('close', code => {
      const words = said.trim().split('\n').at(-1) || 'it said nothing'
      settle(code === 0 ? undefined : new Error(`the printer ended with ${code}: ${words}`))
    })
  })
}
