import { expect } from '@playwright/test'
import { chooseMenu, test } from './desk.ts'

test('what was written before the app was closed can be undone when it is opened again', async ({
  openApp,
}) => {
  const open = await openApp()
  await chooseMenu(open.app, 'new-brief')
  await open.page.getByLabel('Title', { exact: true }).fill('Holdings')
  await open.page.keyboard.press('Enter')
  const text = open.page.getByRole('textbox', { name: 'Brief text' })
  await expect(text).toBeFocused()
  await open.page.keyboard.press('ControlOrMeta+a')
  await open.page.keyboard.insertText('Only these words.')
  await expect(open.page.getByRole('status', { name: 'Status' })).toHaveText(/Saved/)
  await open.close()

  const again = await openApp()
  const same = again.page.getByRole('textbox', { name: 'Brief text' })
  await expect(same).toHaveText('Only these words.')
  await expect(async () => {
    await same.press('ControlOrMeta+z')
    await expect(same).not.toHaveText('Only these words.', { timeout: 500 })
  }).toPass()
})
