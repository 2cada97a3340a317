// A program that shows one page, started and asked when its page had set its marks.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type CDPSession, chromium } from 'playwright'
import { projectRoot } from '../../scripts/executable.mjs'

/** Milliseconds after which a program that is not ready is given up. */
const patience = 60_000

/** What the app is started with, its own data in a folder. */
export function appArguments(isStandIn: boolean, folder: string, library: string): string[] {
  return [
    // Electron has no headless mode: it needs a display, as `xvfb-run npm run bench` gives it.
    ...(isStandIn ? ['--headless'] : []),
    ...(!isStandIn && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    projectRoot,
    `--library=${library}`,
  ]
}

/** The page's marks, in milliseconds since 1970; where it does not set one, that is when it began. */
type Marks = { windowReady: number; firstList: number; readyToType: number }

/** The milliseconds from a program's start to its page's mark `ready-to-type`. */
export async function readyAfter(program: string, args: (folder: string) => string[]): Promise<number> {
  const begun = performance.timeOrigin + performance.now()
  return (await marksOf(program, args)).readyToType - begun
}

/** Starts a program that shows one page, and ends it once that has set its marks. */
export async function marksOf(program: string, args: (folder: string) => string[]): Promise<Marks> {
  const folder = await mkdtemp(join(tmpdir(), 'dispatch-box-bench-'))
  const child = spawn(program, ['--remote-debugging-port=0', ...args(folder)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', text => {
    said += text
  })
  const exited = once(child, 'exit')
  const failed = Promise.race([
    exited.then(() => 'ended'),
    setTimeout(patience, 'was waited for', { ref: false }),
  ])
  const failure = failed.then(what => {
    throw new Error(`${program} ${what} and was not ready: ${said.trim()}`)
  })
  try {
    return await Promise.race([marksIn(child.stderr), failure])
  } finally {
    failure.catch(() => {})
    child.kill()
    const isGone = await Promise.race([exited, setTimeout(5_000, null, { ref: false })])
    if (!isGone) child.kill('SIGKILL')
    await exited
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function marksIn(stderr: NodeJS.ReadableStream): Promise<Marks> {
  const browser = await chromium.connectOverCDP(await debuggingAddress(stderr))
  const [context] = browser.contexts()
  if (!context) throw new Error('The program shows no window.')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  const marks = await readMarks(await context.newCDPSession(page))
  await browser.close()
  return marks
}

/** By the page's clock, so that how often it is asked does not matter. */
async function readMarks(session: CDPSession): Promise<Marks> {
  const mark = (name: string) => `performance.getEntriesByName('${name}')[0]?.startTime`
  const expression = `[performance.timeOrigin, ${mark('window-ready')} ?? 0, ${mark('first-list')} ?? 0, ${mark('ready-to-type')} ?? null]`
  for (const end = performance.now() + patience; performance.now() < end; await setTimeout(20)) {
    // While the page is still on its way there is nothing to ask.
    const asked = await session
      .send('Runtime.evaluate', { expression, returnByValue: true })
      .catch(() => null)
    const [origin, windowReady, firstList, readyToType] = (asked?.result.value ?? []) as (number | null)[]
    if (typeof origin === 'number' && typeof readyToType === 'number')
      return {
        windowReady: origin + (windowReady ?? 0),
        firstList: origin + (firstList ?? 0),
        readyToType: origin + readyToType,
      }
  }
  throw new Error('The page never said that it was ready to type.')
}

function debuggingAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  return new Promise(resolve => {
    let said = ''
    stderr.on('data', text => {
      said += text
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
  })
}
