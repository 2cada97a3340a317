import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileNameOf } from '../../../main/requests/export-target.ts'
import { noFailures } from '../../../main/requests/failure.ts'
import { requestNames } from '../../../shared/request-names.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { ownPdf } from '../own-pdf.ts'
import { openDesk } from './desk.ts'

describe('the door to requests', () => {
  test('notes what nobody foresaw, and none of what is refused', async () => {
    const noted: unknown[] = []
    const fault = new TypeError('not foreseen')
    const { answer } = await openDesk({
      failures: { ...noFailures, noteInRequest: thrown => noted.push(thrown) },
      dialogs: { chooseBriefPdf: () => Promise.reject(fault) },
    })
    expect(await answer('record.get', { id: 'none' })).toMatchObject({ ok: false })
    expect(noted).toEqual([])
    expect(await answer('brief.open', { file: null })).toMatchObject({ ok: false })
    expect(noted).toEqual([fault])
  })

  test('refuses a name that is none, among them what every object has', async () => {
    const { answer } = await openDesk()
    for (const name of ['quote.destroy', 'toString', '__proto__', 'constructor', 7, null]) {
      expect(await answer(name as never, {})).toMatchObject({ ok: false, problem: { code: 'bad-input' } })
    }
  })

  test.each(requestNames)('%s refuses input of a wrong shape', async name => {
    const { answer } = await openDesk()
    for (const input of [null, 'text', 7, [], { unknownField: true }]) {
      expect(await answer(name, input)).toMatchObject({ ok: false, problem: { code: 'bad-input' } })
    }
  })
})

describe('sources', () => {
  test('several files are imported; one that cannot be read does not stop the others', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'a.md'), '# One\n\nText')
    writeFileSync(join(folder, 'b.md'), '')
    const files = [join(folder, 'a.md'), join(folder, 'b.md'), join(folder, 'c.md')]
    const { ask, folder: libraryFolder } = await openDesk({
      dialogs: { chooseSources: async () => files, chooseExport: async () => null },
    })
    const { sources, failures } = await ask('source.import', {})
    expect(sources).toMatchObject([{ id: 'one', title: 'One' }])
    expect(failures.map(({ file }) => file)).toEqual([files[1], files[2]])
    const sha256 = createHash('sha256').update('# One\n\nText').digest('hex')
    expect(readFileSync(join(libraryFolder, 'attachments', sha256), 'utf8')).toBe('# One\n\nText')
  })

  test('a dropped file becomes a source, and a path in its name does not', async () => {
    const { ask } = await openDesk()
    const bytes = new TextEncoder().encode('Words.')
    expect(await ask('source.capture', { name: '../../etc/note.txt', bytes })).toMatchObject({
      sources: [{ attachment: { name: 'note.txt' }, kind: 'text' }],
      failures: [],
      isCancelled: false,
    })
  })

  test('what is said of a source is changed, and its text is not', async () => {
    const { ask } = await openDesk()
    const { id } = (await ask('source.paste', { text: 'Words.' })).source
    const source = await ask('source.set', { id, fields: { publisher: 'The Paper', publishedOn: '2025-05' } })
    expect(source).toMatchObject({ publisher: 'The Paper', publishedOn: '2025-05', text: 'Words.' })
    await expect(ask('source.set', { id, fields: { publishedOn: 'soon' } })).rejects.toThrow(
      /published on is not a date/,
    )
    await expect(ask('source.set', { id, fields: { url: 'javascript:alert(1)' } })).rejects.toThrow(/url/)
  })
})

describe('briefs', () => {
  test('a new brief has its template’s form', async () => {
    const { ask } = await openDesk()
    const brief = await ask('brief.create', { template: 'uk-submission', title: 'Treasury holdings' })
    expect(brief).toMatchObject({ id: 'treasury-holdings', marking: 'OFFICIAL', date: null, issues: [] })
    expect(brief.body).toContain('Recommendation')
    await expect(ask('brief.create', { template: 'haiku', title: 'x' })).rejects.toThrow(/choose one of/)
  })

  test('is renamed, duplicated and deleted', async () => {
    const { ask } = await openDesk()
    const { id } = await ask('brief.create', { template: 'uk-submission', title: 'One', body: 'Text' })
    await ask('brief.set', { id, fields: { title: 'Two' } })
    const copy = await ask('brief.duplicate', { id })
    expect(copy).toMatchObject({ title: 'Two (copy)', body: 'Text' })
    await ask('record.delete', { id })
    expect((await ask('library.list', {})).briefs.map(brief => brief.id)).toEqual([copy.id])
    expect((await ask('trash.list', {})).records).toMatchObject([{ collection: 'briefs', record: { id } }])
  })

  test('a copy whose title grows too long is refused in plain words', async () => {
    const { ask, answer } = await openDesk()
    const { id } = await ask('brief.create', { template: 'uk-submission', title: 'a'.repeat(995) })
    expect(await answer('brief.duplicate', { id })).toEqual({
      ok: false,
      problem: {
        code: 'refused',
        message:
          'It could not be saved: title has more than 1000 characters. Nothing was changed; correct it and try again.',
      },
    })
    expect((await ask('library.list', {})).briefs).toHaveLength(1)
  })

  test('evidence and sources in use are deleted only when asked twice', async () => {
    const { ask, answer } = await openDesk()
    const source = (await ask('source.paste', { text: 'He said: “It does exist as an option.”' })).source
    const quote = await ask('quote.create', {
      place: { source: source.id, exact: 'It does exist as an option.' },
      fields: { speaker: 'Kato' },
    })
    await ask('brief.create', { template: 'uk-submission', title: 'Holdings', body: `::quote{#${quote.id}}` })
    expect(await answer('record.delete', { id: quote.id })).toMatchObject({
      ok: false,
      problem: { code: 'in-use', message: expect.stringContaining('the brief “Holdings”') },
    })
    expect(await answer('record.delete', { id: source.id })).toMatchObject({
      ok: false,
      problem: { code: 'in-use' },
    })
    await ask('record.delete', { id: quote.id, evenIfUsed: true })
    expect((await ask('library.list', {})).quotes).toEqual([])
  })
})

