// What an import does where the library has something already, and where the folder is not as it was exported.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Brief, Source } from '../../../shared/model/records.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from '../requests/desk.ts'

/** Two libraries and a folder between them. */
async function movingHouse() {
  const place = temporaryFolder()
  const dialogs = {
    chooseExportFolder: async () => join(place, 'export'),
    chooseFolder: async () => join(place, 'export'),
  }
  const old = await openDesk({ dialogs }, join(place, 'old'))
  const fresh = await openDesk({ dialogs }, join(place, 'fresh'))
  const captured = await old.ask('source.capture', {
    name: 'Kato: “an option”.md',
    bytes: new TextEncoder().encode('# Kato\n\nIt does exist as an option, he said.\n'),
  })
  const [source] = captured.sources
  if (!source) throw new Error(captured.failures[0]?.message)
  const quote = await old.ask('quote.create', {
    place: { source: source.id, exact: 'does exist as an option' },
    fields: { speaker: 'Katsunobu Kato' },
  })
  const brief = await old.ask('brief.create', {
    template: 'uk-submission',
    title: 'Morning',
    body: `He said :quote["an option"]{#${quote.id}}. See :brief[this]{#morning}.`,
  })
  const file = (name: string) => join(place, 'export', name)
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(file(name), change(readFileSync(file(name), 'utf8')))
  return { place, old, fresh, source, quote, brief, file, edit }
}

test('an export is a folder for people, and nothing else is left beside it', async () => {
  const { place, old, file } = await movingHouse()
  expect(await old.ask('library.export', {})).toMatchObject({ records: 3, originals: 1, problems: [] })
  expect(readdirSync(join(place, 'export')).sort()).toEqual([
    'README.md',
    'briefs',
    'data',
    'originals',
    'quotes',
    'sources',
  ])
  expect(readdirSync(file('originals'))).toEqual(['Kato “an option”.md'])
  expect(readFileSync(file('briefs/Morning.md'), 'utf8')).toMatch(
    /^---\nid: morning\n[\s\S]*title: Morning\n[\s\S]*---\n\nHe said :quote/,
  )
  expect(readFileSync(file('sources/Kato.md'), 'utf8')).toContain('original: originals/Kato “an option”.md')
  expect(readdirSync(place).sort()).toEqual(['export', 'fresh', 'old'])
})

test('an export replaces nothing, and does not go into the library itself', async () => {
  const { place, old, file } = await movingHouse()
  mkdirSync(file('.'))
  writeFileSync(file('mine.txt'), 'mine')
  await expect(old.ask('library.export', {})).rejects.toThrow(
    /export is not empty, or no folder.*name a folder that is new or empty/s,
  )
  expect(readdirSync(file('.'))).toEqual(['mine.txt'])
  rmSync(file('mine.txt'))
  await old.ask('library.export', {})
  const inside = await openDesk(
    { dialogs: { chooseExportFolder: async () => join(place, 'inner', 'x') } },
    join(place, 'inner'),
  )
  await expect(inside.ask('library.export', {})).rejects.toThrow(/lies in the library itself/)
})

test('what a system leaves in the library’s folders does not spoil the export', async () => {
  const { old, fresh } = await movingHouse()
  mkdirSync(join(old.folder, 'history', '.DS_Store'), { recursive: true })
  mkdirSync(join(old.folder, 'trash', 'briefs'), { recursive: true })
  writeFileSync(join(old.folder, 'trash', 'briefs', 'Thumbs.db'), 'x')
  await old.library.close()
  const again = await openDesk(
    { dialogs: { chooseExportFolder: async () => join(old.folder, '..', 'export') } },
    old.folder,
  )
  await again.ask('library.export', {})
  expect(await fresh.ask('library.import', {})).toMatchObject({ added: 3, problems: [] })
})

test('an original that is missing or damaged is named, and the rest is exported', async () => {
  const { old, source, file } = await movingHouse()
  writeFileSync(join(old.folder, 'attachments', source.sha256), 'cut')
  const exported = await old.ask('library.export', {})
  expect(exported?.problems.map(({ message }) => message)).toEqual([expect.stringContaining('is damaged')])
  expect(existsSync(file('briefs/Morning.md'))).toBe(true)
})

