// The menus of things, as they look.
import { expect } from '@playwright/test'
import { chooseMenu, takeInSample, test } from './desk.ts'
import { keepScreen, room } from './keep-screen.ts'

test('the menus of a brief, of marked words and of several pieces of evidence', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  await chooseMenu(app, 'new-brief')
  await page.getByLabel('Title', { exact: true }).fill('Treasuries')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Brief text' })).toBeFocused()
  const menu = page.getByRole('menu')

  await page.getByRole('list', { name: 'Briefs' }).getByRole('button').click({ button: 'right' })
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  expect(await menu.ariaSnapshot()).toBe(
    [
      '- menu "What to do with “Treasuries”":',
      '  - menuitem "Copy as reference"',
      '  - separator',
      '  - menuitem "Rename"',
      '  - menuitem "Duplicate"',
      '  - menuitem "Earlier versions…"',
      '  - separator',
      '  - menuitem "Delete"',
    ].join('\n'),
  )
  await page.keyboard.press('Escape')

  await takeInSample(open)
  const mark = page.getByRole('article').locator('.mark').last()
  await mark.focus()
  await page.keyboard.press('Shift+F10')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  const box = await menu.boundingBox()
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width)
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height)
  await keepScreen(open, 'context-menu-of-mark')
  await page.keyboard.press('Escape')

  await room(page, 'Evidence').click()
  await page.getByRole('grid', { name: 'Evidence' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Shift+F10')
  await expect(menu).toHaveAccessibleName('What to do with 6 pieces of evidence')
  await keepScreen(open, 'context-menu-of-selection')
})
