// kill -9 of the writing process at random moments.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { hear, judge, nothingSaid, type Said } from './expectations.ts'
import { beginLibrary } from './marked-briefs.ts'

const writer = join(import.meta.dirname, 'writer.ts')

export type Tally = {
  kills: number
  whileRecovering: number
  saved: number
  torn: number
  lost: number
  mixed: number
}

/**
 * Kills a writer again and again and looks at the library after each time. Of four rounds one saves single records, two
 * save several as one, and one is killed once more while the library is opened after that.
 */
export async function killWriters(kills: number, say: (line: string) => void): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-box-torture-'))
  const tally: Tally = { kills: 0, whileRecovering: 0, saved: 0, torn: 0, lost: 0, mixed: 0 }
  try {
    await beginLibrary(folder)
    const said = nothingSaid()
    while (tally.kills < kills) {
      const kind = tally.kills % 4 === 0 ? 'records' : 'groups'
      await killOnce(folder, kind, said, () => Math.random() * 120)
      tally.kills += 1
      if (tally.kills < kills && tally.kills % 4 === 3) {
        // What the opening has to mend stands there now; it is cut off too.
        await killOnce(folder, 'opening', said, () => Math.random() * 25)
        tally.kills += 1
        tally.whileRecovering += 1
      }
      const { torn, lost, mixed, complaints } = await judge(folder, said)
      tally.torn += torn
      tally.lost += lost
      tally.mixed += mixed
      for (const complaint of complaints) say(`after ${tally.kills} kills: ${complaint}`)
      if (tally.kills % 100 === 0) say(`${tally.kills} of ${kills} kills`)
    }
    tally.saved = [...said.saved.values()].reduce((sum, count) => sum + count, 0)
    return tally
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts a writer and kills it `delay` milliseconds after its work began. */
async function killOnce(
  folder: string,
  kind: 'records' | 'groups' | 'opening',
  said: Said,
  delay: () => number,
): Promise<void> {
  const first = 1 + Math.max(0, ...said.begun.values(), ...said.saved.values())
  const child = spawn(process.execPath, [writer, folder, kind, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const closed = new Promise<void>(done => child.once('close', () => done()))
  await begins(child, kind === 'opening' ? 'begin opening' : 'opened', () => output)
  await setTimeout(delay())
  child.kill('SIGKILL')
  await closed
  hear(said, output)
}

async function begins(child: ChildProcess, line: string, output: () => string): Promise<void> {
  while (!output().includes(`${line}\n`)) {
    if (child.exitCode !== null) throw new Error(`The writer ended by itself: ${output()}`)
    await setTimeout(1)
  }
}
