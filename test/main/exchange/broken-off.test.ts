// An import that the disk stops, at any of its calls: what was there is as it was, and importing again goes on.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportLibrary } from '../../../main/exchange/export-library.ts'
import { importLibrary } from '../../../main/exchange/import-library.ts'
import { type Disk, systemDisk } from '../../../main/library/durable-file.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief } from '../library/a-brief.ts'
import { failingDisk } from '../library/failing-disk.ts'
import { everythingIn } from './arbitrary-library.ts'

const day = new Date('2026-01-02T00:00:00.000Z')

function open(folder: string, disk: Disk = systemDisk, access: 'read' | 'write' = 'write') {
  let minutes = 0
  return openLibrary({ folder, access, disk, now: () => new Date(Date.UTC(2026, 0, 1, 0, minutes++)) })
}

/** A library with a brief, a version of it, a deleted brief and an original file, exported. */
async function exported() {
  const place = temporaryFolder()
  const library = await open(join(place, 'old'))
  for (const title of ['one', 'two', 'three']) {
    await library.add('briefs', aBrief(await library.newId(title), { title }))
    await library.keepVersion(title)
  }
  await library.update('briefs', 'one', brief => ({ ...brief, body: 'Later.' }))
  await library.remove('three')
  await library.attach('a'.repeat(64), new TextEncoder().encode('not that sum'))
  await exportLibrary(library, join(place, 'export'), day)
  const before = (await everythingIn(library)) as Record<string, unknown>
  await library.close()
  return { place, before: { ...before, originals: [] } }
}

test('whenever the disk fills, importing again ends in the same library', async () => {
  const { place, before } = await exported()
  let brokenOff = 0
  for (let at = 1; at <= 60; at += 3) {
    const folder = join(place, `new-${at}`)
    await (await open(folder)).close()
    const full = await open(folder, failingDisk({ at, code: 'ENOSPC', forGood: true }).disk)
    const error = await importLibrary(full, join(place, 'export'), day).then(
      () => null,
      (reason: Error) => reason,
    )
    await full.close()
    if (error) {
      expect(error.message).toMatch(
        /broke off after \d+ records: the disk is full\. .*Import the folder again to go on/s,
      )
      brokenOff += 1
    }
    const again = await open(folder)
    expect(again.describe().setAside).toEqual([])
    expect((await importLibrary(again, join(place, 'export'), day)).renamed).toEqual([])
    expect(await everythingIn(again)).toEqual(before)
    await again.close()
  }
  expect(brokenOff).toBeGreaterThan(5)
})

test('a library that can only be read takes nothing in', async () => {
  const { place } = await exported()
  await (await open(join(place, 'new'))).close()
  const library = await open(join(place, 'new'), systemDisk, 'read')
  await expect(importLibrary(library, join(place, 'export'), day)).rejects.toThrow(/so nothing was imported/)
  expect(library.list('briefs')).toEqual([])
  await library.close()
})
