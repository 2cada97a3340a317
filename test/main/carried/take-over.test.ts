import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { attachFiles } from '../../../main/pdf/attached-files.ts'
import { finishPdf } from '../../../main/pdf/finish-pdf.ts'
import { drawnPng } from '../../drawn-picture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from '../requests/desk.ts'
import { byName, files } from './carried-brief.ts'

/** A printer's page, which the app's own finish goes over. */
const printer = {
  print: async () => {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.addPage()
    return document.save({ useObjectStreams: false })
  },
}

/** A desk that prints to a PDF and opens briefs from it. */
async function deskOf(pdf: string) {
  return openDesk({
    printer,
    finishPdf,
    dialogs: { chooseExport: async () => pdf, chooseBriefPdf: async () => pdf },
  })
}

const article =
  'Holdings of bonds.\n\nJapan holds $1.13 trillion of them. It said so.\n\nNothing else is here.\n'

/** A brief with a quote, a figure, a person and a source, exported. */
async function exported() {
  const pdf = join(temporaryFolder(), 'brief.pdf')
  const desk = await deskOf(pdf)
  const { ask } = desk
  const { source } = await ask('source.paste', { text: article, html: null })
  const person = await ask('person.create', { fields: { name: 'Katsunobu Kato' } })
  const quote = await ask('quote.create', {
    place: { source: source.id, exact: 'It said so.' },
    fields: { speaker: 'Kato', person: person.id },
  })
  const figure = await ask('figure.create', {
    place: { source: source.id, exact: '$1.13 trillion' },
    fields: { measures: 'Holdings', value: '1130000000000', unit: 'USD' },
  })
  const body = `# Issue\r\n\r\nHe said :quote[]{#${quote.id}} of :figure[]{#${figure.id}}, see :brief[]{#nowhere}.\r\n`
  const { id } = await ask('brief.create', { template: 'uk-submission', title: 'Bonds', body })
  await ask('brief.export', { id })
  return { ...desk, pdf, id, body, quote, figure, source, person }
}

const withoutPlace = <T extends object>(record: T) => ({ ...record, anchor: null })

test('a brief opened in an empty library is the same brief, with the same evidence under the same ids', async () => {
  const { pdf, id, body, quote, figure, source, person, library: from } = await exported()
  const { ask, library } = await deskOf(pdf)
  const opened = await ask('brief.open', {})
  expect(opened).toMatchObject({ added: 5, alreadyHere: 0, renamed: [], passagesOf: [source.title] })
  expect(opened?.brief).toEqual(await from.get('briefs', id))
  expect(opened?.brief.body).toBe(body)
  expect(withoutPlace(await library.get('quotes', quote.id))).toEqual(withoutPlace(quote))
  expect(withoutPlace(await library.get('figures', figure.id))).toEqual(withoutPlace(figure))
  expect(await library.get('people', person.id)).toEqual(person)
})

