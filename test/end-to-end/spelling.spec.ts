import { expect } from '@playwright/test'
import { chooseMenu, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

test('spelling is checked and corrected from the keyboard', async ({ openApp }) => {
  test.setTimeout(120_000)
  const open = await openApp()
  const { app, page } = open
  await chooseMenu(app, 'new-brief')
  await page.getByLabel('Title', { exact: true }).fill('Treasuries')
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await expect(text).toBeFocused()
  await page.keyboard.insertText('The goverment holds bonds, and a wich is a witch. ')
  await expect(text.locator('.misspelt')).toHaveText(['goverment', 'wich'])
  await page.keyboard.press('ControlOrMeta+.')
  const menu = page.getByRole('menu', { name: 'Spelling of “goverment”' })
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await keepScreen(open, 'spelling')
  await page.keyboard.press('Enter')
  await expect(text).toContainText('The government holds')
  await expect(text.locator('.misspelt')).toHaveText(['wich'])
})
