import { expect } from '@playwright/test'
import { chooseMenu, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

test('a table is written by Tab and Enter, in line once it is left', async ({ openApp }) => {
  test.setTimeout(120_000)
  const open = await openApp()
  const { app, page } = open
  await chooseMenu(app, 'new-brief')
  await page.getByLabel('Title', { exact: true }).fill('Treasuries')
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await expect(text).toBeFocused()
  await page.keyboard.insertText('Who holds them:\n\n|Holder|USD bn|\n|-|-|')
  await page.keyboard.press('Tab')
  await page.keyboard.type('日本')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1,130')
  await page.keyboard.press('Tab')
  await page.keyboard.type('United Kingdom')
  await expect(page.getByRole('toolbar', { name: 'Table' })).toBeVisible()
  await page.keyboard.press('Alt+F10')
  await keepScreen(open, 'table')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(text).toContainText('| 日本           | 1,130  |')
  await expect(page.getByRole('toolbar', { name: 'Table' })).toHaveCount(0)
  await page.keyboard.press('ArrowUp')
  await keepScreen(open, 'table-in-line')
})
