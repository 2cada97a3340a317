// A backup a day, by itself: kept for seven days, four weeks and twelve months.
import { createHash } from 'node:crypto'
import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { BackupMade } from './backup.ts'
import { fileTime } from './folders.ts'
import { slugOf } from './ids.ts'
import type { Library } from './library.ts'

const day = 24 * 60 * 60 * 1000

/** What stays: the newest backup in each of the last so many days, weeks and months that have one. */
const kept: readonly { count: number; periodOf: (time: number) => string }[] = [
  { count: 7, periodOf: time => new Date(time).toISOString().slice(0, 10) },
  { count: 4, periodOf: time => String(Math.floor(time / (7 * day))) },
  { count: 12, periodOf: time => new Date(time).toISOString().slice(0, 7) },
]

/** Of the times of backups (milliseconds since 1970, in any order), those that may go. */
export function backupsToThin(times: readonly number[]): number[] {
  const newestFirst = [...times].sort((one, other) => other - one)
  const stays = new Set<number>()
  for (const { count, periodOf } of kept) {
    const periods = new Set<string>()
    for (const time of newestFirst) {
      const period = periodOf(time)
      if (periods.has(period)) continue
      if (periods.size === count) break
      periods.add(period)
      stays.add(time)
    }
  }
  return newestFirst.filter(time => !stays.has(time))
}

/** A backup of a library in a folder: its file, and the instant it was made at. */
export type KeptBackup = { file: string; at: string }

/** Where a backup of a library that is made at a time goes, and what is there of it, newest first. */
export function backupsOf(library: Library, folder: string) {
  // Two libraries of one name have backups of their own.
  const place = createHash('sha256').update(library.folder).digest('hex').slice(0, 8)
  const prefix = `${slugOf(library.describe().name)}-${place}-`
  return {
    fileOf: (time: number) => join(folder, `${prefix}${fileTime.of(new Date(time).toISOString())}.zip`),
    list: async (): Promise<KeptBackup[]> => {
      const names = await readdir(folder).catch(() => [])
      return names
        .filter(name => name.startsWith(prefix) && name.endsWith('.zip'))
        .flatMap(name => {
          const at = fileTime.read(name.slice(prefix.length, -'.zip'.length))
          return at === null ? [] : [{ file: join(folder, name), at }]
        })
        .sort((one, other) => other.at.localeCompare(one.at))
    },
  }
}

/**
 * Makes a backup in a folder unless there is one of this library from the last day, and lets old ones go. Gives what was
 * made, or null. The folder is for backups alone; files that are none stay.
 */
export async function backUpDaily(library: Library, folder: string, now: Date): Promise<BackupMade | null> {
  const { fileOf, list } = backupsOf(library, folder)
  const times = (await list()).map(({ at }) => Date.parse(at))
  const newest = Math.max(...times)
  // A clock that was set back must not put off backups until it has caught up.
  if (now.getTime() - newest < day && newest <= now.getTime()) return null
  const made = await library.backUp(fileOf(now.getTime()))
  for (const time of backupsToThin([...times, now.getTime()])) {
    await unlink(fileOf(time)).catch(() => undefined)
  }
  return made
}
