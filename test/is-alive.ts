import { existsSync, readFileSync } from 'node:fs'

/** Whether a process runs. One that ended after its parent may wait to be buried for as long as the machine likes. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  const status = `/proc/${pid}/status`
  return !(existsSync(status) && /^State:\s+Z/m.test(readFileSync(status, 'utf8')))
}
