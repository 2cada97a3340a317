// Sources and evidence that another program changed while they stood open in a form.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Notices } from '../../../shared/request-names.ts'
import { waitFor } from '../../patient.ts'
import { openDesk } from './desk.ts'

async function desk() {
  const told: Notices['record.changed'][] = []
  const { ask, folder, library } = await openDesk({
    notify: (name, payload) => {
      if (name === 'record.changed') told.push(payload as Notices['record.changed'])
    },
  })
  const { id: source } = (
    await ask('source.paste', {
      text: 'He said: “It is an option.” It was $1.13 trillion.',
    })
  ).source
  const quote = await ask('quote.create', {
    place: { source, exact: 'It is an option.' },
    fields: { speaker: 'Kato' },
  })
  const figure = await ask('figure.create', {
    place: null,
    fields: { measures: 'Bonds', value: '1130000000000', unit: 'USD', scale: 'trillion' },
  })
  const event = await ask('event.create', {
    place: null,
    fields: { title: 'Talks', when: '2025-06', status: 'expected' },
  })
  /** Another program writes a record, and the library has noticed it. */
  const others = async (path: string, fields: object) => {
    const file = join(folder, `${path}.json`)
    const stop = library.watch(() => undefined)
    const stored = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...stored, ...fields }))
    const id = path.split('/')[1] ?? ''
    await waitFor(async () => expect((await library.find(id)).record).toMatchObject(fields))
    stop()
  }
  const versionsOf = async (id: string) =>
    Promise.all((await library.versions(id)).map(async at => (await library.version(id, at)).record))
  return { ask, others, told, versionsOf, source: await library.get('sources', source), quote, figure, event }
}

test('a quote keeps what another program said of it beside what was typed here', async () => {
  const { ask, others, told, quote } = await desk()
  await others(`quotes/${quote.id}`, { role: 'Finance Minister' })
  const fields = {
    speaker: 'Katsunobu Kato',
    role: null,
    organisation: null,
    saidOn: null,
    kind: 'fact' as const,
  }
  const saved = await ask('quote.set', { id: quote.id, fields, since: quote.updatedAt })
  expect(saved).toMatchObject({ speaker: 'Katsunobu Kato', role: 'Finance Minister', kind: 'fact' })
  expect(saved.text).toBe('It is an option.')
  expect(told).toEqual([])
})

test('where both changed the same field ours stands, theirs is a version, and the window is told', async () => {
  const { ask, others, told, versionsOf, event } = await desk()
  await others(`events/${event.id}`, { title: 'Theirs', when: '2025-07' })
  const saved = await ask('event.set', { id: event.id, fields: { title: 'Ours' }, since: event.updatedAt })
  expect(saved).toMatchObject({ title: 'Ours', when: '2025-07' })
  expect(await versionsOf(event.id)).toContainEqual(expect.objectContaining({ title: 'Theirs' }))
  expect(told).toEqual([{ found: { collection: 'events', record: saved }, isConflict: true }])
})

test('a figure is brought together in base units, whatever scale either side shows it in', async () => {
  const { ask, others, figure } = await desk()
  await others(`figures/${figure.id}`, { scale: 'billion' })
  const fields = { measures: 'Bonds', value: '1200000000000', unit: 'USD', scale: 'trillion' as const }
  const saved = await ask('figure.set', { id: figure.id, fields, since: figure.updatedAt })
  expect(saved).toMatchObject({ value: '1200000000000', scale: 'billion' })
})

test('a source keeps both, also in its text', async () => {
  const { ask, others, source } = await desk()
  await others(`sources/${source.id}`, { text: `${source.text}\n`, publisher: 'Theirs' })
  const saved = await ask('source.set', { id: source.id, fields: { title: 'Ours' }, since: source.updatedAt })
  expect(saved).toMatchObject({ title: 'Ours', publisher: 'Theirs', text: `${source.text}\n` })
})

test('a state that is not known any more gives way to what was typed, as without `since`', async () => {
  const { ask, event, told } = await desk()
  await ask('event.set', { id: event.id, fields: { title: 'Earlier' }, since: event.updatedAt })
  const saved = await ask('event.set', { id: event.id, fields: { title: 'Later' }, since: event.updatedAt })
  expect(saved.title).toBe('Later')
  expect(told).toEqual([])
})