test('what another editor changed is taken over, and what was exported is its earlier version', async () => {
  const { old, fresh, file, edit } = await movingHouse()
  await old.ask('library.export', {})
  edit('briefs/Morning.md', text =>
    text.replace('title: Morning', 'title: Evening').replace('He said', 'He had said'),
  )
  renameSync(file('briefs/Morning.md'), file('briefs/Another name.md'))
  edit('quotes/Katsunobu Kato – does exist as an option.md', text =>
    text.replace('role:', 'role: Finance Minister'),
  )
  expect(await fresh.ask('library.import', {})).toMatchObject({ added: 3, edited: 2, problems: [] })
  const brief = (await fresh.ask('record.get', { id: 'morning' })).record as Brief
  expect(brief).toMatchObject({ title: 'Evening', body: expect.stringMatching(/^He had said/) })
  const { versions } = await fresh.ask('version.list', { id: 'morning' })
  const before = (await fresh.ask('version.get', { id: 'morning', at: versions[0] ?? '' })).record as Brief
  expect(before).toMatchObject({ title: 'Morning', body: expect.stringMatching(/^He said/) })
})

test('edits go back into the library they came from, whose state before is an earlier version', async () => {
  const { old, edit, brief } = await movingHouse()
  await old.ask('library.export', {})
  edit('briefs/Morning.md', text => text.replace('He said', 'He had said'))
  expect(await old.ask('library.import', {})).toMatchObject({
    added: 0,
    edited: 1,
    alreadyHere: 2,
    renamed: [],
  })
  expect((await old.ask('record.get', { id: brief.id })).record).toMatchObject({
    body: expect.stringMatching(/^He had/),
  })
  const { versions } = await old.ask('version.list', { id: brief.id })
  expect((await old.ask('version.get', { id: brief.id, at: versions[0] ?? '' })).record).toEqual(brief)
  // Once more, it is here already.
  expect(await old.ask('library.import', {})).toMatchObject({
    added: 0,
    edited: 0,
    alreadyHere: 3,
    renamed: [],
  })
})

test('a library that has gone on keeps its state', async () => {
  const { old, brief } = await movingHouse()
  await old.ask('library.export', {})
  await old.ask('brief.set', { id: brief.id, fields: { title: 'Evening' }, keepsVersion: true })
  expect(await old.ask('library.import', {})).toMatchObject({
    added: 0,
    edited: 0,
    alreadyHere: 3,
    renamed: [],
  })
  expect((await old.ask('record.get', { id: brief.id })).record).toMatchObject({ title: 'Evening' })
})

test('where ids stand for something else here, all that comes is kept under new ids and linked among itself', async () => {
  const { old, fresh, source, quote } = await movingHouse()
  await old.ask('library.export', {})
  const mine = (await fresh.ask('source.paste', { text: '# Kato\n\nSomething else.' })).source
  const own = await fresh.ask('brief.create', { template: 'uk-submission', title: 'Morning', body: 'Mine.' })
  expect([mine.id, own.id]).toEqual([source.id, 'morning'])
  const outcome = await fresh.ask('library.import', {})
  expect(outcome?.renamed.map(({ id, newId }) => [id, newId])).toEqual([
    [source.id, `${source.id}-2`],
    ['morning', 'morning-2'],
  ])
  const taken = (await fresh.ask('record.get', { id: quote.id })).record
  expect(taken).toMatchObject({ anchor: { source: `${source.id}-2` } })
  expect((await fresh.ask('record.get', { id: 'morning-2' })).record).toMatchObject({
    body: `He said :quote["an option"]{#${quote.id}}. See :brief[this]{#morning-2}.`,
  })
  expect((await fresh.ask('record.get', { id: 'morning' })).record).toMatchObject({ body: 'Mine.' })
  // What an earlier import has made is found again.
  expect(await fresh.ask('library.import', {})).toMatchObject({ added: 0, renamed: [], alreadyHere: 3 })
})

test('what was deleted here comes back from the trash; what was emptied comes under a new id', async () => {
  const { old, brief } = await movingHouse()
  await old.ask('library.export', {})
  await old.ask('record.delete', { id: brief.id, evenIfUsed: true })
  expect(await old.ask('library.import', {})).toMatchObject({ added: 0, fromTrash: 1 })
  await old.ask('record.delete', { id: brief.id, evenIfUsed: true })
  await old.ask('trash.empty', {})
  const outcome = await old.ask('library.import', {})
  expect(outcome?.renamed).toMatchObject([{ id: 'morning', newId: 'morning-2' }])
})

