// What goes wrong on real disks: in each case a clear sentence, the rest of the library works, and nothing is lost.
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLibrary } from '../../../main/library/open-library.ts'
import { problemOf } from '../../../main/requests/answer.ts'
import type { Quote } from '../../../shared/model/records.ts'
import { canMount, fill, smallDisk } from '../../small-disk.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { unsetQuote } from '../../unset-fields.ts'
import { aBrief, testTime } from './a-brief.ts'

const now = () => new Date(testTime)
const open = (folder: string, access: 'write' | 'read' = 'write') => openLibrary({ folder, access, now })

/** A closed library that holds the briefs “one” and “two”. */
async function library(folder = join(temporaryFolder(), 'library')): Promise<string> {
  const opened = await open(folder)
  for (const id of ['one', 'two']) await opened.add('briefs', aBrief(id))
  await opened.close()
  return folder
}

const message = (work: Promise<unknown>) =>
  work.then(
    () => 'it was done',
    error => problemOf(error).message,
  )

const idsIn = (opened: Awaited<ReturnType<typeof open>>) =>
  opened
    .list('briefs')
    .map(({ id }) => id)
    .sort()

describe('the disk', () => {
  test.runIf(canMount)(
    'that is full refuses a save in plain words, and takes it once there is room',
    async () => {
      const place = smallDisk('600k')
      const folder = await library(join(place, 'library'))
      const opened = await open(folder)
      const filler = fill(place)
      const longer = { body: 'Words. '.repeat(10_000) }
      const change = () => opened.update('briefs', 'one', brief => ({ ...brief, ...longer }))
      expect(await message(change())).toMatch(/the disk is full.*Nothing that was saved before is lost/)
      expect((await opened.get('briefs', 'one')).body).toBe('Words.')
      expect(JSON.parse(readFileSync(join(folder, 'briefs/one.json'), 'utf8')).body).toBe('Words.')
      expect(readdirSync(join(folder, 'briefs')).filter(name => name.endsWith('.tmp'))).toEqual([])
      rmSync(filler)
      await change()
      expect((await opened.get('briefs', 'one')).body).toBe(longer.body)
      await opened.close()
    },
  )

  test.runIf(canMount)('that can only be read is read, and says so when something is saved', async () => {
    const place = smallDisk('4m')
    const folder = await library(join(place, 'library'))
    execFileSync('mount', ['-o', 'remount,ro', place])
    const reader = await open(folder, 'read')
    expect(idsIn(reader)).toEqual(['one', 'two'])
    await reader.close()
    const opened = await open(folder)
    expect(opened.describe().whyReadOnly).not.toBeNull()
    const change = opened.update('briefs', 'one', brief => ({ ...brief, body: 'More.' }))
    expect(await message(change)).toMatch(/lies where nothing may be written.*Nothing was changed/)
    await opened.close()
    execFileSync('mount', ['-o', 'remount,rw', place])
  })
})

describe('the folder', () => {
  test('removed while it is open refuses saves, and what is on the screen stays', async () => {
    const folder = await library()
    const opened = await open(folder)
    await opened.get('briefs', 'one')
    renameSync(folder, `${folder}-elsewhere`)
    const change = () => opened.update('briefs', 'one', brief => ({ ...brief, body: 'More.' }))
    expect(await message(change())).toMatch(/the folder is not there.*Nothing that was saved before is lost/)
    expect((await opened.get('briefs', 'one')).body).toBe('Words.')
    expect(existsSync(folder)).toBe(false)
    renameSync(`${folder}-elsewhere`, folder)
    await change()
    expect((await opened.get('briefs', 'one')).body).toBe('More.')
    await opened.close()
  })

  test('removed while it is open is not taken for records that were deleted', async () => {
    const folder = await library()
    const opened = await open(folder)
    renameSync(folder, `${folder}-elsewhere`)
    expect(await message(opened.get('briefs', 'one'))).toMatch(/one\.json cannot be read: .*not there/)
    expect(idsIn(opened)).toEqual(['one', 'two'])
    renameSync(`${folder}-elsewhere`, folder)
    expect((await opened.get('briefs', 'one')).body).toBe('Words.')
    await opened.close()
  })

  test('with a file planted under every name a careless writer would use is written all the same', async () => {
    const folder = await library()
    const elsewhere = join(temporaryFolder(), 'elsewhere')
    writeFileSync(elsewhere, 'untouched')
    for (const name of ['.one.json.tmp', 'one.json.tmp', 'one.json~', '.one.json.0.tmp'])
      symlinkSync(elsewhere, join(folder, 'briefs', name))
    const opened = await open(folder)
    await opened.update('briefs', 'one', brief => ({ ...brief, body: 'More.' }))
    await opened.close()
    expect(readFileSync(elsewhere, 'utf8')).toBe('untouched')
  })
})

