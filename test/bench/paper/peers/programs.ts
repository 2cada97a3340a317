import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** What is missing of some programs, with Debian's package of each; null where all are there. */
export function missingPrograms(packages: Readonly<Record<string, string>>): string | null {
  const absent = Object.entries(packages).filter(([program]) => !isOnPath(program))
  if (absent.length === 0) return null
  return `not installed; apt-get install ${absent.map(([, name]) => name).join(' ')}`
}

/** Runs a program to its end; rejects with what it said where it fails. */
export async function run(program: string, args: readonly string[], folder: string): Promise<void> {
  await promisify(execFile)(program, args, { cwd: folder, maxBuffer: 1 << 26 })
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
