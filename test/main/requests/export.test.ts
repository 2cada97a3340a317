// What a brief is exported as, and how: formats, forms, versions, several at once, and breaking off.
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docxParts, wordsOfPart } from '../../docx-parts.ts'
import { drawnPng } from '../../drawn-picture.ts'
import { canMount, fill, smallDisk } from '../../small-disk.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { finishAsOurs, ownPdf } from '../own-pdf.ts'
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

function edited(bytes: Buffer, from: string, to: string): Buffer {
  const changed = Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1')
  expect(changed).not.toEqual(bytes)
  return changed
}

/** An export that a person has edited, in an editor of text or as a program for that format saves it. */
function changedBySomebody(format: string, bytes: Buffer): Buffer {
  if (format === 'pdf')
    return Buffer.concat([bytes, Buffer.from('9 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n')])
  if (format === 'docx') return edited(bytes, '<Application>Dispatch Box', '<Application>Another pro')
  if (format === 'csv') return edited(bytes, 'Treasuries that', 'What')
  return format === 'json'
    ? edited(bytes, '1130000000000', '1140000000000')
    : edited(bytes, 'Keep all', 'Keep some')
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

  test('Markdown is known as ours however many recipients it has', async () => {
    const { ask, id, file } = await openExportDesk('brief.md')
    const recipients = Array.from(
      { length: 100 },
      (_, index) => `The Honourable Member for Constituency ${index}`,
    )
    await ask('brief.set', { id, fields: { recipients } })
    await ask('brief.export', { id })
    await ask('brief.export', { id })
    expect(textOf(file)).toContain('Constituency 99')
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
    expect(await ask('brief.export', { id })).toMatchObject({
      also: [join(outFolder, 'Q3 #2? (a).json'), join(outFolder, name)],
    })
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

  test.each(['brief.html', 'brief.md', 'brief.csv', 'brief.docx'])(
    '%s replaces an export of ours',
    async name => {
      const { ask, id, file, edit } = await openExportDesk(name)
      await ask('brief.export', { id })
      await edit('Other :figure[words]{#treasuries-that-japan-holds}')
      const before = textOf(file)
      await ask('brief.export', { id })
      if (!name.endsWith('.csv')) expect(textOf(file)).not.toBe(before)
    },
  )

  test.each(['brief.html', 'brief.md', 'brief.csv', 'brief.json', 'brief.docx'])(
    'a person’s own %s is never lost',
    async name => {
      const { ask, id, outFolder } = await openExportDesk(name.replace('.json', '.md'))
      const content = name.endsWith('.docx') ? 'PK\u0003\u0004 Dear diary' : 'Dear diary'
      writeFileSync(join(outFolder, name), content)
      await expect(ask('brief.export', { id })).rejects.toThrow(
        /is not an export of Dispatch Box has that name, and would be lost/,
      )
      expect(readdirSync(outFolder)).toEqual([name])
      expect(textOf(join(outFolder, name))).toBe(content)
    },
  )

  test.each(['brief.html', 'brief.md', 'brief.csv', 'brief.json', 'brief.docx', 'brief.pdf'])(
    'what a person wrote into our %s since is never lost',
    async name => {
      const folder = temporaryFolder()
      const file = join(folder, name)
      const { ask, id } = await openIssueDesk({
        dialogs: { chooseExport: async () => file.replace(/json$/, 'md') },
        finishPdf: finishAsOurs,
      })
      await ask('brief.export', { id })
      const written = readFileSync(file)
      const changed = changedBySomebody(name.split('.')[1] ?? '', readFileSync(file))
      writeFileSync(file, changed)
      const before = readdirSync(folder)
      await expect(ask('brief.export', { id })).rejects.toThrow(
        name.endsWith('docx')
          ? /is not an export of Dispatch Box/
          : /that file was changed since Dispatch Box wrote it, and the changes would be lost\. Nothing was written there; choose another place/,
      )
      expect(readFileSync(file)).toEqual(changed)
      expect(readdirSync(folder)).toEqual(before)
      // Once it is as it was, or gone, it may be written again.
      writeFileSync(file, written)
      await ask('brief.export', { id })
      expect(readFileSync(file)).toEqual(written)
    },
  )

  test('a table that a person added lines to, or that has none of ours, is told from one that is as it was', async () => {
    const { ask, id, file, edit } = await openExportDesk('brief.csv')
    await ask('brief.export', { id })
    const line = `${',mine'.repeat(5)}\r\n`
    writeFileSync(file, textOf(file) + line)
    await expect(ask('brief.export', { id })).rejects.toThrow('was changed since')
    await edit('No evidence.')
    rmSync(file)
    await ask('brief.export', { id })
    expect(textOf(file).split('\r\n')).toHaveLength(2)
    await ask('brief.export', { id })
    writeFileSync(file, textOf(file) + line)
    await expect(ask('brief.export', { id })).rejects.toThrow('was changed since')
  })

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
      const { ask, id, edit, figure } = await openIssueDesk({
        dialogs: { chooseExport: async () => file },
        finishPdf: finishAsOurs,
      })
      await ask('brief.export', { id })
      const state = () =>
        readdirSync(folder).map(name => name === 'filler' || [name, textOf(join(folder, name))])
      const before = state()
      // Too long for what is left, in whatever format.
      await edit(`:figure[]{#${figure.id}} ${'Words of a brief. '.repeat(4000)}`)
      const filler = fill(folder)
      await expect(ask('brief.export', { id })).rejects.toThrow(
        /brief\.\w+: the disk is full\. Nothing was written there/,
      )
      expect(state().filter(each => each !== true)).toEqual(before)
      rmSync(filler)
      await ask('brief.export', { id })
      expect(state()).not.toEqual(before)
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

  test('has the pictures, and what other briefs were called, as they were then', async () => {
    const { ask, id, edit, file, folder } = await openExportDesk('brief.html')
    const other = await ask('brief.create', { template: 'lines-to-take', title: 'The other one' })
    const { sha256 } = await ask('brief.attach', { name: 'a.png', bytes: drawnPng(40, 20) })
    await edit(`See :brief[]{#${other.id}}.\n\n![Squares](attachment:${sha256})`)
    await ask('brief.issue', { id })
    await edit('Something else')
    await ask('brief.set', { id: other.id, fields: { title: 'Renamed' } })
    rmSync(join(folder, 'attachments', sha256))
    const outcome = await ask('brief.export', { id, choice: { version: 1 } })
    expect(outcome?.findings.map(({ rule }) => rule)).not.toContain('picture-missing')
    expect(outcome?.findings.map(({ rule }) => rule)).not.toContain('reference-dangling')
    expect(textOf(file)).toContain(`<img src="attachments/${sha256}"`)
    expect(textOf(file)).toContain('The other one')
    expect(textOf(file)).not.toContain('Renamed')
  })

  test('is judged on its day, by what was looked for then', async () => {
    let day = '2025-05-03'
    const desk = await openIssueDesk({
      dialogs: { chooseExport: async () => join(temporaryFolder(), 'v1.html') },
      now: () => new Date(`${day}T10:00:00Z`),
    })
    const { ask, id } = desk
    const talks = await ask('event.create', {
      place: null,
      fields: { title: 'Talks end', when: '2025-06', status: 'expected' },
    })
    await ask('brief.set', {
      id,
      fields: { date: null, body: `Japan sold $40 billion of them :event[]{#${talks.id}}.` },
    })
    const [answered] = (await ask('brief.verify', { id })).findings.filter(
      ({ rule }) => rule === 'number-unsourced',
    )
    await ask('finding.answer', {
      id,
      rule: 'number-unsourced',
      line: answered?.line ?? 0,
      reason: 'Counted.',
    })
    await ask('brief.issue', { id })
    const found = async () =>
      (await ask('brief.export', { id, choice: { version: 1 } }))?.findings.map(({ rule, answer }) => [
        rule,
        answer,
      ])
    const before = await found()
    expect(before).toContainEqual(['number-unsourced', 'Counted.'])
    day = '2025-09-01'
    await ask('rule.set', { rule: 'number-unsourced', isOn: false })
    expect(await found()).toEqual(before)
  })

  describe('are held against the figures of their time', () => {
    const hour = (time: number) => new Date(Date.parse('2025-05-03T10:00:00Z') + time * 3_600_000)

    /** A brief with a figure of 3 May, at ten o’clock; and what is found of conflicts in its v1, or in itself. */
    async function openFigureDesk() {
      let time = 0
      const desk = await openIssueDesk({
        dialogs: { chooseExport: async () => join(temporaryFolder(), 'v1.html') },
        now: () => hour(time),
      })
      const { ask, id, figure } = desk
      await ask('figure.set', { id: figure.id, fields: { asOf: '2025-05-03' } })
      const other = (value: string) =>
        ask('figure.create', {
          place: null,
          fields: { measures: figure.measures, value, unit: 'USD', scale: 'trillion', asOf: '2025-05-03' },
        })
      const conflicts = async (version?: number) => {
        const outcome = await ask('brief.export', { id, choice: version ? { version } : {} })
        const found = outcome?.findings.filter(({ rule }) => rule === 'figures-conflict')
        return found?.map(({ message, answer }) => [/has (.*?) \(/.exec(message)?.[1], answer])
      }
      const later = () => {
        time += 1
      }
      return { ...desk, other, conflicts, later }
    }

    test('one that came since contradicts nothing in it', async () => {
      const { ask, id, other, conflicts, later } = await openFigureDesk()
      await ask('brief.issue', { id })
      later()
      await other('1270000000000')
      expect(await conflicts()).toEqual([['$1.27 trillion', undefined]])
      expect(await conflicts(1)).toEqual([])
    })

    test('one that was corrected since says what it said, with the answer to it', async () => {
      const { ask, id, other, conflicts, later } = await openFigureDesk()
      const { id: contradicting } = await other('1270000000000')
      const rule = 'figures-conflict'
      const [finding] = (await ask('brief.verify', { id })).findings.filter(each => each.rule === rule)
      await ask('finding.answer', { id, rule, line: finding?.line ?? 0, reason: 'It counts others.' })
      later()
      await ask('brief.issue', { id })
      expect(await conflicts(1)).toEqual([['$1.27 trillion', 'It counts others.']])
      later()
      await ask('figure.set', { id: contradicting, fields: { value: '1130000000000' } })
      expect(await conflicts()).toEqual([])
      expect(await conflicts(1)).toEqual([['$1.27 trillion', 'It counts others.']])
    })

    test('one that is said to measure something else since measures what it did', async () => {
      const { ask, id, other, conflicts, later } = await openFigureDesk()
      const { id: contradicting } = await other('1270000000000')
      const rule = 'figures-conflict'
      const [finding] = (await ask('brief.verify', { id })).findings.filter(each => each.rule === rule)
      await ask('finding.answer', { id, rule, line: finding?.line ?? 0, reason: 'It counts others.' })
      later()
      await ask('brief.issue', { id })
      later()
      await ask('figure.set', { id: contradicting, fields: { measures: 'Bonds of every kind' } })
      expect(await conflicts()).toEqual([])
      expect(await conflicts(1)).toEqual([['$1.27 trillion', 'It counts others.']])
    })

    test('its own, corrected and renamed since, does not contradict itself', async () => {
      const { ask, id, figure, conflicts, later } = await openFigureDesk()
      await ask('brief.issue', { id })
      later()
      await ask('record.rename', { id: figure.id, to: 'holdings-of-japan' })
      await ask('figure.set', { id: 'holdings-of-japan', fields: { value: '1270000000000' } })
      expect(await conflicts(1)).toEqual([])
    })
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
      files: ['Holdings 2.html', 'Holdings 3.html'].map(name => ({
        file: join(outFolder, name),
        openErrors: 0,
      })),
      failures: [expect.stringContaining('gone')],
      isCancelled: false,
    })
    expect(textOf(join(outFolder, 'Holdings.html'))).toBe('Dear diary')
  })

  test('a name that another program takes while it prints is left to that', async () => {
    const folder = temporaryFolder()
    const taken = join(folder, 'Holdings.pdf')
    const { ask, id } = await openIssueDesk({
      dialogs: { chooseFolder: async () => folder },
      printer: {
        print: async rendered => {
          if (!existsSync(taken)) writeFileSync(taken, 'Dear diary')
          return pdfOf(rendered)
        },
      },
    })
    const outcome = await ask('briefs.export', { ids: [id] })
    expect(outcome).toMatchObject({ files: [{ file: join(folder, 'Holdings 2.pdf') }], failures: [] })
    expect(textOf(taken)).toBe('Dear diary')
  })

  test('an error that stands is told with its file', async () => {
    const { ask, id, edit, outFolder } = await openExportDesk()
    await edit('See :quote[it]{#gone}.')
    expect(await ask('briefs.export', { ids: [id], choice: { format: 'md' } })).toMatchObject({
      files: [{ file: join(outFolder, 'Holdings.md'), openErrors: 1 }],
    })
  })

  test.each([
    ['a title of many bytes', '漢'.repeat(100), '漢'.repeat(60)],
    ['a long title that is taken', 'a'.repeat(200), 'a'.repeat(180)],
  ])('%s has a name that the disk takes', async (_name, title, name) => {
    const { ask, id, outFolder } = await openExportDesk()
    await ask('brief.set', { id, fields: { title } })
    await ask('briefs.export', { ids: [id, id], choice: { format: 'csv' } })
    expect(readdirSync(outFolder).sort()).toEqual([`${name} 2.csv`, `${name}.csv`])
  })

  test('a folder that cannot be looked into is named, and ends the export', async () => {
    const folder = join(temporaryFolder(), 'a file')
    writeFileSync(folder, '')
    const { ask, id } = await openIssueDesk({ dialogs: { chooseFolder: async () => folder } })
    expect(await ask('briefs.export', { ids: [id] })).toMatchObject({
      files: [],
      failures: [expect.stringMatching(/Holdings\.pdf: it is not in a folder\. Nothing was written/)],
    })
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
    writeFileSync(file, ownPdf('old'))
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
    expect(textOf(file)).toBe(ownPdf('old'))
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
    expect(outcome).toMatchObject({
      files: [{ file: join(folder, 'Holdings.pdf') }],
      isCancelled: true,
      failures: [],
    })
    expect(readdirSync(folder)).toEqual(['Holdings.pdf'])
  })
})
