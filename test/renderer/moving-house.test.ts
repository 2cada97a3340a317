// Exporting and importing a library and notes, as they are met in the window.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { type Desk, openDesk, serveWindow, type Window } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

let window: Window
let desk: Desk | undefined

beforeAll(async () => {
  window = await serveWindow()
})
afterAll(() => window.close())
afterEach(async () => {
  const { complaints = [], library } = desk ?? {}
  await desk?.close()
  if (library) rmSync(`${library.folder}-export`, { recursive: true, force: true })
  desk = undefined
  expect(complaints, 'what the browser complained of').toEqual([])
})

async function open(options: Parameters<typeof openDesk>[1] = {}): Promise<Desk> {
  desk = await openDesk(window, options)
  return desk
}

test('what is being typed is in the export', async () => {
  const { page, choose, library } = await open({ prepare: linkedBrief })
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('Just typed.')
  await choose('export-library')
  await expectPage(page.getByText('The whole library was exported')).toBeVisible()
  expect(readFileSync(join(`${library.folder}-export`, 'briefs/Morning.md'), 'utf8')).toContain('Just typed.')
})

test('an import says what became of each note and names what was not taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-box-vault-'))
  cpSync(resolve('test/fixtures/obsidian-vault'), folder, { recursive: true })
  writeFileSync(join(folder, 'files/spare.png'), 'nothing links it')
  const { page, choose } = await open({ files: [folder] })
  await choose('import-notes')
  const dialog = page.getByRole('dialog', { name: 'Notes imported' })
  await expectPage(dialog).toContainText('2 notes became briefs.')
  await expectPage(dialog).toContainText('1 note with a web address or plain text became a source.')
  await expectPage(dialog).toContainText('1 file that a brief links is kept in the library')
  await expectPage(dialog.getByRole('list', { name: '1 file was not taken in' })).toContainText('spare.png')
  await page.keyboard.press('Escape')
  await expectPage(page.getByRole('list', { name: 'Briefs' })).toContainText('Treasury talks')
  rmSync(folder, { recursive: true })
})

test('the open brief is shown as another editor has changed it', async () => {
  const folder: string[] = []
  const { page, choose, library } = await open({ prepare: linkedBrief, files: folder })
  folder.push(`${library.folder}-export`)
  await choose('export-library')
  await expectPage(page.getByText('The whole library was exported')).toBeVisible()
  const file = join(`${library.folder}-export`, 'briefs/Morning.md')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nFrom elsewhere.\n`)
  await choose('import-library')
  await expectPage(page.getByRole('dialog', { name: 'Library imported' })).toContainText(
    '1 was changed in another editor',
  )
  await page.keyboard.press('Escape')
  await expectPage(page.getByLabel('Brief text')).toContainText('From elsewhere.')
})