test('of a source only the passages come, which it says itself, and the words of the evidence stand in them', async () => {
  const { pdf, figure, source } = await exported()
  const { ask, library } = await deskOf(pdf)
  const opened = await ask('brief.open', {})
  const here = await library.get('sources', source.id)
  expect(here.text).toMatch(/^\[Only the passages around evidence are here: /)
  expect(here.text).toContain('\n\nJapan holds $1.13 trillion of them. It said so.')
  expect(here.text).not.toContain('Nothing else')
  expect(here).toMatchObject({ sha256: source.sha256, title: source.title, attachment: null })
  expect(here.textCorrectedAt).not.toBeNull()
  const { anchor } = await library.get('figures', figure.id)
  expect(here.text.slice(anchor?.position.start, anchor?.position.end)).toBe('$1.13 trillion')
  const { findings } = await ask('brief.verify', { id: opened?.brief.id ?? '' })
  const rules = findings.map(({ rule }) => rule)
  expect(rules.filter(rule => /^(?:quote|evidence)-/.test(rule))).toEqual([])
})

test('what is here already and says the very same is used, and nothing is written', async () => {
  const { ask, library, id } = await exported()
  const before = library.stateOf('sources') + library.stateOf('quotes') + library.stateOf('briefs')
  expect(await ask('brief.open', {})).toMatchObject({ added: 0, alreadyHere: 5, renamed: [], passagesOf: [] })
  expect(library.stateOf('sources') + library.stateOf('quotes') + library.stateOf('briefs')).toBe(before)
  expect(library.list('briefs').map(brief => brief.id)).toEqual([id])
})

test('opened twice, it is there once', async () => {
  const { pdf } = await exported()
  const { ask, library } = await deskOf(pdf)
  await ask('brief.open', {})
  expect(await ask('brief.open', {})).toMatchObject({ added: 0, alreadyHere: 5 })
  expect(library.list('figures')).toHaveLength(1)
  expect(library.list('sources')).toHaveLength(1)
})

test('what has gone on here stays, and what the brief said comes under a new id, to which it refers', async () => {
  const { ask, library, id, figure, body } = await exported()
  await ask('figure.set', { id: figure.id, fields: { value: '1270000000000' } })
  const opened = await ask('brief.open', {})
  expect(opened?.renamed.map(({ id: old, newId }) => [old, newId])).toEqual([
    [figure.id, `${figure.id}-2`],
    [id, `${id}-2`],
  ])
  expect(opened?.brief.body).toBe(body.replace(`#${figure.id}`, `#${figure.id}-2`))
  expect((await library.get('figures', figure.id)).value).toBe('1270000000000')
  expect((await library.get('figures', `${figure.id}-2`)).value).toBe('1130000000000')
  expect((await library.get('briefs', id)).body).toBe(body)
  expect(await ask('brief.open', {})).toMatchObject({ added: 0 })
})

test('a source that is here under the same SHA-256 is linked, whatever it is called', async () => {
  const { pdf, figure } = await exported()
  const { ask, library } = await deskOf(pdf)
  const { source } = await ask('source.paste', { text: article, html: null })
  await ask('record.rename', { id: source.id, to: 'another-name' })
  expect(await ask('brief.open', {})).toMatchObject({ added: 4, alreadyHere: 1, passagesOf: [] })
  const { anchor } = await library.get('figures', figure.id)
  expect(anchor?.source).toBe('another-name')
  expect(library.list('sources')).toHaveLength(1)
})

test('passages of a second brief are added to those of the first', async () => {
  const { pdf, source, ask, library: from } = await exported()
  const other = await deskOf(pdf)
  await other.ask('brief.open', {})
  const event = await ask('event.create', {
    place: { source: source.id, exact: 'Nothing else is here.' },
    fields: { title: 'Nothing', when: '2025', status: 'occurred' },
  })
  const { id } = await ask('brief.create', {
    template: 'uk-submission',
    title: 'Second',
    body: `:event[]{#${event.id}}`,
  })
  await ask('brief.export', { id })
  // The brief and its event; the source is here, and grows.
  expect(await other.ask('brief.open', {})).toMatchObject({ added: 2, alreadyHere: 0, grown: 1 })
  expect(await other.ask('brief.open', {})).toMatchObject({ added: 0, alreadyHere: 3, grown: 0 })
  const here = await other.library.get('sources', source.id)
  expect(here.text).toMatch(/It said so\.\n\n\[…\]\n\nNothing else is here\.$/)
  const { anchor } = await other.library.get('events', event.id)
  expect(here.text.slice(anchor?.position.start, anchor?.position.end)).toBe('Nothing else is here.')
  expect((await from.get('sources', source.id)).text).toBe(article)
})

test('what the brief refers to and does not bring is not taken for what has that name here', async () => {
  const { pdf, body } = await exported()
  const { ask, library } = await deskOf(pdf)
  const stranger = await ask('brief.create', { template: 'uk-submission', title: 'Nowhere', body: 'Else.' })
  expect(stranger.id).toBe('nowhere')
  const opened = await ask('brief.open', {})
  expect(opened?.brief.body).toBe(body.replace('#nowhere', '#nowhere-elsewhere'))
  expect(library.has('nowhere-elsewhere')).toBe(false)
})

test('a brief that was deleted comes back from the trash', async () => {
  const { ask, id } = await exported()
  await ask('record.delete', { id })
  expect((await ask('brief.open', {}))?.brief.id).toBe(id)
  expect((await ask('trash.list', {})).records).toEqual([])
})

test('nothing is written of what was tampered with, and the reason names it', async () => {
  const pdf = join(temporaryFolder(), 'brief.pdf')
  const document = await PDFDocument.create()
  document.addPage()
  const changed = files().map(file =>
    file.name === 'evidence.json' ? { ...file, bytes: new TextEncoder().encode('{}') } : file,
  )
  attachFiles(document, changed, new Date(0))
  writeFileSync(pdf, await document.save())
  const { answer, library } = await deskOf(pdf)
  expect(await answer('brief.open', {})).toEqual({
    ok: false,
    problem: {
      code: 'unreadable',
      message:
        '“brief.pdf” was not opened as a brief: “evidence.json” is not what was attached: it was changed since. Nothing was changed, here or in the file. Ask for the PDF anew, as it was exported.',
    },
  })
  expect(library.list('briefs')).toEqual([])
  expect(byName().size).toBe(7)
})

test.each([
  ['no PDF', () => new TextEncoder().encode('Some words.'), 'is not a whole PDF'],
  [
    'a PDF without a brief',
    () => readFileSync('test/fixtures/capture/pdf/harbour.pdf'),
    'it carries no brief',
  ],
  ['a locked PDF', () => readFileSync('test/fixtures/capture/pdf/locked.pdf'), 'is locked with a password'],
])('%s is refused by name', async (_, bytes, words) => {
  const pdf = join(temporaryFolder(), 'other.pdf')
  writeFileSync(pdf, bytes())
  const { answer } = await deskOf(pdf)
  const result = await answer('brief.open', {})
  expect(result.ok ? '' : result.problem.message).toContain(words)
})

test('a form of one’s own comes with the brief, and one of its name that is here stays', async () => {
  const place = temporaryFolder()
  const [pdf, form] = [join(place, 'brief.pdf'), join(place, 'house-memo.md')]
  const text = '---\ntitle: House memo\nnumbered: true\n---\n\n## Point\n'
  writeFileSync(form, text)
  const dialogs = {
    chooseExport: async () => pdf,
    chooseBriefPdf: async () => pdf,
    chooseTemplate: async () => form,
  }
  const from = await openDesk({ printer, finishPdf, dialogs })
  await from.ask('template.add', {})
  const { id } = await from.ask('brief.create', { template: 'house-memo', title: 'Bonds' })
  await from.ask('brief.export', { id })

  const { ask } = await openDesk({ printer, finishPdf, dialogs })
  expect(await ask('brief.open', {})).toMatchObject({ brief: { template: 'house-memo' }, form: 'came' })
  const formOf = async (desk: typeof from) =>
    (await desk.ask('template.list', {})).templates.find(({ name }) => name === 'house-memo')
  const came = (await ask('template.list', {})).templates.find(({ name }) => name === 'house-memo')
  expect(came).toEqual(await formOf(from))
  expect(came?.numbered).toBe(true)

  const other = await openDesk({ printer, finishPdf, dialogs })
  writeFileSync(form, text.replace('House memo', 'Another memo'))
  await other.ask('template.add', {})
  expect(await other.ask('brief.open', {})).toMatchObject({ form: 'here' })
  expect((await formOf(other))?.title).toBe('Another memo')
})

test('after a failure the next try finds the same ids free, and nothing was taken from the trash', async () => {
  const { pdf, id, body } = await exported()
  const { ask, library } = await deskOf(pdf)
  const saveTogether = library.saveTogether.bind(library)
  library.saveTogether = async () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  }
  await expect(ask('brief.open', {})).rejects.toThrow()
  expect(library.list('briefs')).toEqual([])
  library.saveTogether = saveTogether
  const opened = await ask('brief.open', {})
  expect(opened).toMatchObject({ added: 5, renamed: [] })
  expect(opened?.brief).toMatchObject({ id, body })
})

