import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { restoreBackup, verifyBackup } from '../../../main/library/backup.ts'
import { backUpDaily, backupsToThin } from '../../../main/library/daily-backup.ts'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { takeSnapshot } from '../../../main/library/snapshot.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'

const day = 24 * 60 * 60 * 1000
const now = () => new Date(testTime)
const open = (folder: string) => openLibrary({ folder, access: 'write', now })

/** An open library with records, a deleted one, an earlier version and an original file. */
async function desk(): Promise<{ library: Library; place: string }> {
  const place = temporaryFolder()
  const library = await open(join(place, 'library'))
  for (const id of ['one', 'two', 'gone']) await library.add('briefs', aBrief(id))
  await library.update('briefs', 'one', brief => ({ ...brief, body: 'Newer.' }))
  await library.revert('one', (await library.versions('one'))[0] ?? '').catch(() => undefined)
  await library.remove('gone')
  await library.attach('d'.repeat(64), new TextEncoder().encode('an original'))
  return { library, place }
}

/** Every file of a folder with its bytes, but for what belongs to the process that has it open. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter(
        entry => entry.isFile() && !entry.name.startsWith('.') && basename(entry.parentPath) !== 'index',
      )
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [path.slice(folder.length), readFileSync(path, 'latin1')]),
  )
}

describe('a backup', () => {
  test('is unpacked into the same library, byte for byte', async () => {
    const { library, place } = await desk()
    const made = await library.backUp(join(place, 'backup.zip'))
    const restored = join(place, 'restored')
    expect(await restoreBackup(made.file, restored)).toBe(made.files)
    expect(filesIn(restored)).toEqual(filesIn(library.folder))
    const again = await open(restored)
    expect(
      again
        .list('briefs')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['one', 'two'])
    expect(await again.trashed()).toHaveLength(1)
    await again.close()
    await library.close()
    // Nothing is left of the snapshot it was made from.
    expect(readdirSync(library.folder).filter(name => name.startsWith('.snapshot'))).toEqual([])
  })

  test('is of one moment, also while saves of several records go on', async () => {
    const { library, place } = await desk()
    const save = (body: string) =>
      library.saveAll(
        ['one', 'two'].map(id => ({ collection: 'briefs' as const, id, after: aBrief(id, { body }) })),
      )
    let isDone = false
    const writing = (async () => {
      for (let round = 0; !isDone; round++) await save(`round ${round}`)
    })()
    for (let turn = 0; turn < 5; turn++) {
      const { file } = await library.backUp(join(place, `backup-${turn}.zip`))
      await restoreBackup(file, join(place, `restored-${turn}`))
      const again = await open(join(place, `restored-${turn}`))
      expect((await again.get('briefs', 'one')).body).toBe((await again.get('briefs', 'two')).body)
      expect(readdirSync(join(again.folder, 'intents'))).toEqual([])
      await again.close()
    }
    isDone = true
    await writing
    await library.close()
  })

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /no whole ZIP file/],
    ['empty', () => Buffer.alloc(0), /no whole ZIP file/],
    ['another file', () => Buffer.from('A letter.'), /no whole ZIP file/],
    [
      'changed in one byte',
      (bytes: Buffer) => {
        const name = `attachments/${'d'.repeat(64)}`
        // Within the content that follows the name.
        const at = bytes.indexOf(name) + name.length + 4
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ 1
        return changed
      },
      /cannot be used/,
    ],
  ])('that is %s is refused, and nothing of it is unpacked', async (_what, damage, message) => {
    const { library, place } = await desk()
    const { file } = await library.backUp(join(place, 'backup.zip'))
    await library.close()
    const damaged = join(place, 'damaged.zip')
    writeFileSync(damaged, damage(readFileSync(file)))
    await expect(restoreBackup(damaged, join(place, 'restored'))).rejects.toThrow(message)
    expect(existsSync(join(place, 'restored'))).toBe(false)
    expect(readdirSync(place).filter(name => name.includes('.tmp'))).toEqual([])
  })

  test('is never unpacked over something else', async () => {
    const { library, place } = await desk()
    const { file } = await library.backUp(join(place, 'backup.zip'))
    await library.close()
    mkdirSync(join(place, 'taken'))
    writeFileSync(join(place, 'taken', 'mine.txt'), 'mine')
    await expect(restoreBackup(file, join(place, 'taken'))).rejects.toThrow(/is not empty/)
    await expect(restoreBackup(file, library.folder)).rejects.toThrow(/is not empty/)
    expect(readdirSync(join(place, 'taken'))).toEqual(['mine.txt'])
    writeFileSync(join(place, 'notes.txt'), 'mine')
    await expect(restoreBackup(file, join(place, 'notes.txt'))).rejects.toThrow(/or no folder/)
    expect(readFileSync(join(place, 'notes.txt'), 'utf8')).toBe('mine')
  })

  test('has files of any size in it', async () => {
    const { library, place } = await desk()
    const large = Buffer.alloc(3 << 20, 'An original of many pages. ')
    await library.attach('e'.repeat(64), large)
    const { file, files } = await library.backUp(join(place, 'backup.zip'))
    expect(await restoreBackup(file, join(place, 'restored'))).toBe(files)
    expect(readFileSync(join(place, 'restored/attachments', 'e'.repeat(64))).equals(large)).toBe(true)
    await library.close()
  })

  test('is of more files than are linked at once', async () => {
    const { library, place } = await desk()
    for (let each = 0; each < 150; each++)
      await library.attach(String(each).padStart(64, '0'), Buffer.from(String(each)))
    const { file } = await library.backUp(join(place, 'backup.zip'))
    await restoreBackup(file, join(place, 'restored'))
    expect(filesIn(join(place, 'restored'))).toEqual(filesIn(library.folder))
    await library.close()
  })

  test.each(['reading', 'writing', 'verifying'] as const)(
    'that is broken off while it is %s leaves nothing, and the one before it',
    async stage => {
      const { library, place } = await desk()
      const { file } = await library.backUp(join(place, 'backup.zip'))
      const before = readFileSync(file)
      const stop = new AbortController()
      const told: string[] = []
      const onProgress = (progress: { stage: string }) => {
        told.push(progress.stage)
        if (progress.stage === stage) stop.abort()
      }
      await expect(library.backUp(file, { signal: stop.signal, onProgress })).rejects.toThrow('aborted')
      expect(told.at(-1)).toBe(stage)
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(readdirSync(place).sort()).toEqual(['backup.zip', 'library'])
      expect(readdirSync(library.folder).filter(name => name.startsWith('.snapshot'))).toEqual([])
      // Saves go on.
      await library.update('briefs', 'one', brief => ({ ...brief, body: 'Newer still.' }))
      await library.close()
    },
  )

  test('is not made of a library that has links for folders, and leaves nothing', async () => {
    const { library, place } = await desk()
    await library.close()
    symlinkSync(place, join(library.folder, 'elsewhere'), 'junction')
    await expect(takeSnapshot(library.folder)).rejects.toThrow('is a link')
    expect(readdirSync(library.folder).filter(name => name.startsWith('.snapshot'))).toEqual([])
  })

  test('that cannot be written leaves the one before it', async () => {
    const { library, place } = await desk()
    const { file } = await library.backUp(join(place, 'backup.zip'))
    mkdirSync(join(place, 'folder.zip'))
    await expect(library.backUp(join(place, 'folder.zip'))).rejects.toThrow()
    await expect(library.backUp(join(file, 'within.zip'))).rejects.toThrow()
    expect((await verifyBackup(file)).files.length).toBeGreaterThan(0)
    expect(readdirSync(place).sort()).toEqual(['backup.zip', 'folder.zip', 'library'])
    await library.close()
  })
})

describe('the daily backup', () => {
  test('is made once a day, and again where the clock was set back', async () => {
    const { library, place } = await desk()
    const folder = join(place, 'backups')
    const at = (days: number) => new Date(now().getTime() + days * day)
    expect(await backUpDaily(library, folder, at(0))).not.toBeNull()
    expect(await backUpDaily(library, folder, at(0.5))).toBeNull()
    expect(await backUpDaily(library, folder, at(1.1))).not.toBeNull()
    expect(await backUpDaily(library, folder, at(-3))).not.toBeNull()
    writeFileSync(join(folder, 'mine.zip'), 'mine')
    for (let days = 2; days < 30; days++) await backUpDaily(library, folder, at(days))
    const names = readdirSync(folder)
    expect(names).toContain('mine.zip')
    expect(names.length).toBeLessThanOrEqual(1 + 7 + 4 + 2)
    await library.close()
  }, 60_000)

  test('keeps the newest of seven days, four weeks and twelve months, and no more', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 1200 * day }), { maxLength: 300 })
    fc.assert(
      fc.property(times, all => {
        const gone = new Set(backupsToThin(all))
        const left = all.filter(time => !gone.has(time))
        expect(left.length).toBeLessThanOrEqual(7 + 4 + 12)
        if (all.length > 0) expect(left).toContain(Math.max(...all))
        expect(backupsToThin(left)).toEqual([])
      }),
    )
    const daily = Array.from({ length: 400 }, (_, index) => index * day + 1)
    const left = daily.length - backupsToThin(daily).length
    expect(left).toBeGreaterThanOrEqual(7 + 2 + 10)
  })
})
