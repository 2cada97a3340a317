import { cpSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { moveHouse } from '../../../main/terminal/move-house.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { openDesk } from '../requests/desk.ts'

test('notes are printed with what each became, and what was not taken is a failure', async () => {
  const folder = temporaryFolder()
  cpSync(resolve('test/fixtures/joplin-front-matter'), folder, { recursive: true })
  // No note links it.
  writeFileSync(join(folder, '_resources/loose.png'), 'a picture')
  const { ask } = await openDesk({
    dialogs: { chooseFolder: async () => folder },
  })
  const { lines, failures } = await moveHouse('import-notes', ask)
  expect(lines).toEqual([
    'briefs\tevening\tDesk/Evening.md',
    'briefs\tmorning-yen-and-bonds\tDesk/Morning.md',
  ])
  expect(failures).toEqual([expect.stringContaining('_resources/loose.png')])
})
