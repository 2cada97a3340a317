// Issued versions, exported with a library and imported again.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from '../requests/desk.ts'
import { openIssueDesk } from '../requests/issue-desk.ts'

/** A library with an issued brief, one that is empty, and a folder between them. */
async function movingHouse() {
  const place = temporaryFolder()
  const dialogs = {
    chooseExportFolder: async () => join(place, 'export'),
    chooseFolder: async () => join(place, 'export'),
  }
  const old = await openIssueDesk({ dialogs }, join(place, 'old'))
  const fresh = await openDesk({ dialogs }, join(place, 'fresh'))
  await old.ask('brief.issue', { id: old.id })
  return { place, old, fresh, issued: join(place, 'export', 'issued', 'Holdings v1') }
}

test('come with their brief, byte by byte, and are not taken twice', async () => {
  const { old, fresh, issued } = await movingHouse()
  const { id } = old
  expect(await old.ask('library.export', {})).toMatchObject({ problems: [] })
  const names = readdirSync(issued)
  expect(names).toContain('brief.pdf')
  for (let turn = 0; turn < 2; turn++) {
    expect(await fresh.ask('library.import', {})).toMatchObject({ problems: [], renamed: [] })
    for (const name of names) {
      const bytes = readFileSync(join(fresh.folder, 'issued', id, 'v1', name))
      expect(bytes.equals(readFileSync(join(old.folder, 'issued', id, 'v1', name)))).toBe(true)
    }
    expect((await fresh.ask('issue.list', { id })).issues).toMatchObject([{ version: 1, problem: null }])
  }
})

test('come with a brief that is in the trash, and with one under a new id', async () => {
  const { old, fresh } = await movingHouse()
  const { id } = old
  await old.ask('library.export', {})
  const other = await fresh.ask('brief.create', { template: 'uk-submission', title: 'Holdings 2' })
  expect(other.id).toBe(id)
  const imported = await fresh.ask('library.import', {})
  const newId = imported?.renamed.find(each => each.id === id)?.newId ?? ''
  expect(newId).not.toBe(id)
  expect((await fresh.ask('issue.list', { id: newId })).issues).toMatchObject([{ version: 1, problem: null }])

  const deleted = await movingHouse()
  await deleted.old.ask('record.delete', { id })
  await deleted.old.ask('library.export', {})
  await deleted.fresh.ask('library.import', {})
  await deleted.fresh.ask('trash.restore', { id })
  expect((await deleted.fresh.ask('issue.list', { id })).issues).toMatchObject([
    { version: 1, problem: null },
  ])
})

test('that were changed on the way are told of and not taken, and a later import takes the right ones', async () => {
  const { old, fresh, issued } = await movingHouse()
  const { id } = old
  await old.ask('library.export', {})
  const pdf = join(issued, 'brief.pdf')
  const right = readFileSync(pdf)
  writeFileSync(pdf, 'else')
  expect((await fresh.ask('library.import', {}))?.problems).toEqual([
    {
      file: 'issued/Holdings v1',
      message:
        '“issued/Holdings v1” is not what was issued: brief.pdf is not what was frozen. That issued version was not imported; the brief was.',
    },
  ])
  expect((await fresh.ask('issue.list', { id })).issues).toMatchObject([
    { problem: expect.stringContaining('manifest.json is missing') },
  ])
  writeFileSync(pdf, right)
  expect(await fresh.ask('library.import', {})).toMatchObject({ problems: [] })
  expect((await fresh.ask('issue.list', { id })).issues).toMatchObject([{ problem: null }])
})

test('that were changed in the library are named by the export, which has the rest', async () => {
  const { old, issued } = await movingHouse()
  rmSync(join(old.folder, 'issued', old.id, 'v1', 'brief.pdf'))
  const message = expect.stringMatching(/v1 of “Holdings” was changed.*It is not in the export/)
  expect(await old.ask('library.export', {})).toMatchObject({
    records: 3,
    problems: [{ file: old.id, message }],
  })
  expect(() => readdirSync(issued)).toThrow('ENOENT')
})
