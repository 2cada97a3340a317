import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openDrafts } from '../../../main/library/drafts.ts'
import { plainSeal } from '../../../main/library/seal.ts'
import { openDesk } from './desk.ts'

const text = 'The minister said: “It does exist as an option.” Holdings are $1.13 trillion.'
const old = 'kato-it-does-exist-as'
const body = `Kato said :quote["It does exist"]{#${old}}.\n\n::quote{#${old}}\n\n\`:quote[]{#${old}}\``

async function deskWithBriefs() {
  const desk = await openDesk()
  const source = (await desk.ask('source.paste', { text })).source.id
  const place = { source, exact: 'It does exist as an option.' }
  await desk.ask('quote.create', { place, fields: { speaker: 'Katsunobu Kato' } })
  for (const title of ['Morning', 'Evening'])
    await desk.ask('brief.create', { template: 'uk-submission', title, body })
  return { ...desk, source }
}

test('every reference is led to the new id, and what is code stays', async () => {
  const { ask, library } = await deskWithBriefs()
  expect(await ask('record.rename', { id: old, to: 'kato-option' })).toMatchObject({
    collection: 'quotes',
    record: { id: 'kato-option', text: 'It does exist as an option.' },
  })
  const renamed = `Kato said :quote["It does exist"]{#kato-option}.\n\n::quote{#kato-option}\n\n\`:quote[]{#${old}}\``
  for (const id of ['morning', 'evening']) expect((await library.get('briefs', id)).body).toBe(renamed)
  expect(library.has(old)).toBe(false)
  expect(await library.trashed()).toEqual([])
  expect((await ask('backlinks.list', { id: 'kato-option' })).briefs).toHaveLength(4)
})

test('renaming back undoes it, also after the library was opened again', async () => {
  const { ask, library, folder } = await deskWithBriefs()
  const before = await library.get('quotes', old)
  await ask('record.rename', { id: old, to: 'kato-option' })
  await ask('record.rename', { id: 'kato-option', to: 'kato' })
  await library.close()
  const after = await openDesk({}, folder)
  await after.ask('record.rename', { id: 'kato', to: old })
  const { updatedAt: _, ...restored } = await after.library.get('quotes', old)
  expect(before).toMatchObject(restored)
  expect((await after.library.get('briefs', 'morning')).body).toBe(body)
})

test('what the end of the process left to be done of a renaming is done at the next start', async () => {
  const { ask, library, folder } = await deskWithBriefs()
  await ask('brief.set', { id: 'morning', fields: { body: 'Nothing.' } })
  await ask('record.rename', { id: 'morning', to: 'dawn' })
  const versions = await library.versions('dawn')
  expect(versions).not.toEqual([])
  await library.close()
  // As they were before the last steps.
  renameSync(join(folder, 'history', 'dawn'), join(folder, 'history', 'morning'))
  mkdirSync(join(folder, 'trash', 'briefs'), { recursive: true })
  const brief = readFileSync(join(folder, 'briefs', 'dawn.json'), 'utf8').replace('"dawn"', '"morning"')
  writeFileSync(join(folder, 'trash', 'briefs', 'morning.2025-05-03T10-00-00.000Z.json'), brief)
  const after = await openDesk({}, folder)
  expect(await after.library.versions('dawn')).toEqual(versions)
  expect(await after.library.trashed()).toEqual([])
})

test('a source takes its evidence along, and a brief those that link it', async () => {
  const { ask, library, source } = await deskWithBriefs()
  await ask('record.rename', { id: source, to: 'kato-speech' })
  expect((await library.get('quotes', old)).anchor?.source).toBe('kato-speech')
  await ask('brief.set', { id: 'evening', fields: { body: 'See :brief[]{#morning}.' } })
  await ask('record.rename', { id: 'morning', to: 'dawn' })
  expect((await library.get('briefs', 'evening')).body).toBe('See :brief[]{#dawn}.')
})

test('versions follow, and those of other records refer to what it is called now', async () => {
  const { ask, library, folder } = await deskWithBriefs()
  await ask('quote.set', { id: old, fields: { speaker: 'Kato' } })
  await ask('brief.set', { id: 'morning', fields: { body: 'Nothing.' } })
  await ask('record.rename', { id: old, to: 'kato-option' })
  const at = (await library.versions('kato-option')).at(-1) ?? ''
  expect(await ask('version.restore', { id: 'kato-option', at })).toMatchObject({
    record: { id: 'kato-option', speaker: 'Katsunobu Kato' },
  })
  expect(existsSync(join(folder, 'history', old))).toBe(false)
  const brief = (await library.versions('morning')).at(-1) ?? ''
  const { record } = await ask('version.restore', { id: 'morning', at: brief })
  expect(record).toMatchObject({ body: expect.stringContaining(']{#kato-option}.') })
})

test('what was deleted before and is taken back refers to what it is called now', async () => {
  const { ask } = await deskWithBriefs()
  await ask('record.delete', { id: 'morning' })
  await ask('record.rename', { id: old, to: 'kato-option' })
  const { record } = await ask('trash.restore', { id: 'morning' })
  expect(record).toMatchObject({ body: expect.stringContaining('::quote{#kato-option}') })
  expect(await ask('record.get', { id: 'morning' })).toMatchObject({ record })
})

test('unsaved texts of earlier sessions follow', async () => {
  const { ask, folder } = await deskWithBriefs()
  const fields = { body: `${body} Typed.` }
  await openDrafts(folder, plainSeal).keep({ id: 'morning', at: '2025-05-03T10:00:00.000Z', fields })
  await ask('record.rename', { id: old, to: 'kato-option' })
  await ask('record.rename', { id: 'morning', to: 'dawn' })
  expect((await ask('draft.list', {})).drafts).toMatchObject([
    { id: 'dawn', fields: { body: expect.stringContaining('::quote{#kato-option}') } },
  ])
  expect(readdirSync(join(folder, 'drafts'))).toHaveLength(1)
})

describe('an id is refused, and nothing changes,', () => {
  test.each([
    ['that is taken', 'morning', /There is something called “morning” already/],
    ['that is none', 'Kato’s Option', /“katos-option” would do/],
    ['that a system keeps for itself', 'con', /“con-1” would do/],
    ['of something that was deleted', 'gone', /was the id of something else/],
    ['that something else had before', 'evening', /was the id of something else/],
  ])('%s', async (_name, to, message) => {
    const { ask, library } = await deskWithBriefs()
    await ask('brief.create', { template: 'uk-submission', title: 'Gone', body: '' })
    await ask('record.delete', { id: 'gone' })
    await ask('record.rename', { id: 'evening', to: 'dusk' })
    const before = await library.find(old)
    await expect(ask('record.rename', { id: old, to })).rejects.toThrow(message)
    expect(await library.find(old)).toEqual(before)
    expect((await library.get('briefs', 'morning')).body).toBe(body)
  })
})

test('an issued brief keeps its id', async () => {
  const { ask, library } = await deskWithBriefs()
  const issue = { version: 1, at: '2025-05-03T10:00:00.000Z', manifest: '0'.repeat(64) }
  await library.update('briefs', 'morning', brief => ({ ...brief, issues: [issue] }))
  await expect(ask('record.rename', { id: 'morning', to: 'dawn' })).rejects.toThrow(/was issued/)
})

test('the old id is not given to a new record', async () => {
  const { ask } = await deskWithBriefs()
  await ask('record.rename', { id: 'morning', to: 'dawn' })
  const { id } = await ask('brief.create', { template: 'uk-submission', title: 'Morning', body: '' })
  expect(id).toBe('morning-2')
})