describe('exporting', () => {
  const pdf = new TextEncoder().encode('%PDF-1.7 bytes')

  async function deskWithBrief(file: string | null, print: () => Promise<Uint8Array> = async () => pdf) {
    const desk = await openDesk({
      dialogs: { chooseSources: async () => [], chooseExport: async () => file },
      printer: { print },
    })
    const { id } = await desk.ask('brief.create', {
      template: 'uk-submission',
      title: 'Holdings',
      body: 'See :quote[it]{#gone}.',
    })
    return { ...desk, id }
  }

  test('writes what was printed and gives the findings', async () => {
    const file = join(temporaryFolder(), 'holdings.pdf')
    const { ask, id } = await deskWithBrief(file)
    const outcome = await ask('brief.export', { id })
    expect(readFileSync(file)).toEqual(Buffer.from(pdf))
    expect(outcome).toMatchObject({
      file,
      brief: id,
      findings: [{ rule: 'reference-dangling', line: 1, column: 5 }],
    })
  })

  test('does nothing where the dialog was closed', async () => {
    const { ask, id } = await deskWithBrief(null)
    expect(await ask('brief.export', { id })).toBeNull()
  })

  test('says why a failed print failed, and leaves no file and no half of one', async () => {
    const folder = temporaryFolder()
    const { ask, id } = await deskWithBrief(join(folder, 'a.pdf'), async () =>
      Promise.reject(new Error('the printer is on fire')),
    )
    await expect(ask('brief.export', { id })).rejects.toThrow(
      /“Holdings” could not be printed: the printer is on fire.*No file was written/,
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    [
      'a folder that is not there',
      (folder: string) => join(folder, 'none', 'a.pdf'),
      /the folder is not there/,
    ],
    ['the name of a folder', (folder: string) => join(folder, 'taken.pdf'), /a folder has that name/],
  ])('refuses %s before it prints', async (_name, target, message) => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'taken.pdf'))
    let isPrinted = false
    const { ask, id } = await deskWithBrief(target(folder), async () => {
      isPrinted = true
      return pdf
    })
    await expect(ask('brief.export', { id })).rejects.toThrow(message)
    expect(isPrinted).toBe(false)
  })

  test.each([
    [
      'a file that is no PDF',
      (file: string) => writeFileSync(file, 'Dear diary'),
      /a file that is not an export of Dispatch Box has that name/,
    ],
    [
      'a PDF of somebody else',
      (file: string) => writeFileSync(file, '%PDF-1.7 Dear diary'),
      /a file that is not an export of Dispatch Box has that name/,
    ],
    [
      'an export that somebody has signed since',
      (file: string) => writeFileSync(file, `${ownPdf()} Dear diary startxref`),
      /that file was changed since Dispatch Box wrote it, and the changes would be lost/,
    ],
    [
      'a link to a file that is no PDF',
      (file: string) => {
        writeFileSync(`${file}.txt`, 'Dear diary')
        symlinkSync(`${file}.txt`, file)
      },
      /a file that is not an export of Dispatch Box has that name/,
    ],
    ['a device', (file: string) => symlinkSync('/dev/null', file), /a device or a pipe, not a file/],
    [
      'a pipe',
      (file: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', file]),
      /a device or a pipe, not a file/,
    ],
    [
      'a link that leads nowhere',
      (file: string) => symlinkSync(`${file}.none`, file),
      /choose another place/,
    ],
  ])('never replaces %s, and says so before it prints', async (_name, plant, message) => {
    const folder = temporaryFolder()
    const file = join(folder, 'taken.pdf')
    plant(file)
    const before = lstatSync(file)
    let isPrinted = false
    const { ask, id } = await deskWithBrief(file, async () => {
      isPrinted = true
      return pdf
    })
    await expect(ask('brief.export', { id })).rejects.toThrow(message)
    expect(isPrinted).toBe(false)
    expect(lstatSync(file).ino).toBe(before.ino)
    if (before.isFile()) expect(readFileSync(file, 'utf8')).toContain('Dear diary')
  })

  test.each([
    ['an earlier export', ownPdf('old')],
    ['an empty file', ''],
  ])('replaces %s', async (_name, content) => {
    const file = join(temporaryFolder(), 'holdings.pdf')
    writeFileSync(file, content)
    const { ask, id } = await deskWithBrief(file)
    await ask('brief.export', { id })
    expect(readFileSync(file)).toEqual(Buffer.from(pdf))
  })

  test('writes through a link, which stays', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'real.pdf'), ownPdf('old'))
    symlinkSync('real.pdf', join(folder, 'link.pdf'))
    const { ask, id } = await deskWithBrief(join(folder, 'link.pdf'))
    expect(await ask('brief.export', { id })).toMatchObject({ file: join(folder, 'link.pdf') })
    expect(lstatSync(join(folder, 'link.pdf')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real.pdf'))).toEqual(Buffer.from(pdf))
  })

  test('refuses a brief that is not there', async () => {
    const { ask } = await deskWithBrief(null)
    await expect(ask('brief.export', { id: 'unknown' })).rejects.toThrow(/There is no brief "unknown"/)
  })

  test.each([
    ['Japan: “options” / open?', 'Japan “options” open'],
    ['../../etc', 'etc'],
    ['CON', 'Brief CON'],
    ['…', '…'],
    ['. .', 'Brief'],
    ['漢'.repeat(100), '漢'.repeat(60)],
    [`a${'漢'.repeat(100)}`, `a${'漢'.repeat(59)}`],
  ])('the file of “%s” is called %s', (title, name) => {
    expect(fileNameOf(title)).toBe(name)
  })
})