describe('a record’s file', () => {
  const one = JSON.stringify(aBrief('one'))
  const damages: [string, Uint8Array | string, RegExp][] = [
    ['empty', '', /not whole JSON/],
    ['cut short', one.slice(0, 100), /not whole JSON/],
    ['garbage', 'not JSON at all', /not whole JSON/],
    ['all zeros', new Uint8Array(400), /not whole JSON/],
    ['JSON of another kind', '[1, 2, 3]', /does not fit/],
    ['of a wrong schema', JSON.stringify({ ...aBrief('one'), schema: 'one' }), /“schema” .*does not fit/],
    ['without a field', JSON.stringify({ ...aBrief('one'), body: undefined }), /“body” is missing/],
    ['with a field nobody knows', JSON.stringify({ ...aBrief('one'), colour: 'red' }), /“colour”/],
    ['not UTF-8', Buffer.from(one.replace('Words', 'Wörds'), 'latin1'), /not UTF-8/],
    ['another record’s', JSON.stringify(aBrief('two')), /its id is "two"/],
  ]
  test.each(damages)(
    '%s is set aside with its reason, byte for byte, and the rest opens',
    async (_what, bytes, reason) => {
      const folder = await library()
      writeFileSync(join(folder, 'briefs/one.json'), bytes)
      const opened = await open(folder)
      const [told, ...more] = opened.describe().setAside
      expect(more).toEqual([])
      expect(told?.reason).toMatch(reason)
      expect(new Uint8Array(readFileSync(told?.keptAs ?? ''))).toEqual(new Uint8Array(Buffer.from(bytes)))
      expect(idsIn(opened)).toEqual(['two'])
      await opened.update('briefs', 'two', brief => ({ ...brief, body: 'More.' }))
      await opened.close()
    },
  )

  test('of a newer Dispatch Box is left and named, and the rest opens', async () => {
    const folder = await library()
    writeFileSync(join(folder, 'briefs/one.json'), JSON.stringify({ ...aBrief('one'), schema: 99, more: {} }))
    const opened = await open(folder)
    expect(opened.describe().setAside).toMatchObject([
      { keptAs: null, reason: expect.stringContaining('newer Dispatch Box') },
    ])
    expect(existsSync(join(folder, 'briefs/one.json'))).toBe(true)
    await opened.close()
  })

  test('with an id that another kind of record has is left and named, and the one that was there opens', async () => {
    const folder = await library()
    const { createdAt, updatedAt } = aBrief('one')
    const quote: Quote = {
      ...{ schema: 5, id: 'one', createdAt, updatedAt, tags: [], anchor: null },
      ...{ text: 'Words.', speaker: 'Kato', role: null, organisation: null },
      ...{ cue: null, saidOn: null, kind: 'opinion' as const, ...unsetQuote },
    }
    const file = join(folder, 'quotes/one.json')
    writeFileSync(file, JSON.stringify(quote))
    const opened = await open(folder)
    expect((await opened.find('one')).collection).toBe('briefs')
    expect(opened.describe().setAside).toMatchObject([
      { file, keptAs: null, reason: expect.stringContaining('same id as') },
    ])
    await opened.close()
    expect(statSync(file).isFile()).toBe(true)
    expect(existsSync(join(folder, 'briefs/one.json'))).toBe(true)
  })

  test('that is a link out of the library is not followed', async () => {
    const folder = await library()
    const elsewhere = join(temporaryFolder(), 'one.json')
    renameSync(join(folder, 'briefs/one.json'), elsewhere)
    symlinkSync(elsewhere, join(folder, 'briefs/one.json'))
    const opened = await open(folder)
    expect(idsIn(opened)).toEqual(['two'])
    expect(opened.describe().setAside).toMatchObject([
      { keptAs: null, reason: expect.stringContaining('it is a link') },
    ])
    await opened.close()
    expect(JSON.parse(readFileSync(elsewhere, 'utf8')).body).toBe('Words.')
  })

  // As `npm test -- --data DIR` sets it.
  const data = process.env.DISPATCH_BOX_DATA ?? resolve(import.meta.dirname, '../../../../shared/eval')
  const hostile = join(data, 'hostile/json-parsing')
  test.runIf(existsSync(hostile))(
    'of each of the hostile JSON files is told of or read, and never ends the app',
    async () => {
      const folder = await library()
      const names = readdirSync(hostile)
      names.forEach((name, index) => {
        writeFileSync(join(folder, 'briefs', `hostile-${index}.json`), readFileSync(join(hostile, name)))
      })
      const opened = await open(folder)
      expect(idsIn(opened)).toEqual(['one', 'two'])
      const told = opened.describe().setAside
      expect(told).toHaveLength(names.length)
      for (const { keptAs } of told) {
        const index = Number(/hostile-(\d+)/.exec(keptAs ?? '')?.[1])
        expect(readFileSync(keptAs ?? '')).toEqual(readFileSync(join(hostile, names[index] ?? '')))
      }
      await opened.close()
    },
  )
})

describe('a name', () => {
  test.each(['../x', '/etc/x', 'a/../../x', 'con', '.', '..'])(
    '%j for a title stays within the library',
    async title => {
      const folder = await library()
      const before = readdirSync(join(folder, '..')).sort()
      const opened = await open(folder)
      const id = await opened.newId(title)
      await opened.add('briefs', aBrief(id, { title }))
      await opened.close()
      expect(id).toMatch(/^[a-z0-9-]+$/)
      expect(existsSync(join(folder, 'briefs', `${id}.json`))).toBe(true)
      expect(readdirSync(join(folder, '..')).sort()).toEqual(before)
    },
  )

  test('of 300 characters is kept whole in the record, and short for its file', async () => {
    const folder = await library()
    const title = '報告書 Dispatch '.repeat(24).slice(0, 300)
    const opened = await open(folder)
    const id = await opened.newId(title)
    await opened.add('briefs', aBrief(id, { title: title.trim() }))
    await opened.close()
    const again = await open(folder)
    expect((await again.get('briefs', id)).title).toBe(title.trim())
    expect(Buffer.byteLength(id)).toBeLessThan(150)
    await again.close()
  })
})

test('an original file of 200 MB is kept whole, once', async () => {
  const folder = await library()
  const opened = await open(folder)
  const bytes = new Uint8Array(200 * 1024 * 1024).fill(7)
  const sha256 = 'c'.repeat(64)
  await opened.attach(sha256, bytes)
  const first = statSync(join(folder, 'attachments', sha256))
  await opened.attach(sha256, bytes)
  expect(first.size).toBe(bytes.length)
  expect(statSync(join(folder, 'attachments', sha256)).ino).toBe(first.ino)
  await opened.close()
})
