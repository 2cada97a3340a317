// The main job, whole, by a person's own means, on the real main process.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import {
  answerOpenDialog,
  answerSaveDialog,
  choicesAreReady,
  chooseMenu,
  keepScreenshot,
  selectWords,
  test,
} from './desk.ts'
import { readPdf } from './read-pdf.ts'

const sample = join(projectRoot, 'resources/sample/japan-treasuries.md')
const kato = 'It does exist as an option. Whether or not we act on it is a separate matter.'
const smith = 'You don’t necessarily have to use it—just make sure the other side knows it’s there.'

test('from an article to a PDF, and everything is there after a restart', async ({ folder, openApp }) => {
  const first = await openApp()
  const { app, page } = first
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await keepScreenshot(page, 'job-1-empty')

  await test.step('import the article by the file dialog', async () => {
    await answerOpenDialog(app, [sample])
    await chooseMenu(app, 'import-source')
    await expect(page.getByRole('article', { name: 'Source text' })).toContainText(
      'Japan holds a powerful financial card',
    )
    await page.getByLabel('Published', { exact: true }).fill('3 May 2025')
    await page.getByLabel('Publisher', { exact: true }).fill('The Paper')
    await page.getByLabel('Publisher', { exact: true }).press('Tab')
    await expect(page.getByRole('list', { name: 'Sources' })).toContainText('The Paper')
    await expect(page.getByRole('list', { name: 'Sources' })).toContainText('3 May 2025')
    await keepScreenshot(page, 'job-2-imported')
  })

  await test.step('make two quotes, a figure and an event from selections', async () => {
    await selectWords(page, kato)
    await page.keyboard.press('q')
    await inspector.getByLabel('Speaker').fill('Katsunobu Kato')
    await inspector.getByLabel('Role').fill('Finance Minister')
    await keepScreenshot(page, 'job-3-quote')
    await inspector.getByLabel('Role').press('Control+Enter')
    await expect(
      page.getByRole('article').getByRole('button', { name: /^Quote.*Katsunobu Kato/ }),
    ).toHaveCount(1)

    await selectWords(page, smith)
    await page.keyboard.press('q')
    await inspector.getByLabel('Speaker').fill('Nicholas Smith')
    await inspector.getByLabel('Organisation').fill('CLSA')
    await save(inspector)

    await selectWords(page, '$1.13 trillion')
    await page.keyboard.press('f')
    await inspector.getByLabel('Measures').fill('US Treasury bonds held by Japan')
    await inspector.getByLabel('Value').fill('1.13')
    await inspector.getByLabel('Scale').selectOption('Trillion')
    await inspector.getByLabel('Unit').fill('USD')
    await keepScreenshot(page, 'job-4-figure')
    await save(inspector)

    await selectWords(page, 'by June')
    await page.keyboard.press('t')
    await inspector.getByLabel('Title').fill('Trade talks are resolved')
    await inspector.getByLabel('When').fill('by June 2025')
    await expect(inspector).toContainText('../2025-06')
    await inspector.getByLabel('Status').selectOption('Expected')
    await keepScreenshot(page, 'job-5-event')
    await save(inspector)
    await expect(page.getByRole('navigation', { name: 'Rooms' })).toContainText(/Evidence\s*4/)
    await keepScreenshot(page, 'job-6-evidence-marked')
  })

  await test.step('write a brief with four references', async () => {
    await chooseMenu(app, 'new-brief')
    const dialog = page.getByRole('dialog', { name: 'New brief' })
    await dialog.getByLabel('Title', { exact: true }).fill('Japan’s Treasury holdings')
    await dialog.getByText('UK submission', { exact: true }).click()
    await dialog.getByLabel('From source').selectOption('No source')
    await dialog.getByLabel('Date').fill('4 May 2025')
    await keepScreenshot(page, 'job-7-new-brief')
    await dialog.getByRole('button', { name: 'Create brief' }).click()

    await replaceText(page, '## Issue\n\nJapan holds ')
    await link(page, '@treasury', /US Treasury bonds/)
    await page.keyboard.type(' of bonds. Mr Kato said ')
    await link(page, '@kato', /Katsunobu Kato/)
    await page.keyboard.type('. A strategist said ')
    await link(page, '@smith', /Nicholas Smith/)
    await page.keyboard.type('. Talks may be resolved ')
    await link(page, '@resolved', /Trade talks are resolved/)
    await page.keyboard.type('.')
    const preview = page.frameLocator('iframe')
    await expect(preview.locator('body')).toContainText('Japan holds $1.13 trillion')
    await expect(preview.locator('body')).toContainText(`“${kato}”`)
    await expect(preview.locator('body')).toContainText('by June 2025')
    await expect(page.getByRole('status', { name: 'Status' })).toHaveText(/Saved/)
    await keepScreenshot(page, 'job-8-brief')
  })

  const file = join(folder, 'holdings.pdf')
  await test.step('export it', async () => {
    await answerSaveDialog(app, file)
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByText('PDF exported')).toBeVisible()
    await keepScreenshot(page, 'job-9-exported')
    expect(existsSync(file)).toBe(true)
    const pdf = await readPdf(file)
    for (const words of [
      kato,
      smith,
      '$1.13 trillion',
      'by June 2025',
      'The Paper',
      '4 May 2025',
      'OFFICIAL',
    ]) {
      expect(pdf.text).toContain(words)
    }
    expect(pdf).toMatchObject({ isTagged: true, title: 'Japan’s Treasury holdings', language: 'en-GB' })
  })

  await test.step('close, start again, and find everything', async () => {
    await first.close()
    const { page: again } = await openApp()
    const rooms = again.getByRole('navigation', { name: 'Rooms' })
    await expect(rooms).toContainText(/Briefs\s*1/)
    await rooms.getByRole('button', { name: 'Briefs' }).click()
    await again.getByRole('list', { name: 'Briefs' }).getByRole('button').first().click()
    await expect(again.getByRole('textbox', { name: 'Brief title' })).toHaveValue('Japan’s Treasury holdings')
    await expect(again.frameLocator('iframe').locator('body')).toContainText(`“${kato}”`)
    await rooms.getByRole('button', { name: 'Evidence' }).click()
    for (const words of ['Katsunobu Kato', 'Nicholas Smith', '$1.13 trillion', 'Trade talks are resolved']) {
      await expect(again.getByRole('grid', { name: 'Evidence' })).toContainText(words)
    }
    await keepScreenshot(again, 'job-10-evidence-again')
    await rooms.getByRole('button', { name: 'Sources' }).click()
    await again.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
    await expect(
      again
        .getByRole('article')
        .getByRole('button', { name: /^Quote.*Katsunobu Kato/ })
        .first(),
    ).toBeVisible()
    await keepScreenshot(again, 'job-11-source-again')
  })
})

/** Saves the open form, which then goes. */
async function save(inspector: Locator): Promise<void> {
  await inspector.getByRole('button', { name: 'Save' }).click()
  await expect(inspector.getByRole('button', { name: 'Save' })).toHaveCount(0)
}

/** Puts a text in the place of what the template began with. */
async function replaceText(page: Page, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Brief text' })
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

/** Types a search after @ and takes the evidence it finds. */
async function link(page: Page, search: string, evidence: RegExp): Promise<void> {
  await page.keyboard.type(search)
  await expect(page.getByRole('option').first()).toHaveText(evidence)
  await choicesAreReady(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(0)
}
