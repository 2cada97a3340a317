import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Disk, systemDisk } from '../../../main/library/durable-file.ts'
import { takeLibraryLock } from '../../../main/library/lock.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { finishRestore, putInPlace, unpackBeside } from '../../../main/library/restore-in-place.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { aBrief, testTime } from './a-brief.ts'

const now = () => new Date(testTime)
const open = (folder: string) => openLibrary({ folder, access: 'write', now })

/** A closed library that says “Now.”, and a backup in which it said “Then.”. */
async function desk() {
  const place = temporaryFolder()
  const folder = join(place, 'library')
  const library = await open(folder)
  await library.add('briefs', aBrief('one', { body: 'Then.' }))
  const { file: backup } = await library.backUp(join(place, 'backup.zip'))
  await library.update('briefs', 'one', brief => ({ ...brief, body: 'Now.' }))
  await library.close()
  /** What a library says; null where there is none. */
  const bodyIn = async (path: string) => {
    if (!existsSync(path)) return null
    const opened = await open(path)
    const { body } = await opened.get('briefs', 'one')
    await opened.close()
    return body
  }
  const besides = () => readdirSync(place).filter(name => !['library', 'backup.zip'].includes(name))
  return { place, folder, backup, bodyIn, besides }
}

/** A disk that stops for ever after some calls, as for a process that was killed there. */
function dyingDisk(calls: number): { disk: Disk; isDead: () => boolean } {
  let left = calls
  const dying = <Given extends unknown[], T>(work: (...given: Given) => Promise<T>) => {
    return (...given: Given): Promise<T> =>
      left-- > 0 ? work(...given) : Promise.reject(new Error('killed'))
  }
  const { open, link, copy, rename, unlink, flushFolder } = systemDisk
  const disk = {
    open: dying(open),
    link: dying(link),
    copy: dying(copy),
    rename: dying(rename),
    unlink: dying(unlink),
    flushFolder: dying(flushFolder),
  }
  return { disk, isDead: () => left < 0 }
}

