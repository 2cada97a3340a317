// Each system call of a save made to fail, or to be the last of its process.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hear, judge, nothingSaid } from './expectations.ts'
import { beginLibrary } from './marked-briefs.ts'

const saver = join(import.meta.dirname, 'saver.ts')
const calls = ['pwrite64', 'fsync', 'link', 'rename', 'unlink'] as const
const failures = ['error=EIO', 'error=ENOSPC', 'signal=KILL'] as const

/** Gives how many promises were broken. Says in one line where calls cannot be made to fail here. */
export async function tortureCalls(say: (line: string) => void): Promise<number> {
  if (spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status !== 0) {
    say(
      'Failing system calls were left out: strace is not installed, or may not trace here (apt-get install strace).',
    )
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-box-calls-'))
  try {
    await beginLibrary(join(folder, 'whole'))
    let broken = 0
    for (const kind of ['record', 'group'] as const) {
      for (const failure of failures) broken += await failEach(kind, failure, folder, say)
    }
    return broken
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function failEach(
  kind: 'record' | 'group',
  failure: string,
  folder: string,
  say: (line: string) => void,
): Promise<number> {
  let [tried, reported, broken] = [0, 0, 0]
  for (const call of calls) {
    for (const nth of callsOfSave(kind, call, folder)) {
      const { isHit, output } = saveUnder(kind, call, `inject=${call}:${failure}:when=${nth}`, folder)
      // Another thread may have reached that count before, while the program was loaded.
      if (!isHit || !output.includes('begin ')) continue
      tried += 1
      const said = nothingSaid()
      hear(said, output)
      if (output.includes('not saved: ')) reported += 1
      const { complaints } = await judge(join(folder, 'library'), said)
      // A failed call is either made good or told; a killed process can tell nothing.
      const isSilent = failure !== 'signal=KILL' && !/^(?:saved|not saved)/m.test(output)
      if (isSilent) complaints.push(`it ended without a word: ${output.trim()}`)
      for (const complaint of complaints) say(`${kind}, ${call} ${nth} ${failure}: ${complaint}`)
      broken += complaints.length
    }
  }
  console.log(
    `${kind === 'record' ? 'save of a record' : 'save of four as one'}, ${failure} at each of ${tried} system calls: ` +
      `${reported} reported as not saved, ${broken} broken`,
  )
  return broken
}

/** Which calls of a kind a thread makes once the save has begun, counted as strace counts them: for each thread, from 1. */
function callsOfSave(kind: string, call: string, folder: string): number[] {
  const { traced } = saveUnder(kind, call, `trace=${call},write`, folder)
  const counts = new Map<string, number>()
  const numbers = new Set<number>()
  let isBegun = false
  for (const line of traced.split('\n')) {
    if (line.includes('"begin ')) isBegun = true
    const [, thread = '', name] = /^(\d+)\s+(\w+)\(/.exec(line) ?? []
    if (name !== call) continue
    const count = (counts.get(thread) ?? 0) + 1
    counts.set(thread, count)
    if (isBegun) numbers.add(count)
  }
  return [...numbers].sort((one, other) => one - other)
}

/** Saves in a copy of the library, under strace. */
function saveUnder(kind: string, call: string, expression: string, folder: string) {
  const [library, log] = [join(folder, 'library'), join(folder, 'strace.log')]
  rmSync(library, { recursive: true, force: true })
  cpSync(join(folder, 'whole'), library, { recursive: true })
  const tracing = expression.startsWith('trace') ? [] : ['-e', `trace=${call}`]
  const { stdout } = spawnSync(
    'strace',
    ['-f', '-o', log, ...tracing, '-e', expression, process.execPath, saver, library, kind],
    // One thread for files, so that its calls have an order to be counted in.
    { encoding: 'utf8', env: { ...process.env, UV_THREADPOOL_SIZE: '1' } },
  )
  const traced = readFileSync(log, 'utf8')
  return { isHit: /INJECTED|killed by SIGKILL/.test(traced), output: stdout, traced }
}
