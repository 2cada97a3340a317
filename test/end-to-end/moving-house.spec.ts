// A library carried to another place and back, in the window and from a terminal, on the built app.
import { appendFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import { answerOpenDialog, answerSaveDialog, chooseMenu, test } from './desk.ts'
import { ask, brief } from './terminal.ts'

test('what is exported, changed elsewhere and imported from a terminal is the same library with the change', async ({
  folder,
}) => {
  const { sources } = await ask(folder, 'import', join(projectRoot, 'resources/sample/japan-treasuries.md'))
  const { id } = await ask(
    folder,
    'new',
    '--template',
    'uk-submission',
    '--title',
    'Morning',
    '--from',
    sources[0].id,
  )
  const made = await ask(folder, 'export-library', 'moved')
  expect(made).toMatchObject({ folder: join(folder, 'moved'), records: 2, originals: 1 })
  appendFileSync(join(folder, 'moved/briefs/Morning.md'), '\nFrom elsewhere.\n')
  const taken = await brief(folder, ['import-library', 'moved', '--library', 'other', '--json'])
  expect(taken, taken.error).toMatchObject({ code: 0, error: '' })
  expect(JSON.parse(taken.out)).toMatchObject({ added: 2, edited: 1, originals: 1, problems: [] })
  const shown = await brief(folder, ['show', id, '--library', 'other', '--json'])
  const { body, ...rest } = JSON.parse(shown.out)
  expect(body).toMatch(/From elsewhere\.$/)
  expect(rest).toMatchObject({ title: 'Morning', template: 'uk-submission' })

  const again = await brief(folder, ['export-library', 'moved', '--library', 'library'])
  expect(again.code).toBe(1)
  expect(again.error).toContain('is not empty')
})

test('the menu exports a library and imports notes', async ({ folder, openApp }) => {
  const { app, page } = await openApp()
  await answerOpenDialog(app, [join(projectRoot, 'test/fixtures/joplin-front-matter')])
  await chooseMenu(app, 'import-notes')
  await expect(page.getByRole('dialog', { name: 'Notes imported' })).toContainText('2 notes became briefs')
  await page.keyboard.press('Escape')
  await answerSaveDialog(app, join(folder, 'moved'))
  await chooseMenu(app, 'export-library')
  await expect(page.getByText('The whole library was exported')).toBeVisible()
  expect(readdirSync(join(folder, 'moved/briefs'))).toEqual(['Evening.md', 'Morning yen and bonds.md'])
  expect(existsSync(join(folder, 'moved/README.md'))).toBe(true)
})
