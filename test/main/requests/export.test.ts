// What a brief is exported as, and how: formats, forms, versions, several at once, and breaking off.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docxParts, wordsOfPart } from '../../docx-parts.ts'
import { drawnPng } from '../../drawn-picture.ts'
import { canMount, fill, smallDisk } from '../../small-disk.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openIssueDesk, pdfOf } from './issue-desk.ts'

const textOf = (file: string) => readFileSync(file, 'utf8')

/** A desk whose dialogs answer with a file and a folder. */
async function openExportDesk(name = 'brief.pdf') {
  const folder = temporaryFolder()
  const file = join(folder, name)
  const desk = await openIssueDesk({
    dialogs: { chooseExport: async () => file, chooseFolder: async () => folder },
  })
  return { ...desk, outFolder: folder, file }
}

describe('formats', () => {
  test('the ending that a person chose counts, not the format that was proposed', async () => {
    const { ask, id, file, printed } = await openExportDesk('brief.html')
    const outcome = await ask('brief.export', { id, choice: { format: 'pdf' } })
    expect(outcome).toMatchObject({ file, also: [], format: 'html', brief: id })
    expect(textOf(file)).toContain('Keep all')
    expect(printed).toEqual([])
  })

  test('a Word document has the words of the brief', async () => {
    const { ask, id, file } = await openExportDesk('brief.docx')
    expect(await ask('brief.export', { id })).toMatchObject({ format: 'docx', also: [] })
    const text = (await docxParts(new Uint8Array(readFileSync(file)))).get('word/document.xml') ?? ''
    expect(wordsOfPart(text).replaceAll('\u00a0', ' ')).toContain('Keep all $1.13 trillion')
  })

  test('Markdown comes with its evidence beside it', async () => {
    const { ask, id, file, outFolder, figure } = await openExportDesk('brief.md')
    const json = join(outFolder, 'brief.json')
    expect(await ask('brief.export', { id })).toMatchObject({ file, also: [json] })
    expect(textOf(file)).toContain('Keep all $1.13 trillion[^source-1] of them.')
    expect(JSON.parse(textOf(json)).evidence).toMatchObject([{ id: figure.id, value: '1130000000000' }])
  })

  test('Markdown has its pictures beside it, and replaces no other file', async () => {
    const { ask, id, file, outFolder, edit } = await openExportDesk('Q3 #2? (a).md')
    const bytes = drawnPng(40, 20)
    const { sha256 } = await ask('brief.attach', { name: 'a.png', bytes })
    await edit(`![Squares](attachment:${sha256}) and [the file](attachment:${sha256})`)
    const name = `Q3 #2? (a)-${sha256.slice(0, 8)}.png`
    writeFileSync(join(outFolder, name), 'Dear diary')
    await expect(ask('brief.export', { id })).rejects.toThrow(/picture cannot be written.*would be lost/)
    expect(readdirSync(outFolder)).toEqual([name])
    rmSync(join(outFolder, name))
    await ask('brief.export', { id })
    expect(textOf(file)).toContain(`![Squares](Q3%20%232%3F%20%28a%29-${sha256.slice(0, 8)}.png)`)
    expect(textOf(file)).toContain(`[the file](attachment:${sha256})`)
    expect(new Uint8Array(readFileSync(join(outFolder, name)))).toEqual(bytes)
    await ask('brief.export', { id })
  })

  test('a table lists the evidence also of a form without an annex', async () => {
    const { ask, id, file, figure } = await openExportDesk('brief.csv')
    await ask('brief.export', { id, choice: { template: 'lines-to-take' } })
    expect(textOf(file)).toContain(`E1,figure,${figure.id},`)
  })

  test.each(['brief.html', 'brief.md', 'brief.csv'])('%s replaces an export of ours', async name => {
    const { ask, id, file, edit } = await openExportDesk(name)
    await ask('brief.export', { id })
    await edit('Other :figure[words]{#treasuries-that-japan-holds}')
    const before = textOf(file)
    await ask('brief.export', { id })
    if (!name.endsWith('.csv')) expect(textOf(file)).not.toBe(before)
  })

  test.each(['brief.html', 'brief.md', 'brief.csv', 'brief.json'])(
    'a person’s own %s is never lost',
    async name => {
      const { ask, id, outFolder } = await openExportDesk(name.replace('.json', '.md'))
      writeFileSync(join(outFolder, name), 'Dear diary')
      await expect(ask('brief.export', { id })).rejects.toThrow(
        /is not an export of Dispatch Box has that name, and would be lost/,
      )
      expect(readdirSync(outFolder)).toEqual([name])
      expect(textOf(join(outFolder, name))).toBe('Dear diary')
    },
  )

  test('a web page that is write-protected stays, and is named', async () => {
    const { ask, id, file } = await openExportDesk('brief.html')
    await ask('brief.export', { id })
    const before = textOf(file)
    chmodSync(file, 0o444)
    await expect(ask('brief.export', { id })).rejects.toThrow(/brief\.html: that file is write-protected/)
    expect(textOf(file)).toBe(before)
  })
})

describe('a disk that is full', () => {
  test.runIf(canMount).each(['pdf', 'html', 'md'])(
    'keeps the %s that was there, leaves nothing beside it, and takes the new one once there is room',
    async format => {
      const folder = smallDisk('400k')
      const file = join(folder, `brief.${format}`)
      const { ask, id, edit, figure } = await openIssueDesk({ dialogs: { chooseExport: async () => file } })
      await ask('brief.export', { id })
      const before = textOf(file)
      const names = readdirSync(folder)
      // Too long for what is left, in whatever format.
      await edit(`:figure[]{#${figure.id}} ${'Words of a brief. '.repeat(4000)}`)
      const filler = fill(folder)
      await expect(ask('brief.export', { id })).rejects.toThrow(
        /brief\.\w+: the disk is full\. Nothing was written there/,
      )
      expect(textOf(file)).toBe(before)
      expect(readdirSync(folder).sort()).toEqual([...names, 'filler'].sort())
      rmSync(filler)
      await ask('brief.export', { id })
      expect(textOf(file)).not.toBe(before)
    },
  )
})

