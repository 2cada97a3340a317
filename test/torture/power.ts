// Power cuts: a file system in a file is shut down in the middle of saves, without what it had not flushed yet.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { hear, judge, nothingSaid, type Said } from './expectations.ts'
import { beginLibrary, recordIds, roundOf } from './marked-briefs.ts'

type FileSystem = { name: string; make: string[]; options: string }

const fileSystems: readonly FileSystem[] = [
  { name: 'XFS', make: ['mkfs.xfs', '-q', '-f'], options: 'loop' },
  { name: 'ext4', make: ['mkfs.ext4', '-q', '-F'], options: 'loop' },
  { name: 'ext4 noauto_da_alloc', make: ['mkfs.ext4', '-q', '-F'], options: 'loop,noauto_da_alloc' },
]

type Outcome = { cuts: number; torn: number; lost: number }

/** Gives how many promises of ours were broken. Says in one line where power cannot be cut here. */
export async function cutPower(cuts: number, say: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-box-power-'))
  let broken = 0
  try {
    for (const fileSystem of fileSystems) {
      const disk = mountable(fileSystem, folder)
      if (!disk) {
        say(
          `Power cuts on ${fileSystem.name} were left out: that needs root, loop devices, xfs_io and ${fileSystem.make[0]} (apt-get install xfsprogs e2fsprogs).`,
        )
        continue
      }
      const ours = await cutEach(disk, cuts, 'ours', say)
      const stock = await cutEach(disk, cuts, 'stock', () => {})
      broken += ours.torn + ours.lost
      for (const [name, { torn, lost }] of [
        ['ours', ours],
        ['stock lowdb', stock],
      ] as const)
        console.log(`power cut on ${fileSystem.name}, ${cuts} times, ${name}: ${torn} torn, ${lost} lost`)
    }
    return broken
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Disk = { mount: () => void; unmount: () => void; cut: () => void; folder: string }

function mountable({ make, options }: FileSystem, folder: string): Disk | null {
  const [image, mountPoint] = [join(folder, 'image'), join(folder, 'disk')]
  const run = (program: string, args: string[]) => spawnSync(program, args, { encoding: 'utf8' })
  const must = (program: string, args: string[]) => {
    const { status, stderr } = run(program, args)
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`)
  }
  mkdirSync(mountPoint, { recursive: true })
  rmSync(image, { force: true })
  if (run('truncate', ['-s', '400M', image]).status !== 0) return null
  const [program = '', ...args] = make
  if (run(program, [...args, image]).status !== 0 || run('xfs_io', ['-V']).status !== 0) return null
  const disk: Disk = {
    folder: mountPoint,
    mount: () => must('mount', ['-o', options, image, mountPoint]),
    unmount: () => must('umount', [mountPoint]),
    cut: () => must('xfs_io', ['-x', '-c', 'shutdown', mountPoint]),
  }
  try {
    disk.mount()
    disk.cut()
    disk.unmount()
    return disk
  } catch {
    return null
  }
}

async function cutEach(
  disk: Disk,
  cuts: number,
  whose: 'ours' | 'stock',
  say: (line: string) => void,
): Promise<Outcome> {
  const library = join(disk.folder, whose)
  const outcome: Outcome = { cuts, torn: 0, lost: 0 }
  let said = nothingSaid()
  disk.mount()
  try {
    if (whose === 'ours') await beginLibrary(library)
    else mkdirSync(library)
    spawnSync('sync')
    for (let cut = 0; cut < cuts; cut++) {
      await writeUntilCut(disk, library, whose, said)
      disk.unmount()
      disk.mount()
      const { torn, lost, complaints } =
        whose === 'ours' ? await judge(library, said) : judgeStock(library, said)
      outcome.torn += torn
      outcome.lost += lost
      for (const complaint of complaints) say(`cut ${cut}: ${complaint}`)
      // What was lost once is not counted again.
      if (lost > 0) said = nothingSaid()
    }
    return outcome
  } finally {
    disk.unmount()
  }
}

async function writeUntilCut(
  disk: Disk,
  library: string,
  whose: 'ours' | 'stock',
  said: Said,
): Promise<void> {
  const first = 1 + Math.max(0, ...said.begun.values(), ...said.saved.values())
  const args =
    whose === 'ours'
      ? [
          join(import.meta.dirname, 'writer.ts'),
          library,
          Math.random() < 0.5 ? 'records' : 'groups',
          String(first),
        ]
      : [join(import.meta.dirname, 'stock-writer.ts'), library, String(first)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const closed = new Promise<void>(done => child.once('close', () => done()))
  while (!output.includes('opened\n') && child.exitCode === null) await setTimeout(1)
  await setTimeout(30 + Math.random() * 120)
  // What is said from here on may have come after the cut.
  const before = output
  disk.cut()
  child.kill('SIGKILL')
  await closed
  hear(said, `${before.slice(0, before.lastIndexOf('\n') + 1)}`)
  const later = nothingSaid()
  hear(later, output)
  for (const [what, round] of later.begun) said.begun.set(what, round)
}

/** Empty or cut files are torn; whole ones from before the last reported save are lost. */
function judgeStock(folder: string, said: Said) {
  const verdict = { torn: 0, lost: 0, complaints: [] as string[] }
  for (const id of recordIds) {
    const saved = said.saved.get(id)
    const path = join(folder, `${id}.json`)
    if (saved === undefined) continue
    if (!existsSync(path)) verdict.lost += 1
    else {
      const round = readRound(path)
      if (round === null) verdict.torn += 1
      else if (round < saved) verdict.lost += 1
    }
  }
  return verdict
}

function readRound(path: string): number | null {
  try {
    return roundOf((JSON.parse(readFileSync(path, 'utf8')) as { body: string }).body)
  } catch {
    return null
  }
}
