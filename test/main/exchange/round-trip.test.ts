// Moving house: what an export holds is what an import gives back.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportLibrary } from '../../../main/exchange/export-library.ts'
import { importLibrary } from '../../../main/exchange/import-library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import '../../property-seed.ts'
import { arbitraryLibrary, everythingIn, fillLibrary } from './arbitrary-library.ts'

const day = new Date('2026-01-02T00:00:00.000Z')

function open(folder: string) {
  let minutes = Date.parse('2026-01-01T00:00:00.000Z') / 60_000
  return openLibrary({ folder, access: 'write', now: () => new Date(minutes++ * 60_000) })
}

test('any library, exported and imported into an empty one, is the same library', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLibrary, async parts => {
      const place = mkdtempSync(join(tmpdir(), 'dispatch-box-test-'))
      try {
        const [one, other] = [await open(join(place, 'one')), await open(join(place, 'other'))]
        await fillLibrary(one, parts)
        const exported = await exportLibrary(one, join(place, 'export'), day)
        expect(exported.problems).toEqual([])
        const imported = await importLibrary(other, join(place, 'export'), day)
        expect(imported).toMatchObject({ problems: [], edited: 0, alreadyHere: 0, renamed: [] })
        const before = await everythingIn(one)
        expect(await everythingIn(other)).toEqual(before)
        // And so it is after a restart, and where it is imported once more.
        await other.close()
        const again = await open(join(place, 'other'))
        expect(again.describe().setAside).toEqual([])
        expect(await everythingIn(again)).toEqual(before)
        expect(await importLibrary(again, join(place, 'export'), day)).toMatchObject({
          added: 0,
          toTrash: 0,
          versions: 0,
          originals: 0,
          renamed: [],
          problems: [],
        })
        expect(await everythingIn(again)).toEqual(before)
        await Promise.all([one.close(), again.close()])
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('no two files of an export are one on a disk that does not tell capitals apart', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLibrary, async parts => {
      const place = mkdtempSync(join(tmpdir(), 'dispatch-box-test-'))
      try {
        const library = await open(join(place, 'one'))
        await fillLibrary(library, parts)
        await exportLibrary(library, join(place, 'export'), day)
        const paths = readdirSync(join(place, 'export'), { recursive: true }).map(String)
        const folded = paths.map(path => path.normalize('NFKD').toLowerCase())
        expect(new Set(folded).size).toBe(paths.length)
        for (const path of paths)
          for (const name of path.split('/')) {
            expect(name).not.toMatch(/[<>:"\\|?*\p{Cc}]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu)
            expect(Buffer.byteLength(name)).toBeLessThan(200)
          }
        await library.close()
      } finally {
        rmSync(place, { recursive: true, force: true })
      }
    }),
    { numRuns: 30 },
  )
}, 60_000)
