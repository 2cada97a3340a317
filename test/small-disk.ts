// A real disk of some kilobytes, on systems where a test may mount one.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'

const mount = (...options: string[]) => spawnSync('mount', ['-t', 'tmpfs', '-o', ...options]).status === 0

function probe(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'dispatch-box-probe-'))
  const canMount = mount('size=64k', 'tmpfs', place)
  if (canMount) execFileSync('umount', [place])
  rmSync(place, { recursive: true, force: true })
  return canMount
}

export const canMount = probe()

const mounted: string[] = []

afterEach(() => {
  for (const place of mounted.splice(0)) {
    execFileSync('umount', [place])
    rmSync(place, { recursive: true, force: true })
  }
})

/** Mounts a disk of a size (`600k`), for the time of one test; gives its folder. */
export function smallDisk(size: string): string {
  const place = mkdtempSync(join(tmpdir(), 'dispatch-box-disk-'))
  if (!mount(`size=${size}`, 'tmpfs', place)) throw new Error('This test mounts a small disk.')
  mounted.push(place)
  return place
}

/** Fills what room a disk has left, down to some kilobytes; gives the file to remove. */
export function fill(place: string): string {
  const filler = join(place, 'filler')
  for (let size = 600; size > 4; size = Math.floor(size / 2)) {
    try {
      writeFileSync(filler, Buffer.alloc(size * 1024), { flag: 'a' })
    } catch {
      // As much as there was room for.
    }
  }
  return filler
}
