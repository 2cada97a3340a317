import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { moveHouse } from '../../../main/terminal/move-house.ts'
import { openDesk } from '../requests/desk.ts'

test('notes are printed with what each became, and what was not taken is a failure', async () => {
  const { ask } = await openDesk({
    dialogs: { chooseFolder: async () => resolve('test/fixtures/joplin-front-matter') },
  })
  const { lines, failures } = await moveHouse('import-notes', ask)
  expect(lines).toEqual([
    'briefs\tevening\tDesk/Evening.md',
    'briefs\tmorning-yen-and-bonds\tDesk/Morning.md',
  ])
  expect(failures).toEqual([expect.stringContaining('_resources/table.png')])
})
