// The processes that this one started, and what they cost, by Linux's /proc (proc(5)).
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** A process as its `stat` tells of it; milliseconds of CPU, its own and of the children it has waited for. */
export type ProcessStat = { pid: number; parent: number; own: number; ofReaped: number }

/** The clock of `stat`, which Linux keeps at 100 a second for every program. */
const millisecondsPerTick = 10

/** Reads a line of `/proc/PID/stat`. A name may have spaces and brackets in it. */
export function readStat(line: string): ProcessStat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  const number = (index: number) => Number(fields[index])
  return {
    pid: Number.parseInt(line, 10),
    parent: number(1),
    own: (number(11) + number(12)) * millisecondsPerTick,
    ofReaped: (number(13) + number(14)) * millisecondsPerTick,
  }
}

/** Those that a process started, and those that they started. */
export function descendantsOf(root: number, stats: readonly ProcessStat[]): ProcessStat[] {
  const children = Map.groupBy(stats, ({ parent }) => parent)
  const found: ProcessStat[] = []
  const waiting = [...(children.get(root) ?? [])]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next)
    waiting.push(...(children.get(next.pid) ?? []))
  }
  return found
}

/** CPU that everything a process started has taken so far: what runs, and what has ended and was waited for. */
export function cpuUnder(root: number, stats: readonly ProcessStat[]): number {
  const ended = stats.find(({ pid }) => pid === root)?.ofReaped ?? 0
  return descendantsOf(root, stats).reduce((sum, { own, ofReaped }) => sum + own + ofReaped, ended)
}

/** What is missing to look at processes here; null where nothing is. */
export function whyNoProcesses(platform = process.platform): string | null {
  return platform === 'linux' ? null : 'CPU of whole process trees needs Linux’s /proc'
}

/** Milliseconds in which what work leaves behind, a page that closes, is tidied up. */
const tidying = 200

/** Milliseconds of CPU that work takes in the processes that this one started, but not in this one. */
export async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = cpuUnder(process.pid, allStats())
  await work()
  await setTimeout(tidying)
  return cpuUnder(process.pid, allStats()) - before
}

/**
 * Megabytes of memory of all processes that this one started: each one's own pages, and its share of what it has in common
 * with others (Pss).
 */
export function memoryOfDescendants(): number {
  const kilobytes = descendantsOf(process.pid, allStats()).map(({ pid }) =>
    Number(/^Pss:\s+(\d+) kB$/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}

function allStats(): ProcessStat[] {
  const names = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return names.flatMap(name => {
    const line = textOf(`/proc/${name}/stat`)
    return line === '' ? [] : [readStat(line)]
  })
}

/** Nothing of a process that has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