test('what lies in the trash stays there where the brief cannot be saved', async () => {
  const { pdf, id, ask, library } = await exported()
  await ask('record.delete', { id })
  library.saveTogether = async () => {
    throw new Error('broken')
  }
  await expect(ask('brief.open', {})).rejects.toThrow('broken')
  expect(library.has(id)).toBe(false)
  expect(readFileSync(pdf).length).toBeGreaterThan(0)
})

test('pictures come with the brief, and those that do not are counted', async () => {
  const pdf = join(temporaryFolder(), 'brief.pdf')
  const desk = await deskOf(pdf)
  const { sha256 } = await desk.ask('brief.attach', { name: 'quay.png', bytes: drawnPng(30, 20) })
  const gone = 'ab'.repeat(32)
  const body = `![The quay](attachment:${sha256} "The quay")\n\n![Gone](attachment:${gone})\n`
  const { id } = await desk.ask('brief.create', { template: 'briefing-paper', title: 'Quay', body })
  await desk.ask('brief.export', { id })
  expect(await desk.ask('brief.open', {})).toMatchObject({ missingPictures: 1 })
  const { ask, library } = await deskOf(pdf)
  expect(await ask('brief.open', {})).toMatchObject({ missingPictures: 1 })
  const came = await library.holdings.readAttachment(sha256)
  expect(came && new Uint8Array(came)).toEqual(drawnPng(30, 20))
})

test('a brief that decides on itself and came under another id is known when it is opened again', async () => {
  const pdf = join(temporaryFolder(), 'brief.pdf')
  const desk = await deskOf(pdf)
  const { id } = await desk.ask('brief.create', {
    template: 'uk-submission',
    title: 'Bonds',
    body: 'Keep them.',
  })
  await desk.ask('brief.issue', { id })
  const { id: event } = await desk.ask('decision.record', {
    id,
    version: 1,
    recommendation: 'Keep them',
    outcome: 'agreed',
    by: 'The minister',
    on: '2025-05-04',
  })
  await desk.ask('brief.set', { id, fields: { body: `Keep them, as :event[agreed]{#${event}}.` } })
  await desk.ask('brief.export', { id })
  const { ask, library } = await deskOf(pdf)
  await ask('brief.create', { template: 'uk-submission', title: 'Bonds', body: 'Another brief.' })
  expect(await ask('brief.open', {})).toMatchObject({ added: 2 })
  expect(await ask('brief.open', {})).toMatchObject({ added: 0, alreadyHere: 2 })
  expect(library.list('briefs')).toHaveLength(2)
  expect(library.list('events')).toHaveLength(1)
})
