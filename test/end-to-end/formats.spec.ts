// A file of every format, made by the programs that people use, in the real app.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import { answerOpenDialog, chooseMenu, test } from './desk.ts'
import { keepScreen, room } from './keep-screen.ts'

const fixture = (name: string) => join(projectRoot, 'test/fixtures/capture', name)

test('a page, a mail, a Word document and a PDF are read, with pages, tables and pictures', async ({
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  const text = page.getByRole('article', { name: 'Source text' })
  const take = async (name: string, title: string) => {
    await answerOpenDialog(app, [fixture(name)])
    await chooseMenu(app, 'import-source')
    await expect(page.getByLabel('Source title')).toHaveValue(title)
  }

  await take('pages/harbour-levy.html', 'Marrow Bay to more than double cruise levy to pay for sea wall')
  await expect(page.getByLabel('Publisher', { exact: true })).toHaveValue('The Estuary Courier')
  await expect(page.getByLabel('Published', { exact: true })).toHaveValue('17 February 2026')
  await expect(page.getByLabel('Web address')).not.toHaveValue(/utm_/)
  await expect(text).toContainText('“There is no third way, and I have looked.”')
  await expect(text).not.toContainText(/cookie/i)
  await expect(text.getByRole('row', { name: '2024 1,180,000 6 7.1' })).toBeVisible()
  await text.getByRole('table').scrollIntoViewIfNeeded()
  await keepScreen(open, 'source-web-page')

  await take('decision.eml', 'Decision on the levy – €14 from July')
  await expect(text).toContainText('7 votes to 2')

  await take('minutes.docx', 'Minutes of the harbour board')
  await keepScreen(open, 'source-word')

  await take('pdf/grain.pdf', 'Grain reserves of the lake provinces')
  await expect(text).toContainText('p. 2')
  await text.getByText('p. 2', { exact: true }).scrollIntoViewIfNeeded()
  await keepScreen(open, 'source-pdf')

  // The same page, kept by the browser in another way: its words are here.
  await answerOpenDialog(app, [fixture('harbour-levy.mhtml')])
  await chooseMenu(app, 'import-source')
  await expect(page.getByText('has these very words and was opened')).toBeVisible()
  await expect(room(page, 'Sources')).toContainText('4')
})

test('what cannot be read says why, each in its own words, and the app goes on', async ({
  folder,
  openApp,
}) => {
  const { app, page } = await openApp()
  const file = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(folder, name), bytes)
    return join(folder, name)
  }
  const pdf = readFileSync(fixture('pdf/grain.pdf'))
  await answerOpenDialog(app, [
    fixture('pdf/locked.pdf'),
    fixture('pdf/scan.pdf'),
    fixture('encrypted.docx'),
    file('cut.pdf', pdf.subarray(0, pdf.length / 2)),
    file('empty.eml', ''),
    file('sound.docx', 'RIFF....WAVE'),
    fixture('plain.eml'),
  ])
  await chooseMenu(app, 'import-source')
  const problems = page.getByRole('alert')
  await expect(problems).toContainText('6 files were not imported')
  for (const reason of [
    '“locked.pdf” is locked with a password',
    '“scan.pdf” holds pictures of pages and no text',
    '“encrypted.docx” is named as a Word document, and holds a document with a password',
    '“cut.pdf”',
    '“empty.eml” is empty',
    '“sound.docx” is named as a Word document',
  ])
    await expect(problems).toContainText(reason)
  await expect(page.getByLabel('Source title')).toHaveValue('Le vote')
})
