// Files of many kinds are taken in, in the process that reads them; a bad one harms neither the others nor the app.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect } from '@playwright/test'
import { ZipFile } from 'yazl'
import { answerOpenDialog, chooseMenu, keepScreenshot, test } from './desk.ts'
import { ask, brief } from './terminal.ts'

async function zipOf(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path)
  zip.end()
  return buffer(zip.outputStream)
}

test('several files come in, each other one says why not, and the app outlives a bomb', async ({
  folder,
  openApp,
}) => {
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const { app, page } = await openApp()
  await answerOpenDialog(app, [
    file('rates.md', '# Rates held\n\nThe bank held rates.'),
    file('long.txt', `The harbour report\n\n${'The wall held through the night.\n'.repeat(60_000)}`),
    file('page.pdf', '<!doctype html><title>Rates</title>'),
    file('bomb.zip', await zipOf({ 'a.txt': Buffer.alloc(60 * 1024 * 1024, 'words ') })),
    file('may.zip', await zipOf({ 'wall.txt': 'The harbour wall.', 'empty.txt': '', 'chart.png': 'x' })),
  ])
  await chooseMenu(app, 'import-source')
  const problems = page.getByRole('alert')
  await expect(problems).toContainText('3 files were not imported')
  await expect(problems).toContainText('“page.pdf” is named as a PDF, and holds a web page')
  await expect(problems).toContainText('“bomb.zip” unpacks to more than 100 times its size')
  await expect(problems).toContainText('“may.zip › empty.txt” is empty')
  await expect(page.getByText('One file of the ZIP was left out')).toBeVisible()
  const sources = page.getByRole('list', { name: 'Sources' }).getByRole('button')
  await expect(sources).toHaveText([/harbour wall/, /harbour report/, /Rates held/])
  await page.getByRole('button', { name: /harbour report/ }).click()
  await expect(page.getByLabel('Source text')).toContainText('The wall held through the night.')
})

test('a strip says how far it is, and stopping keeps what is in', async ({ folder, openApp }) => {
  const files = Array.from({ length: 100 }, (_, at) => {
    const path = join(folder, `report-${at + 1}.txt`)
    // Each large enough to be read in the other process.
    writeFileSync(path, `Report ${at + 1}\n\n${'The wall held through the night.\n'.repeat(40_000)}`)
    return path
  })
  const { app, page } = await openApp()
  await answerOpenDialog(app, files)
  await chooseMenu(app, 'import-source')
  const strip = page.getByRole('region', { name: 'Taking in files' })
  await expect(strip.getByRole('status')).toHaveText(/Taking in report-\d+\.txt \d+ of 100/)
  await expect(strip.getByRole('progressbar')).toBeVisible()
  await keepScreenshot(page, 'taking-in')
  await strip.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText(/It was stopped. \d+ sources are in and stay/)).toBeVisible()
  await expect(strip).toHaveCount(0)
  await expect(page.getByLabel('Source text')).toContainText('The wall held through the night.')
})

test('a terminal takes in a ZIP, and says of a bomb why not', async ({ folder }) => {
  writeFileSync(join(folder, 'may.zip'), await zipOf({ 'a.md': '# Rates', 'b/wall.txt': 'The wall.' }))
  writeFileSync(join(folder, 'bomb.zip'), await zipOf({ 'a.txt': Buffer.alloc(60 * 1024 * 1024) }))
  const { sources } = await ask(folder, 'import', 'may.zip')
  expect(sources).toMatchObject([{ title: 'Rates' }, { title: 'The wall' }])
  const refused = await brief(folder, ['import', 'bomb.zip', '--library', 'library'])
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.error).toContain('“bomb.zip” unpacks to more than 100 times its size')
  const many = await brief(folder, ['suggest', 'may.zip'])
  expect(many.error).toContain('holds 2 texts. Unpack it and name one of them.')
})
