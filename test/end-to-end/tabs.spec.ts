import { expect } from '@playwright/test'
import { chooseMenu, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

test('briefs and sources are kept at hand in tabs, by keys alone', async ({ openApp }) => {
  test.setTimeout(120_000)
  const open = await openApp()
  const { app, page } = open
  const { keyboard } = page
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue('Start here')
  const openTab = async (words: string, option: RegExp) => {
    await chooseMenu(app, 'new-tab')
    await page.getByRole('combobox').waitFor()
    await keyboard.type(words)
    await expect(page.getByRole('option').first()).toHaveText(option)
    await keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await openTab('powerful financial', /Source$/)
  await expect(page.getByRole('article', { name: 'Source text' })).toBeFocused()
  await openTab('calendar', /Source$/)
  const tabs = page.getByRole('tablist', { name: 'Tabs' }).getByRole('tab')
  await expect(tabs).toHaveText(['Start here', /^Japan holds a powerful/, /a calendar for the samples$/])
  await keyboard.press('Control+Shift+Tab')
  await expect(page.getByRole('article', { name: 'Source text' })).toBeVisible()
  await keepScreen(open, 'tabs')
  await keyboard.press('Control+Tab')
  await keyboard.press('Control+Tab')
  await expect(tabs.first()).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('textbox', { name: 'Brief text' })).toBeFocused()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('It does exist as an option')
  await keepScreen(open, 'tabs-of-brief')
})
