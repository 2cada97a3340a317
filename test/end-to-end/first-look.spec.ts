// A newcomer, with the keyboard alone: the sample, its fault mended, its PDF, and a brief of one's own from it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answerSaveDialog, choicesAreReady, tabTo, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'
import { readPdf } from './read-pdf.ts'

test('from the sample to a PDF, a quote and a brief of one’s own, by keyboard alone', async ({
  folder,
  openApp,
}) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open

  await test.step('the sample is taken in, and its tour is open', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Look around with a sample' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue('Start here')
    await expect(page.frameLocator('iframe').locator('body')).toContainText('It does exist as an option')
    await keepScreen(open, 'sample')
  })

  const pdf = join(folder, 'tour.pdf')
  await answerSaveDialog(app, pdf)
  await test.step('its fault holds the PDF, is found by F8, and mended by its button', async () => {
    await page.keyboard.press('ControlOrMeta+e')
    await expect(page.getByText('Not exported yet')).toBeVisible()
    expect(existsSync(pdf)).toBe(false)
    await expect(page.getByRole('button', { name: /^Checks: 1 error/ })).toBeVisible()
    await page.keyboard.press('F8')
    const panel = page.getByRole('region', { name: 'Checks' })
    await expect(panel).toContainText('$1.2 trillion')
    await keepScreen(open, 'sample-checks')
    await tabTo(page, page.getByRole('button', { name: 'Change to $1.13 trillion' }))
    await page.keyboard.press('Enter')
    await expect(panel).not.toContainText('$1.2 trillion')
    await page.keyboard.press('ControlOrMeta+e')
    await expect(page.getByText('PDF exported')).toBeVisible()
    expect((await readPdf(pdf)).text).toContain('Japan holds $1.13 trillion of Treasuries')
  })

  await test.step('its evidence and its events are on the board and the timeline', async () => {
    await page.keyboard.press('ControlOrMeta+3')
    await expect(page.getByRole('grid', { name: 'Evidence' }).getByRole('row')).toHaveCount(20)
    await keepScreen(open, 'sample-evidence')
    await page.keyboard.press('ControlOrMeta+4')
    await expect(page.getByRole('button', { name: /^1 May 2025: Second round of talks/ })).toBeVisible()
    await keepScreen(open, 'sample-timeline')
  })

  await test.step('words of an article become a quote', async () => {
    await page.keyboard.press('ControlOrMeta+2')
    const list = page.getByRole('list', { name: 'Sources' })
    await list.getByRole('button').first().waitFor()
    await tabTo(page, list.getByRole('button').filter({ hasText: 'financial card' }))
    await page.keyboard.press('Enter')
    const article = page.getByRole('article', { name: 'Source text' })
    await expect(article).toContainText('Japan holds a powerful financial card')
    await tabTo(page, article)
    await page.keyboard.press('ControlOrMeta+Home')
    for (let words = 0; words < 4; words += 1) await page.keyboard.press('ControlOrMeta+Shift+ArrowRight')
    await page.keyboard.press('q')
    const inspector = page.getByRole('complementary', { name: 'Inspector' })
    await expect(inspector.getByLabel('Speaker')).toBeFocused()
    await page.keyboard.type('The Paper')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(inspector).toHaveCount(0)
  })

  await test.step('a brief of one’s own has it', async () => {
    await page.keyboard.press('ControlOrMeta+n')
    const dialog = page.getByRole('dialog', { name: 'New brief' })
    await expect(dialog.getByLabel('Title', { exact: true })).toBeFocused()
    await page.keyboard.type('What the paper says')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue('What the paper says')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('It says @the paper')
    await expect(page.getByRole('option').first()).toContainText('The Paper')
    await choicesAreReady(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option')).toHaveCount(0)
    await expect(page.frameLocator('iframe').locator('body')).toContainText('It says “')
    const own = join(folder, 'own.pdf')
    await answerSaveDialog(app, own)
    await page.keyboard.press('ControlOrMeta+e')
    await expect.poll(() => existsSync(own)).toBe(true)
    expect((await readPdf(own)).text).toContain('What the paper says')
  })
})
