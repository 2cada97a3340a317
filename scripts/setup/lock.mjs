// One set-up at a time in a working copy: a folder as the lock, since making a folder is atomic everywhere.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const beatEvery = 2_000
const silentFor = 60_000

/**
 * Does the work while holding the lock; waits, and says so once, while another process holds it. The lock of a process
 * that died, or that has given no sign of life for a minute, is taken over.
 * @template Result
 * @param {string} folder
 * @param {(line: string) => void} say
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withLock(folder, say, work) {
  mkdirSync(dirname(folder), { recursive: true })
  let hasSaid = false
  while (!take(folder)) {
    if (isStale(folder)) {
      discard(folder)
      continue
    }
    if (!hasSaid) say('Another set-up is running here; waiting for it …')
    hasSaid = true
    await wait(200)
  }
  const beat = setInterval(() => utimesSync(folder, new Date(), new Date()), beatEvery)
  beat.unref()
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

/** @param {string} folder */
function take(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ host: hostname(), pid: process.pid }))
  return true
}

/** Whether the lock's owner is gone. @param {string} folder */
export function isStale(folder) {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (!stat) return false
  if (Date.now() - stat.mtimeMs > silentFor) return true
  try {
    const owner = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'))
    return owner.host === hostname() && !isAlive(owner.pid)
  } catch {
    // Just made, its owner not yet written.
    return false
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** Renamed first, so that of several who find it stale only one removes it. @param {string} folder */
function discard(folder) {
  const aside = `${folder}-${randomUUID()}`
  try {
    renameSync(folder, aside)
  } catch {
    return
  }
  rmSync(aside, { recursive: true, force: true })
}
