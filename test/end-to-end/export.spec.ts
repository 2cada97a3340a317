// A brief leaves the house: as what, how, several at once, and into the clipboard.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, expect } from '@playwright/test'
import axe from 'axe-core'
import { findBrowser } from '../../scripts/setup/browser.mjs'
import { answerOpenDialog, answerSaveDialog, chooseMenu, type OpenApp, takeInSample, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

/** The sample, and a brief that is drafted from its evidence. */
async function writeBrief(open: OpenApp, title: string, template = 'Market morning note'): Promise<void> {
  await chooseMenu(open.app, 'new-brief')
  const dialog = open.page.getByRole('dialog', { name: 'New brief' })
  await dialog.getByLabel('Title', { exact: true }).fill(title)
  await dialog.getByText(template, { exact: true }).click()
  await dialog.getByLabel('From source').selectOption({ index: 1 })
  await dialog.getByLabel('Date').fill('3 May 2025')
  await dialog.getByRole('button', { name: 'Create brief' }).click()
  await expect(open.page.getByRole('textbox', { name: 'Brief title' })).toHaveValue(title)
}

test('a web page is chosen once and proposed again, and has no fault that axe finds, wide or narrow, light or dark', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  await takeInSample(open)
  await writeBrief(open, 'Holdings')
  const file = join(folder, 'holdings.html')
  await answerSaveDialog(app, file)
  await chooseMenu(app, 'export-as')
  const dialog = page.getByRole('dialog', { name: 'Export “Holdings”' })
  await expect(dialog.getByRole('radio', { name: 'PDF' })).toBeFocused()
  await keepScreen(open, 'export')
  await dialog.getByText('Web page').click()
  await expect(dialog.getByRole('radio', { name: 'Web page' })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Web page exported')).toBeVisible()
  await keepScreen(open, 'exported-page')

  await open.close()
  const again = await openApp()
  await expect(again.page.getByRole('textbox', { name: 'Brief text' })).toBeVisible()
  await chooseMenu(again.app, 'export-as')
  await expect(again.page.getByRole('radio', { name: 'Web page' })).toBeChecked()

  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    for (const width of [1280, 390]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const reader = await browser.newPage({ viewport: { width, height: 844 }, colorScheme })
        const asked: string[] = []
        reader.on('request', request => asked.push(request.url().replace(/^data:.*/, '')))
        await reader.goto(`file://${file}`)
        await expect(reader.locator('body')).toContainText('Katsunobu Kato')
        await reader.evaluate(axe.source)
        const { violations, passes } = await reader.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run(),
        )
        expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
        expect(passes.length).toBeGreaterThan(10)
        expect(asked.filter(url => url !== '' && url !== `file://${file}`)).toEqual([])
        expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
        await reader.close()
      }
    }
  } finally {
    await browser.close()
  }
})

test('several briefs go into a folder, each under its title', async ({ folder, openApp }) => {
  const open = await openApp()
  const { app, page } = open
  await takeInSample(open)
  await writeBrief(open, 'First')
  await writeBrief(open, 'Second', 'UK submission')
  const into = join(folder, 'out')
  mkdirSync(into)
  await answerOpenDialog(app, [into])
  await chooseMenu(app, 'export-as')
  const dialog = page.getByRole('dialog', { name: 'Export “Second”' })
  await dialog.getByText('Export others with it').click()
  await dialog.getByLabel('First').check()
  await keepScreen(open, 'export-several')
  await dialog.getByRole('button', { name: 'Choose folder for 2 briefs…' }).click()
  await expect(page.getByText('2 briefs exported')).toBeVisible({ timeout: 60_000 })
  expect(readdirSync(into).sort()).toEqual(['First.pdf', 'Second.pdf'])
  expect(readFileSync(join(into, 'First.pdf'), 'latin1')).toMatch(/^%PDF-/)
})

test('an export that is broken off leaves no file, and the next one runs', async ({ folder, openApp }) => {
  const open = await openApp()
  const { app, page } = open
  await takeInSample(open)
  await writeBrief(open, 'Holdings')
  const file = join(folder, 'holdings.pdf')
  await answerSaveDialog(app, file)
  // A real print whose end is never told, as where its window is closed meanwhile.
  await app.evaluate(({ BrowserWindow }) => {
    const load = BrowserWindow.prototype.loadURL
    BrowserWindow.prototype.loadURL = async function (this: Electron.BrowserWindow, ...given) {
      BrowserWindow.prototype.loadURL = load
      const print = this.webContents.printToPDF.bind(this.webContents)
      this.webContents.printToPDF = options => {
        void print(options).catch(() => undefined)
        return new Promise(() => undefined)
      }
      await load.apply(this, given)
    }
  })
  await chooseMenu(app, 'export-brief')
  await expect(page.getByText('Setting it')).toHaveAttribute('aria-current', 'step')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('region', { name: 'Export' })).toBeHidden()
  expect(existsSync(file)).toBe(false)
  await chooseMenu(app, 'export-brief')
  await expect(page.getByText('PDF exported')).toBeVisible({ timeout: 30_000 })
  expect(existsSync(file)).toBe(true)
})

test('a brief in the clipboard is rich text with the words of its evidence', async ({ openApp }) => {
  const open = await openApp()
  const { app, page } = open
  await takeInSample(open)
  await writeBrief(open, 'Holdings')
  await chooseMenu(app, 'copy-brief')
  await expect(page.getByText('The brief is in the clipboard.')).toBeVisible()
  // What another program would paste.
  await page.evaluate(() => {
    const field = document.createElement('div')
    field.contentEditable = 'true'
    field.id = 'other-program'
    field.addEventListener('paste', event => {
      event.stopPropagation()
      field.dataset.html = event.clipboardData?.getData('text/html') ?? ''
      field.dataset.text = event.clipboardData?.getData('text/plain') ?? ''
    })
    document.body.append(field)
    field.focus()
  })
  await page.keyboard.press('ControlOrMeta+v')
  const pasted = page.locator('#other-program')
  await expect(pasted).toHaveAttribute('data-html', /<h1>Holdings<\/h1>[\s\S]*Katsunobu Kato/)
  await expect(pasted).toHaveAttribute(
    'data-text',
    /^---\ngenerator: Dispatch Box\ntitle: Holdings[\s\S]*> — Katsunobu Kato/,
  )
})