describe('a way back', () => {
  test('a deleted brief is shown without its text in the trash, taken back, and deleted for good', async () => {
    const { ask } = await openDesk()
    const { id } = await ask('brief.create', { template: 'uk-submission', title: 'One', body: 'Text' })
    await ask('record.delete', { id })
    const { records } = await ask('trash.list', {})
    expect(records).toMatchObject([{ collection: 'briefs', record: { id, title: 'One' } }])
    expect(records[0]?.record).not.toHaveProperty('body')
    expect(await ask('trash.restore', { id })).toMatchObject({ record: { body: 'Text' } })
    await ask('record.delete', { id })
    expect(await ask('trash.empty', {})).toEqual({ deleted: 1 })
    await expect(ask('trash.restore', { id })).rejects.toThrow(/^not-found/)
  })

  test('an earlier version of a brief is seen and brought back', async () => {
    const { ask } = await openDesk()
    const { id } = await ask('brief.create', { template: 'uk-submission', title: 'One', body: 'Old' })
    // A minute passes with every look at the clock, which ends a thought.
    await ask('brief.set', { id, fields: { body: 'New' } })
    const { versions } = await ask('version.list', { id })
    expect(versions).toHaveLength(1)
    const [at = ''] = versions
    expect(await ask('version.get', { id, at })).toMatchObject({ record: { body: 'Old' } })
    expect(await ask('version.restore', { id, at })).toMatchObject({ record: { body: 'Old' } })
    expect((await ask('version.list', { id })).versions).toHaveLength(2)
    await expect(ask('version.get', { id, at: '2020-01-01T00:00:00.000Z' })).rejects.toThrow(/^not-found/)
    await expect(ask('version.get', { id, at: '../../x' })).rejects.toThrow(/^bad-input/)
  })

  test('text that was typed and not saved is offered after the process ended, and not once it is saved', async () => {
    const { ask, folder, library } = await openDesk()
    const { id } = await ask('brief.create', { template: 'uk-submission', title: 'One', body: 'Saved.' })
    await ask('draft.keep', { id, fields: { body: 'Saved. And typed.' } })
    await library.close()
    const after = await openDesk({}, folder)
    expect(await after.ask('draft.list', {})).toEqual({
      drafts: [{ id, at: expect.any(String), fields: { body: 'Saved. And typed.' } }],
      strays: [],
    })
    await after.ask('brief.set', { id, fields: { body: 'Saved. And typed.' } })
    expect(await after.ask('draft.list', {})).toEqual({ drafts: [], strays: [] })
    await after.ask('draft.drop', { id, at: '2025-05-03T10:00:00.000Z' })
    await expect(after.ask('draft.keep', { id: 'none', fields: {} })).rejects.toThrow(/^not-found/)
  })
})

test('what was changed of a state that another program has replaced is brought together with theirs', async () => {
  const { ask, library, folder } = await openDesk()
  const brief = await ask('brief.create', {
    template: 'uk-submission',
    title: 'One',
    body: 'First.\n\nSecond.',
  })
  const file = join(folder, 'briefs', `${brief.id}.json`)
  const taken = new Promise<void>(done => library.watch(() => done()))
  writeFileSync(file, JSON.stringify({ ...brief, body: 'First, theirs.\n\nSecond.' }))
  await taken
  const fields = { body: 'First.\n\nSecond, ours.' }
  const saved = await ask('brief.set', { id: brief.id, fields, since: brief.updatedAt })
  expect(saved.body).toBe('First, theirs.\n\nSecond, ours.')
  expect(JSON.parse(readFileSync(file, 'utf8')).body).toBe(saved.body)
})
