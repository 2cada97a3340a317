import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from './desk.ts'

test('what was set aside at this start and before is listed with what stands in its place', async () => {
  const folder = temporaryFolder()
  const first = await openDesk({}, folder)
  const { id } = (await first.ask('source.paste', { text: 'A source of words.' })).source
  const { updatedAt } = await first.ask('source.set', { id, fields: { title: 'Once' } })
  await first.ask('source.set', { id, fields: { title: 'Twice' } })
  await first.library.close()
  writeFileSync(join(folder, `sources/${id}.json`), '{"half')
  mkdirSync(join(folder, 'briefs'), { recursive: true })
  writeFileSync(join(folder, 'briefs/gone.json'), 'nothing')

  const second = await openDesk({}, folder)
  const { found, earlier } = await second.ask('recovery.list', {})
  expect(earlier).toEqual([])
  expect(found).toEqual([
    {
      file: join(folder, `sources/${id}.json`),
      keptAs: expect.stringContaining(join('set-aside', 'sources')),
      reason: expect.stringContaining('not whole JSON'),
      replacedBy: updatedAt,
      at: null,
      record: { collection: 'sources', id, title: 'Once' },
    },
    expect.objectContaining({ file: join(folder, 'briefs/gone.json'), replacedBy: null, record: null }),
  ])
  await second.library.close()

  const third = await openDesk({}, folder)
  const later = await third.ask('recovery.list', {})
  expect(later.found).toEqual([])
  expect(later.earlier.map(({ file, keptAs, record }) => ({ file, keptAs, record }))).toEqual(
    expect.arrayContaining(found.map(({ file, keptAs, record }) => ({ file, keptAs, record }))),
  )
  for (const { at } of later.earlier) expect(at).toMatch(/^2025-05-03T10:\d\d:00\.000Z$/)
})

test('a conflict copy is listed with the record it was a copy of', async () => {
  const folder = temporaryFolder()
  const first = await openDesk({}, folder)
  const source = (await first.ask('source.paste', { text: 'A source of words.' })).source
  const { record } = await first.ask('record.get', { id: source.id })
  await first.library.close()
  const copy = join(folder, `sources/${source.id}.sync-conflict-20250503-101010-ABCDEFG.json`)
  writeFileSync(copy, JSON.stringify(record))
  const { ask } = await openDesk({}, folder)
  const { found } = await ask('recovery.list', {})
  expect(found).toEqual([
    expect.objectContaining({ file: copy, record: expect.objectContaining({ id: source.id }) }),
  ])
})
