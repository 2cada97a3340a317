import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDrafts } from '../../../main/library/drafts.ts'
import { plainSeal } from '../../../main/library/seal.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { testTime } from './a-brief.ts'

function folderOfDrafts(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'drafts'))
  return folder
}

const at = testTime

test('what is typed is offered by the next session, and only what was typed last', async () => {
  const folder = folderOfDrafts()
  const first = openDrafts(folder, plainSeal)
  await Promise.all(['W', 'Wo', 'Words'].map(body => first.keep({ id: 'one', at, fields: { body } })))
  expect(await first.recovered()).toEqual([])
  expect(await openDrafts(folder, plainSeal).recovered()).toEqual([
    { schema: 1, id: 'one', at, fields: { body: 'Words' } },
  ])
})

test('a draft goes with the save that began after it, and not with one that began before', async () => {
  const folder = folderOfDrafts()
  const drafts = openDrafts(folder, plainSeal)
  await drafts.keep({ id: 'one', at, fields: { body: 'Words' } })
  const draft = drafts.current('one')
  await drafts.keep({ id: 'one', at, fields: { body: 'Words and more' } })
  await drafts.saved('one', draft)
  expect(readdirSync(join(folder, 'drafts'))).toHaveLength(1)
  await drafts.saved('one', drafts.current('one'))
  expect(readdirSync(join(folder, 'drafts'))).toEqual([])
})

test('a draft that was left behind stays while the same brief is written on, until it is dropped', async () => {
  const folder = folderOfDrafts()
  await openDrafts(folder, plainSeal).keep({ id: 'one', at, fields: { body: 'Lost words' } })
  const drafts = openDrafts(folder, plainSeal)
  await drafts.keep({ id: 'one', at, fields: { body: 'Other' } })
  await drafts.saved('one', drafts.current('one'))
  expect(await drafts.recovered()).toHaveLength(1)
  await drafts.drop('one', at)
  expect(await drafts.recovered()).toEqual([])
})

test('a file that is no whole draft is left where it is and not offered', async () => {
  const folder = folderOfDrafts()
  writeFileSync(join(folder, 'drafts', 'one.x.json'), '{"schema":1,"id":"o')
  const drafts = openDrafts(folder, plainSeal)
  expect(await drafts.recovered()).toEqual([])
  await drafts.drop('one', at)
  expect(readdirSync(join(folder, 'drafts'))).toEqual(['one.x.json'])
})
