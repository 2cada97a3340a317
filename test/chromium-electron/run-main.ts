// Runs a main process written in a test, without Playwright.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { executable, headlessEnvironment } from './launch-fixture.ts'

interface Ended {
  readonly code: number | null
  /** The lines of standard output. */
  readonly lines: readonly string[]
}

export interface RunningMain {
  readonly process: ChildProcess
  readonly userData: string
  readonly ended: Promise<Ended>
  /** Resolves when the line has been printed. */
  says(line: string): Promise<void>
}

/** Starts `source`, an ES module; with another's `userData`, as a second instance of it. */
export function startMain(
  source: string,
  args: readonly string[] = [],
  sharedUserData?: string,
  env = headlessEnvironment(),
): RunningMain {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-main-'))
  const main = join(folder, 'main.mjs')
  writeFileSync(main, source)
  const userData = sharedUserData ?? join(folder, 'profile')
  const child = spawn(executable, [`--user-data-dir=${userData}`, main, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const lines = () => text.split('\n').filter(Boolean)
  const ended = new Promise<Ended>(resolve =>
    child.on('close', code => {
      rmSync(folder, { recursive: true, force: true })
      resolve({ code, lines: lines() })
    }),
  )
  const says = (line: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => lines().includes(line) && resolve()
      child.stdout.on('data', look)
      child.on('close', () => reject(new Error(`It ended without saying ${line}, but: ${text}`)))
      look()
    })
  return { process: child, userData, ended, says }
}
