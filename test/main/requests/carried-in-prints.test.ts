import { expect, test } from 'vitest'
import { finishAsOurs } from '../own-pdf.ts'
import { openIssueDesk } from './issue-desk.ts'

test('a brief is carried by its export and by its issued version, and not by what says what changed', async () => {
  const carried: string[][] = []
  const { ask, id, body, edit } = await openIssueDesk({
    finishPdf: async (pdf, about, files = []) => {
      carried.push(files.map(({ name }) => name))
      return finishAsOurs(pdf, about, files)
    },
  })
  await ask('brief.export', { id })
  await ask('brief.issue', { id })
  await edit(body.replace('Keep all', 'Keep nearly all'))
  await ask('changes.export', { id, from: 1, to: null })
  expect(carried.map(names => names.includes('brief.md'))).toEqual([true, true, false])
  expect(carried.at(-1)).toEqual([])
})
