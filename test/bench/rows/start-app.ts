import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type CDPSession, chromium } from 'playwright'
import { findExecutable, projectRoot } from '../../../scripts/executable.mjs'
import { bareArguments, bareChromium } from '../bare-chromium.ts'
import type { Reference } from '../figures.ts'
import { inTurn, type Measure } from '../measure.ts'

const rounds = 9
/** Milliseconds after which a program that is not ready is given up. */
const patience = 30_000

/** From the start of the process to the page's own mark, which both set in the first frame that takes keys. */
export const startApp: Measure = {
  name: 'app ready to type',
  measure: async () => {
    const { path, isStandIn } = findExecutable()
    const ours = () =>
      readyAfter(path, folder => [
        // Electron has no headless mode: it needs a display, as `xvfb-run npm run bench` gives it.
        ...(isStandIn ? ['--headless'] : []),
        ...(!isStandIn && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(folder, 'profile')}`,
        projectRoot,
        `--library=${join(folder, 'library')}`,
      ])
    const reference = { against: 'a bare Chromium window showing a text area', goal: 2 }
    const bare = bareChromium()
    if ('missing' in bare) {
      const [our = []] = await inTurn(rounds, [ours])
      return { ours: our, references: [{ ...reference, missing: bare.missing }] }
    }
    const page = pathToFileURL(join(import.meta.dirname, 'text-area.html')).href
    const theirs = () => readyAfter(bare.path, folder => [...bareArguments(join(folder, 'profile')), page])
    const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
    const references: Reference[] = [{ ...reference, times }]
    return { ours: our, references }
  },
}

/** Starts a program that shows one page; the milliseconds from its start to the page's mark `ready-to-type`. */
async function readyAfter(program: string, args: (folder: string) => string[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'dispatch-box-bench-'))
  const begun = performance.timeOrigin + performance.now()
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
    return (await Promise.race([readyAt(child.stderr), failure])) - begun
  } finally {
    failure.catch(() => {})
    child.kill()
    const isGone = await Promise.race([exited, setTimeout(5_000, null, { ref: false })])
    if (!isGone) child.kill('SIGKILL')
    await exited
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** When the program's page marked itself ready, in milliseconds since 1970. */
async function readyAt(stderr: NodeJS.ReadableStream): Promise<number> {
  const browser = await chromium.connectOverCDP(await debuggingAddress(stderr))
  const [context] = browser.contexts()
  if (!context) throw new Error('The program shows no window.')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  const ready = await markedAt(await context.newCDPSession(page))
  await browser.close()
  return ready
}

/** By the page's clock, so that how often it is asked does not matter; milliseconds since 1970. */
async function markedAt(session: CDPSession): Promise<number> {
  const mark = `performance.getEntriesByName('ready-to-type')[0]`
  const expression = `${mark} ? performance.timeOrigin + ${mark}.startTime : null`
  for (const end = performance.now() + patience; performance.now() < end; await setTimeout(20)) {
    // While the page is still on its way there is nothing to ask.
    const asked = await session.send('Runtime.evaluate', { expression }).catch(() => null)
    if (typeof asked?.result.value === 'number') return asked.result.value
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
