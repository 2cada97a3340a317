// The app as it is packed: from its app.asar alone, a newcomer gets from the sample to a PDF and a Word document.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import { archiveIn, packInto } from '../packed-app.ts'
import { answerOpenDialog, answerSaveDialog, chooseMenu, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'
import { readPdf } from './read-pdf.ts'

const output = join(projectRoot, 'out/packed-for-tests')

test.use({ appPath: archiveIn(output) })

test.beforeAll(async () => {
  await packInto(output)
})

test('the packed app has all that it needs: sample, forms, dictionaries, readers of files, printer and Word', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  expect(await app.evaluate(({ app }) => app.getAppPath())).toBe(archiveIn(output))
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue('Start here')

  await answerOpenDialog(app, [join(projectRoot, 'test/fixtures/capture/minutes.docx')])
  await chooseMenu(app, 'import-source')
  await expect(page.getByRole('article', { name: 'Source text' })).toBeVisible()

  await chooseMenu(app, 'new-brief')
  await page.getByLabel('Title', { exact: true }).fill('Holdings')
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await expect(text).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('The goverment of Japan, 日本, holds bonds. ')
  await expect(text.locator('.misspelt')).toHaveText(['goverment'])

  for (const [name, said] of [
    ['holdings.pdf', 'PDF exported'],
    ['holdings.docx', 'Word document exported'],
  ] as const) {
    await answerSaveDialog(app, join(folder, name))
    await chooseMenu(app, 'export-brief')
    await expect(page.getByText(said)).toBeVisible()
    expect(existsSync(join(folder, name))).toBe(true)
  }
  const pdf = await readPdf(join(folder, 'holdings.pdf'))
  expect(pdf.text).toContain('The goverment of Japan, 日本')
  expect(pdf.fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([])
})

test('what the packed app is made of is named with its licences', async ({ openApp }) => {
  const open = await openApp()
  const { app, page } = open
  await chooseMenu(app, 'show-about')
  const about = page.getByRole('dialog', { name: 'About Dispatch Box' })
  await about.getByText('Licences', { exact: true }).click()
  for (const [name, words] of [
    ['@fontsource/source-serif-4', 'SIL OPEN FONT LICENSE Version 1.1'],
    ['@cspell/dict-de-de', 'igerman98'],
    ['preact', 'Permission is hereby granted, free of charge'],
  ] as const) {
    const item = about
      .getByRole('listitem')
      .filter({ hasText: `${name} ` })
      .first()
    await item.getByText(name).first().click()
    await expect(item.locator('pre')).toBeVisible()
    await expect(item.locator('pre')).toContainText(words)
  }
  await keepScreen(open, 'licences')
})

test('the program of the unpacked app opens it', async ({ folder }) => {
  test.skip(process.platform !== 'linux', 'The stand-in’s program is one for Linux.')
  const started = spawn(
    join(output, 'linux-unpacked/dispatch-box'),
    ['--headless', `--user-data-dir=${join(folder, 'profile')}`, `--library=${join(folder, 'library')}`],
    { cwd: folder, stdio: 'ignore' },
  )
  const ended = once(started, 'exit')
  await expect.poll(() => existsSync(join(folder, 'library/library.json'))).toBe(true)
  // A page that is not there yet cannot answer, and is asked again.
  const hasEnded = () => started.exitCode !== null || !started.kill('SIGTERM')
  await expect.poll(hasEnded, { intervals: [1000] }).toBe(true)
  expect(await ended).toEqual([0, null])
})
