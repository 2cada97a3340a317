import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from './desk.ts'

const text =
  'The minister said: “It does exist as an option.” Holdings are $1.13 trillion. Talks may end by June.'
const sha256 = (words: string) => createHash('sha256').update(words).digest('hex')

async function deskWithEvidence() {
  const desk = await openDesk()
  const source = (await desk.ask('source.paste', { text })).source.id
  const fields = { speaker: 'Katsunobu Kato' }
  const quote = await desk.ask('quote.create', {
    place: { source, exact: 'It does exist as an option.' },
    fields,
  })
  const figure = await desk.ask('figure.create', {
    place: { source, exact: '$1.13 trillion' },
    fields: { measures: 'Holdings', value: '1130000000000', unit: 'USD' },
  })
  const set = (words: string) => desk.ask('source.set', { id: source, fields: { text: words } })
  const anchorOf = async (id: string) => {
    const { record } = await desk.library.find(id)
    return 'anchor' in record ? record.anchor : null
  }
  return { ...desk, source, quote, figure, set, anchorOf }
}

test('a corrected text takes its evidence along, and says that it was corrected', async () => {
  const { set, anchorOf, quote, figure, ask, library, source } = await deskWithEvidence()
  const corrected = text.replace('The minister', 'Finance Minister Kato').replace('may end', 'end')
  expect(await set(corrected)).toMatchObject({
    text: corrected,
    textCorrectedAt: expect.stringMatching(/^2025-05-03/),
    sha256: sha256(text),
  })
  for (const { id } of [quote, figure]) {
    const anchor = await anchorOf(id)
    expect(corrected.slice(anchor?.position.start, anchor?.position.end)).toBe(anchor?.quote.exact)
  }
  expect(await ask('evidence.orphaned', {})).toEqual({ ids: [] })
  expect((await library.get('quotes', quote.id)).text).toBe(quote.text)
  expect(await set(text)).toMatchObject({ text, textCorrectedAt: null })
  expect((await library.get('quotes', quote.id)).anchor).toEqual(quote.anchor)
  expect((await library.get('sources', source)).attachment?.sha256).toBe(sha256(text))
})

test('the original of a pasted text is kept as a file before it is corrected', async () => {
  const { set, folder, source } = await deskWithEvidence()
  const { attachment } = await set(`${text} More.`)
  expect(attachment).toEqual({ sha256: sha256(text), name: `${source}.txt`, bytes: Buffer.byteLength(text) })
  expect(readFileSync(join(folder, 'attachments', sha256(text)), 'utf8')).toBe(text)
})

test('a captured file keeps its original and its SHA-256', async () => {
  const file = join(temporaryFolder(), 'one.md')
  writeFileSync(file, text)
  const { ask } = await openDesk({ dialogs: { chooseSources: async () => [file] } })
  const [imported] = (await ask('source.import', {})).sources
  const id = imported?.id ?? ''
  expect(await ask('source.set', { id, fields: { text: 'Another.' } })).toMatchObject({
    attachment: imported?.attachment,
    sha256: imported?.sha256,
  })
})

test('evidence whose words were changed stays as it was, orphaned, with the places most like it', async () => {
  const { set, anchorOf, quote, figure, ask } = await deskWithEvidence()
  const corrected = text.replace('$1.13', '$1.18').replace('Talks', 'The talks')
  await set(corrected)
  expect(await anchorOf(figure.id)).toEqual(figure.anchor)
  expect(await ask('evidence.orphaned', {})).toEqual({ ids: [figure.id] })
  expect(await ask('evidence.places', { id: quote.id })).toEqual({ isOrphaned: false, places: [] })
  const start = corrected.indexOf('$1.18 trillion')
  const { isOrphaned, places } = await ask('evidence.places', { id: figure.id })
  expect(isOrphaned).toBe(true)
  expect(places[0]).toMatchObject({ start, end: start + 14, words: '$1.18 trillion' })
  const place = { source: figure.anchor?.source ?? '', start, end: start + 14 }
  await ask('figure.set', { id: figure.id, place, fields: {} })
  expect(await ask('evidence.orphaned', {})).toEqual({ ids: [] })
})

test('a quote that is only set on other lines has its words as they are read now', async () => {
  const { set, library, quote } = await deskWithEvidence()
  await set(text.replace('as an option', 'as  an\toption'))
  const moved = await library.get('quotes', quote.id)
  expect(moved.anchor?.quote.exact).toBe('It does exist as  an\toption.')
  expect(moved.text).toBe('It does exist as  an\toption.')
})

test('bringing an earlier version of a source back brings the evidence back to its places', async () => {
  const { set, ask, source, quote, anchorOf } = await deskWithEvidence()
  await set(`A new beginning. ${text}`)
  const { versions } = await ask('version.list', { id: source })
  expect(await ask('version.restore', { id: source, at: versions.at(-1) ?? '' })).toMatchObject({
    record: { text, textCorrectedAt: null },
  })
  expect(await anchorOf(quote.id)).toEqual(quote.anchor)
})

test('an empty text is refused', async () => {
  const { set } = await deskWithEvidence()
  await expect(set('')).rejects.toThrow(/text is empty/)
})
