// The log: a file of lines that begins anew once it is full, with the ones before it kept for a while.
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const usualLargest = 256 * 1024

/** How many files there are at most: the one that is written, and those before it. */
const kept = 3

export type LogFile = {
  /** Adds an entry under the time. Written before this returns, as the process may be at its end; never throws. */
  write(lines: readonly string[]): void
  /** Everything that is kept, the oldest first. */
  read(): string
}

/** A log in a folder, which is made when something is first written; a file is full at `largest` bytes. */
export function openLog(folder: string, now: () => Date, largest = usualLargest): LogFile {
  const name = (age: number) => join(folder, age === 0 ? 'log.txt' : `log-${age}.txt`)
  const makeRoom = () => {
    const size = statSync(name(0), { throwIfNoEntry: false })?.size ?? 0
    if (size < largest) return
    for (let age = kept - 2; age >= 0; age--)
      if (statSync(name(age), { throwIfNoEntry: false })) renameSync(name(age), name(age + 1))
  }
  return {
    write: lines => {
      try {
        mkdirSync(folder, { recursive: true })
        makeRoom()
        appendFileSync(name(0), `${now().toISOString()} ${lines.join('\n')}\n`)
      } catch {
        // A full disk must not make two failures of one.
      }
    },
    read: () => {
      const ages = Array.from({ length: kept }, (_, at) => kept - 1 - at)
      return ages.map(age => readIfThere(name(age))).join('')
    },
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