describe('a backup put in the place of a library', () => {
  test('is what is opened then, and what was there stands whole beside it', async () => {
    const { folder, backup, bodyIn, besides } = await desk()
    const outcome = await putInPlace(await unpackBeside(backup, folder, now()))
    expect(outcome).toMatchObject({ is: 'restored', backup })
    expect(await bodyIn(folder)).toBe('Then.')
    expect(await bodyIn(outcome.aside)).toBe('Now.')
    expect(besides()).toEqual(['library.before-restore-2025-05-03T10-00-00.000Z'])
    expect(await finishRestore(folder)).toBeNull()
  })

  test('is whole or not there after the next start, wherever the process was killed', async () => {
    const seen: string[] = []
    for (let calls = 0; ; calls++) {
      const { folder, backup, bodyIn, besides } = await desk()
      const unpacked = await unpackBeside(backup, folder, now())
      const { disk, isDead } = dyingDisk(calls)
      await putInPlace(unpacked, disk).catch(() => undefined)
      const outcome = await finishRestore(folder)
      const body = await bodyIn(folder)
      seen.push(`${outcome?.is ?? 'nothing'} ${body}`)
      if (body === 'Then.') expect(await bodyIn(unpacked.aside)).toBe('Now.')
      else expect(body).toBe('Now.')
      const isBegun = outcome !== null || body === 'Then.'
      // An attempt that was not even marked leaves an unpacked backup, and nothing else.
      const left = body === 'Then.' ? /before-restore/ : isBegun ? /^$/ : /restored-|\.tmp$/
      for (const name of besides()) expect(name).toMatch(left)
      expect(await finishRestore(folder)).toBeNull()
      if (!isDead()) break
    }
    // Each way to end was met: before the mark, before the first move, between both, and after.
    expect([...new Set(seen)]).toEqual(['nothing Now.', 'undone Now.', 'restored Then.', 'nothing Then.'])
  })

  test('goes back where the unpacked backup cannot be moved', async () => {
    const { folder, backup, bodyIn, besides } = await desk()
    const unpacked = await unpackBeside(backup, folder, now())
    const rename = (from: string, to: string) =>
      from === unpacked.fresh ? Promise.reject(new Error('no')) : systemDisk.rename(from, to)
    await expect(putInPlace(unpacked, { ...systemDisk, rename })).rejects.toThrow('no')
    expect(await bodyIn(folder)).toBe('Now.')
    expect(besides()).toEqual([])
  })

  test('is undone at the next start where what was unpacked is gone', async () => {
    const { folder, backup, bodyIn } = await desk()
    const unpacked = await unpackBeside(backup, folder, now())
    let renames = 0
    const rename = (from: string, to: string) =>
      ++renames > 2 ? Promise.reject(new Error('killed')) : systemDisk.rename(from, to)
    await putInPlace(unpacked, { ...systemDisk, rename }).catch(() => undefined)
    expect(existsSync(folder)).toBe(false)
    await systemDisk.rename(unpacked.fresh, `${unpacked.fresh}-elsewhere`)
    expect(await finishRestore(folder)).toMatchObject({ is: 'undone' })
    expect(await bodyIn(folder)).toBe('Now.')
  })

  test('touches nothing where another library began in that place meanwhile', async () => {
    const { folder, backup, bodyIn } = await desk()
    const unpacked = await unpackBeside(backup, folder, now())
    let renames = 0
    const rename = (from: string, to: string) =>
      ++renames > 2 ? Promise.reject(new Error('killed')) : systemDisk.rename(from, to)
    await putInPlace(unpacked, { ...systemDisk, rename }).catch(() => undefined)
    mkdirSync(folder)
    expect(await finishRestore(folder)).toMatchObject({ is: 'left' })
    expect(await bodyIn(unpacked.aside)).toBe('Now.')
    expect(await bodyIn(unpacked.fresh)).toBe('Then.')
  })

  test('waits for nobody who has the library open, and changes nothing then', async () => {
    const { folder, backup, bodyIn, besides } = await desk()
    const unpacked = await unpackBeside(backup, folder, now())
    const { lock } = await takeLibraryLock(folder, 'window', 0)
    await expect(putInPlace(unpacked)).rejects.toThrow('in use by another Dispatch Box')
    lock?.release()
    expect(await bodyIn(folder)).toBe('Now.')
    expect(besides()).toEqual([])
  })

  test('is not ended by another process while it is under way', async () => {
    const { folder, backup } = await desk()
    const unpacked = await unpackBeside(backup, folder, now())
    let during: unknown = null
    const rename = async (from: string, to: string) => {
      if (from === unpacked.fresh) during = await finishRestore(folder).catch(error => error.message)
      return systemDisk.rename(from, to)
    }
    await putInPlace(unpacked, { ...systemDisk, rename })
    expect(during).toMatch(/is being put in the place of/)
  })

  test('is refused where it is damaged, or the library’s folder is a link', async () => {
    const { place, folder, backup, bodyIn, besides } = await desk()
    writeFileSync(join(place, 'half.zip'), 'PK')
    await expect(unpackBeside(join(place, 'half.zip'), folder, now())).rejects.toThrow('cannot be used')
    symlinkSync(folder, join(place, 'link'))
    await expect(unpackBeside(backup, join(place, 'link'), now())).rejects.toThrow('is a link')
    expect(await bodyIn(folder)).toBe('Now.')
    expect(besides()).toEqual(['half.zip', 'link'])
  })

  test('a mark that names other folders than a restore makes is not followed', async () => {
    const { place, folder, bodyIn } = await desk()
    const named = { schema: 1, backup: 'b', fresh: '../precious', aside: 'library.before-restore-x' }
    writeFileSync(join(place, '.library.restore.json'), JSON.stringify(named))
    expect(await finishRestore(folder)).toBeNull()
    expect(await bodyIn(folder)).toBe('Now.')
  })
})