describe('a look of its own', () => {
  test('notes, paper, form and date are those that were asked for, and the brief stays as it is', async () => {
    const { ask, id, printed, edit } = await openExportDesk()
    await edit('Text[^a]\n\n[^a]: Note')
    const choice = { template: 'us-action-memo', notes: 'end', paper: 'a4', date: '2025-06-01' } as const
    await ask('brief.export', { id, choice })
    const [{ html = '', pageStyle = '' } = {}] = printed
    expect(html).toContain('US action memo')
    expect(html).toContain('notes-end')
    expect(html).toContain('1 June 2025')
    expect(pageStyle).toContain('size: A4')
    expect(await ask('record.get', { id })).toMatchObject({
      record: { template: 'uk-submission', date: '2025-05-03' },
    })
  })

  test('there is no form of that name', async () => {
    const { ask, id, file } = await openExportDesk()
    await expect(ask('brief.export', { id, choice: { template: 'haiku' } })).rejects.toThrow(
      /There is no template “haiku”/,
    )
    expect(existsSync(file)).toBe(false)
  })
})

describe('issued versions', () => {
  test('the PDF of a version is the very one that was frozen', async () => {
    const { ask, id, printed, edit, file } = await openExportDesk()
    await ask('brief.issue', { id })
    const issued = printed.at(-1)
    await edit('Something else')
    await ask('brief.export', { id, choice: { version: 1 } })
    expect(issued && pdfOf(issued)).toEqual(new Uint8Array(readFileSync(file)))
  })

  test('its web page says what it said then, and which version it is', async () => {
    const { ask, id, edit, file } = await openExportDesk('brief.html')
    await ask('brief.issue', { id })
    await edit('Something else')
    await ask('brief.export', { id, choice: { version: 1 } })
    expect(textOf(file)).toContain('Keep all')
    expect(textOf(file)).toMatch(/v1, \d+ May 2025/)
    expect(textOf(file)).not.toContain('Something else')
  })

  test('its form and its date cannot be others', async () => {
    const { ask, id } = await openExportDesk()
    await ask('brief.issue', { id })
    const choice = { version: 1, date: '2025-06-01' }
    await expect(ask('brief.export', { id, choice })).rejects.toThrow(
      /v1 of “Holdings” was frozen with its form and its date.*Nothing was written/,
    )
    await expect(ask('brief.export', { id, choice: { version: 2 } })).rejects.toThrow(/no version v2/)
  })
})

describe('several at once', () => {
  test('each has a name that is free, and one that fails stops none of the others', async () => {
    const { ask, id, outFolder } = await openExportDesk()
    const copy = await ask('brief.duplicate', { id })
    await ask('brief.set', { id: copy.id, fields: { title: 'Holdings' } })
    writeFileSync(join(outFolder, 'Holdings.html'), 'Dear diary')
    const outcome = await ask('briefs.export', { ids: [id, 'gone', copy.id], choice: { format: 'html' } })
    expect(outcome).toEqual({
      folder: outFolder,
      files: ['Holdings 2.html', 'Holdings 3.html'].map(name => join(outFolder, name)),
      failures: [expect.stringContaining('gone')],
      isCancelled: false,
    })
    expect(textOf(join(outFolder, 'Holdings.html'))).toBe('Dear diary')
  })

  test('how many are done is told', async () => {
    const told: unknown[] = []
    const folder = temporaryFolder()
    const desk = await openIssueDesk({
      dialogs: { chooseFolder: async () => folder },
      notify: (_name, payload) => void told.push(payload),
    })
    const copy = await desk.ask('brief.duplicate', { id: desk.id })
    told.length = 0
    await desk.ask('briefs.export', { ids: [desk.id, copy.id] })
    expect(told).toContainEqual({ brief: copy.id, stage: 'printing', of: { done: 1, all: 2 } })
  })
})

describe('breaking off', () => {
  test('a print that is broken off writes nothing and is no failure', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'brief.pdf')
    writeFileSync(file, '%PDF-old')
    let begin = () => {}
    const begun = new Promise<void>(done => {
      begin = done
    })
    const desk = await openIssueDesk({
      dialogs: { chooseExport: async () => file },
      printer: {
        print: (_brief, stop) =>
          new Promise((_, failed) => {
            stop?.addEventListener('abort', () => failed(new Error('the window was closed')))
            begin()
          }),
      },
    })
    const exported = desk.ask('brief.export', { id: desk.id })
    await begun
    await desk.ask('export.cancel', {})
    expect(await exported).toBeNull()
    expect(textOf(file)).toBe('%PDF-old')
    expect(readdirSync(folder)).toEqual(['brief.pdf'])
  })

  test('of several, what was written by then stays', async () => {
    const folder = temporaryFolder()
    const desk = await openIssueDesk({
      dialogs: { chooseFolder: async () => folder },
      printer: {
        print: async rendered => {
          if (rendered.title.includes('copy')) await desk.ask('export.cancel', {})
          return pdfOf(rendered)
        },
      },
    })
    const copy = await desk.ask('brief.duplicate', { id: desk.id })
    const outcome = await desk.ask('briefs.export', { ids: [desk.id, copy.id] })
    expect(outcome).toMatchObject({ files: [join(folder, 'Holdings.pdf')], isCancelled: true, failures: [] })
    expect(readdirSync(folder)).toEqual(['Holdings.pdf'])
  })
})