test('damage in the folder is named by file, and the rest is imported', async () => {
  const { place, old, fresh, file, edit } = await movingHouse()
  await old.ask('brief.create', { template: 'uk-submission', title: 'Other', body: 'x' })
  await old.ask('library.export', {})
  writeFileSync(file('data/records/briefs/Other.json'), '{"schema":')
  edit('briefs/Morning.md', text => text.replace('title: Morning', 'title: "Morning'))
  edit('sources/Kato.md', text => text.replace('an option, he', 'no option, he'))
  writeFileSync(file('originals/Kato “an option”.md'), 'cut')
  writeFileSync(file('briefs/New.md'), 'A note of mine.')
  writeFileSync(join(place, 'secret.md'), readFileSync(file('briefs/Morning.md')))
  rmSync(file('briefs/Other.md'))
  symlinkSync(join(place, 'secret.md'), file('briefs/Other.md'))
  const outcome = await fresh.ask('library.import', {})
  expect(outcome).toMatchObject({ added: 3, originals: 0 })
  const told = Object.fromEntries((outcome?.problems ?? []).map(({ file, message }) => [file, message]))
  expect(told['data/records/briefs/Other.json']).toContain('is damaged')
  expect(told['briefs/Morning.md']).toContain('front matter that cannot be read')
  expect(told['sources/Kato.md']).toContain('has another text, which cannot be changed from outside')
  expect(told['originals/Kato “an option”.md']).toMatch(/is not what was exported|MB/)
  expect(told['briefs/New.md']).toContain('has no id at its head')
  expect((await fresh.ask('record.get', { id: 'morning' })).record).toMatchObject({ title: 'Morning' })
  const { text } = (await fresh.ask('record.get', { id: 'kato' })).record as Source
  expect(text).toContain('as an option, he')
})

test('a manifest that names a file outside the folder reads nothing there', async () => {
  const { place, old, fresh, file, edit } = await movingHouse()
  await old.ask('library.export', {})
  writeFileSync(join(place, 'outside'), readFileSync(file('originals/Kato “an option”.md')))
  edit('data/manifest.json', text => text.replace('originals/Kato “an option”.md', '../outside'))
  const outcome = await fresh.ask('library.import', {})
  expect(outcome?.originals).toBe(0)
  expect(outcome?.problems.map(({ message }) => message).join()).toContain('is no path within the folder')
})

test('a folder that is no export, and a library that can only be read, are refused in plain words', async () => {
  const { place, fresh, file } = await movingHouse()
  await expect(fresh.ask('library.import', {})).rejects.toThrow(
    /was not imported: its data\/manifest.json cannot be read.*Nothing was changed/s,
  )
  mkdirSync(join(place, 'export', 'data'), { recursive: true })
  writeFileSync(file('data/manifest.json'), '{"schema":2}')
  await expect(fresh.ask('library.import', {})).rejects.toThrow(/damaged or of a newer version/)
})

test('a person’s own templates go along; one of a name that stands for another one here is told', async () => {
  const { place, old, fresh } = await movingHouse()
  const form = '---\ntitle: House memo\n---\n\n## Point\n'
  await old.library.templates.put('house-memo', form)
  await old.ask('library.export', {})
  expect(readFileSync(join(place, 'export', 'templates', 'house-memo.md'), 'utf8')).toBe(form)
  expect(await fresh.ask('library.import', {})).toMatchObject({ problems: [] })
  expect((await fresh.ask('template.show', { name: 'house-memo' })).text).toBe(form)
  await fresh.library.templates.put('house-memo', `${form}\nMine.\n`)
  const again = await fresh.ask('library.import', {})
  expect(again?.problems).toEqual([
    {
      file: 'templates/house-memo.md',
      message: expect.stringContaining('That one stays, and this was not imported.'),
    },
  ])
  expect((await fresh.ask('template.show', { name: 'house-memo' })).text).toBe(`${form}\nMine.\n`)
})
