// The paper that a person prefers goes before what forms say, and after what an export names.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lastExport } from '../../../main/library/last-export.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { finishAsOurs } from '../own-pdf.ts'
import { openIssueDesk } from './issue-desk.ts'

async function openPaperDesk() {
  const file = join(temporaryFolder(), 'last-export.json')
  const desk = await openIssueDesk({ lastExport: lastExport(file), finishPdf: finishAsOurs })
  const sizes = () => desk.printed.map(({ pageStyle }) => /size: (\w+);/.exec(pageStyle)?.[1])
  const prefer = (paper: 'template' | 'a4' | 'letter') =>
    desk.ask('preferences.set', { preferences: { paper } })
  return { ...desk, sizes, prefer }
}

test('every print is on it: pages, exports, issues and what changed', async () => {
  const { ask, id, sizes, prefer, edit } = await openPaperDesk()
  await ask('brief.pages', { id })
  await prefer('letter')
  await ask('brief.pages', { id })
  await ask('brief.export', { id })
  await ask('brief.issue', { id })
  await edit('Something else.')
  await ask('changes.export', { id, from: 1, to: null })
  expect(sizes()).toEqual(['A4', 'letter', 'letter', 'letter', 'letter'])
})

test('a form that says its paper gives way to it, and has its own again once nothing is preferred', async () => {
  const { ask, id, sizes, prefer } = await openPaperDesk()
  await ask('brief.set', { id, fields: { template: 'us-action-memo' } })
  for (const paper of ['template', 'a4', 'template'] as const) {
    await prefer(paper)
    await ask('brief.export', { id })
  }
  expect(sizes()).toEqual(['letter', 'A4', 'letter'])
})

test('an export that names a paper is on that one, until another is preferred', async () => {
  const { ask, id, sizes, prefer } = await openPaperDesk()
  await prefer('letter')
  await ask('brief.export', { id, choice: { paper: 'a4', notes: 'end' } })
  expect(sizes()).toEqual(['A4'])
  expect(await ask('export.last', {})).toMatchObject({ paper: 'a4', notes: 'end' })
  await ask('preferences.set', { preferences: { look: 'dark' } })
  expect(await ask('export.last', {})).toMatchObject({ paper: 'a4' })
  await prefer('letter')
  expect(await ask('export.last', {})).toMatchObject({ paper: null, notes: 'end' })
})

test('pages are counted again on another paper', async () => {
  const { ask, id, sizes, prefer } = await openPaperDesk()
  const counted = async () => (await ask('brief.measure', { id, mayPrint: false })).pages
  await ask('brief.measure', { id })
  expect(await counted()).toMatchObject({ isOfThisText: true })
  await prefer('letter')
  expect(await counted()).toMatchObject({ isOfThisText: false })
  await ask('brief.measure', { id })
  expect(sizes()).toEqual(['A4', 'letter'])
})

test('what was issued stays on the paper that it was issued on, and a template keeps what it says', async () => {
  const { ask, id, sizes, prefer } = await openPaperDesk()
  await ask('brief.issue', { id })
  const text = async () => (await ask('template.show', { name: 'us-action-memo' })).text
  const before = await text()
  await prefer('letter')
  expect(await ask('issue.compare', { id, from: 1, to: null })).toMatchObject({ isSame: true })
  await ask('brief.export', { id, choice: { version: 1, notes: 'end' } })
  expect(sizes()).toEqual(['A4', 'A4'])
  await prefer('a4')
  expect(await text()).toBe(before)
})
