// The pages of a brief beside its text while it is written.
import { expect, type Page } from '@playwright/test'
import { chooseMenu, takeInSample, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

const paragraph =
  'Dealers in Tokyo say that nobody there wishes to sell, and that nobody will say so aloud. '.repeat(6)

/** How many dark pixels the picture of a page has; -1 while it has none. */
function inkOn(page: Page, number: number): Promise<number> {
  return page
    .locator('.sheet')
    .nth(number - 1)
    .evaluate(sheet => {
      const canvas = sheet.querySelector('canvas')
      const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
      return pixels ? pixels.filter((value, index) => index % 4 === 0 && value < 100).length : -1
    })
}

test('the pages are those of the print, follow what is written, and stay where a person looks', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const { app, page } = await openApp()
  const count = page.locator('.page-count')
  await chooseMenu(app, 'new-brief')
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill('Tokyo in the morning')
  await page.getByRole('dialog').getByText('Briefing paper', { exact: true }).click()
  await page.getByRole('dialog').getByLabel('Date').fill('3 May 2025')
  await page.getByRole('button', { name: 'Create brief' }).click()
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await text.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(`## Summary\n\n${`${paragraph}\n\n`.repeat(6)}## Outlook\n\nNobody sells.`)
  await chooseMenu(app, 'toggle-pages')
  await expect(count).toHaveText(/^Page \d of \d$/)
  await expect(page.getByRole('article', { name: 'Page 1 of' })).toContainText('Tokyo in the morning')
  await expect.poll(() => inkOn(page, 1)).toBeGreaterThan(1000)

  await page.keyboard.insertText(` ${paragraph.repeat(18)}The very end.`)
  await expect(count).toHaveText(/of [4-9]$/)
  await expect(page.getByRole('region', { name: 'Pages of the brief' })).toContainText(/The\s*very\s*end/)
  const pages = Number((await count.textContent())?.at(-1))

  await page.getByRole('region', { name: 'Pages of the brief' }).focus()
  await page.keyboard.press('Home')
  await expect(count).toHaveText(`Page 1 of ${pages}`)
  await text.focus()
  await page.keyboard.insertText(` ${paragraph.repeat(18)}`)
  await expect(count).toHaveText(new RegExp(`^Page 1 of (?!${pages})`))
  await expect.poll(() => inkOn(page, 1)).toBeGreaterThan(1000)
  await page.keyboard.insertText('\n\nThe next paragraph.')
  await expect(count).not.toHaveText(/^Page 1 of/)

  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('The next paragraph.')
  await expect(count).toBeHidden()
})

test('the paged view is drawn', async ({ openApp }) => {
  test.setTimeout(120_000)
  const open = await openApp()
  const { app, page } = open
  await takeInSample(open)
  await chooseMenu(app, 'new-brief')
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill('Japan’s Treasury holdings')
  await page.getByRole('dialog').getByText('UK submission', { exact: true }).click()
  await page.getByRole('dialog').getByLabel('From source').selectOption({ index: 1 })
  await page.getByRole('dialog').getByLabel('Date').fill('3 May 2025')
  await page.getByRole('button', { name: 'Create brief' }).click()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Katsunobu Kato')
  await keepScreen(open, 'pages-as-text')
  await page.getByRole('button', { name: 'Pages', exact: true }).click()
  await expect(page.getByRole('article', { name: 'Page 1 of 2' })).toContainText('Timing')
  await expect.poll(() => inkOn(page, 1)).toBeGreaterThan(1000)
  await keepScreen(open, 'pages')
})
