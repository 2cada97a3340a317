// Getting about by the keys of the menu, and the desk as it was left.
import { expect } from '@playwright/test'
import { chooseMenu, takeInSample, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

test('by keys alone: find a source, read it beside the brief, take from it, and go back and forward', async ({
  openApp,
}) => {
  const open = await openApp()
  const { page } = open
  await takeInSample(open)
  await chooseMenu(open.app, 'new-brief')
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill('Holdings')
  await page.keyboard.press('Enter')
  const text = page.getByLabel('Brief text')
  await expect(text).toBeFocused()
  await page.keyboard.press('Control+End')

  await page.keyboard.press('Control+k')
  const options = page.getByRole('listbox', { name: 'What was found' }).getByRole('option')
  await page.keyboard.type('japan holds')
  await expect(options.first()).toContainText('Source')
  await page.keyboard.press('Control+Enter')
  const reading = page.getByRole('article', { name: 'Source text' })
  await expect(reading).toBeFocused()
  await keepScreen(open, 'source-beside')
  await reading.focus()

  await page.keyboard.press('Tab')
  await expect(reading.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Insert into brief' }).click()
  await expect(text).toBeFocused()
  await expect(text.locator('.chip').first()).toBeVisible()

  await page.keyboard.press('Control+2')
  await expect(page.getByRole('list', { name: 'Sources' })).toBeVisible()
  await reading.focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(page.getByLabel('Brief title')).toHaveValue('Holdings')
  await text.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(page.getByRole('list', { name: 'Sources' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await keepScreen(open, 'palette')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the next start has the room, what was open, the split and the widths', async ({ openApp }) => {
  const first = await openApp()
  await takeInSample(first)
  for (const title of ['Holdings', 'Other']) {
    await chooseMenu(first.app, 'new-brief')
    await first.page.getByRole('dialog').getByLabel('Title', { exact: true }).fill(title)
    await first.page.keyboard.press('Enter')
    await expect(first.page.getByLabel('Brief title')).toHaveValue(title)
  }
  await first.page.getByRole('button', { name: /^Holdings/ }).click()
  await expect(first.page.getByLabel('Brief title')).toHaveValue('Holdings')
  await first.page.keyboard.press('Control+Shift+s')
  await expect(first.page.getByRole('article', { name: 'Source text' })).toBeVisible()
  await first.page.getByRole('separator', { name: 'Width of the list' }).press('ArrowRight')
  await first.page.getByRole('separator', { name: /beside the text/ }).press('ArrowLeft')
  await first.page.getByRole('button', { name: 'Hide list' }).click()
  await first.close()

  const { page } = await openApp()
  await expect(page.getByLabel('Brief title')).toHaveValue('Holdings')
  await expect(page.getByRole('article', { name: 'Source text' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Briefs' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show list' }).click()
  await expect(page.getByRole('separator', { name: 'Width of the list' })).toHaveAttribute(
    'aria-valuenow',
    '288',
  )
  await expect(page.getByRole('separator', { name: /beside the text/ })).toHaveAttribute(
    'aria-valuenow',
    '52',
  )
  await page.keyboard.press('Control+2')
  await expect(page.getByRole('list', { name: 'Sources' })).toBeVisible()
})
