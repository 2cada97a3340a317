import { expect } from '@playwright/test'
import { chooseMenu, keepScreenshot, takeInSample, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

test('what is preferred holds at once and from the next start on', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  await takeInSample(open)
  await chooseMenu(app, 'new-brief')
  await page.getByLabel('Title', { exact: true }).fill('Treasuries')
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await expect(text).toBeFocused()
  await page.keyboard.insertText('The goverment holds :figure{#us-treasuries} and :nothing. ')
  const size = () => text.evaluate(content => Number.parseFloat(getComputedStyle(content).fontSize))
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const before = await size()
  await page.keyboard.press('ControlOrMeta+,')
  const dialog = page.getByRole('dialog', { name: 'Preferences' })
  await expect(dialog).toBeVisible()
  await keepScreen(open, 'preferences')

  await dialog.getByLabel('Text size while writing').selectOption('Large')
  await expect.poll(size).toBeGreaterThan(before)
  await dialog.getByLabel('Contrast').selectOption('High')
  await expect.poll(ground).toBe('oklch(1 0 0)')
  await dialog.getByLabel('Colours').selectOption('Dark')
  await dialog.getByLabel('Spelling of English').selectOption('American')
  await dialog.getByLabel('Dates and numbers').selectOption('en-US')
  await dialog.getByLabel('Page size').selectOption('Letter')
  await dialog.getByLabel('Marking of new briefs').fill('SECRET')
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  await keepScreen(open, 'preferences-contrast')
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await keepScreen(open, 'contrast')
  await open.close()

  const again = await openApp()
  expect(await again.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  // From the first paint on.
  await expect(again.page.locator('html')).toHaveAttribute('data-region', 'en-US')
  // Playwright gives pages a colour scheme of its own.
  await again.page.emulateMedia({ colorScheme: 'dark' })
  const paper = () => again.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(paper).toBe('oklch(0 0 0)')
  await keepScreenshot(again.page, 'screen-contrast-again')
  await chooseMenu(again.app, 'show-preferences')
  const kept = again.page.getByRole('dialog', { name: 'Preferences' })
  await expect(kept.getByLabel('Colours')).toHaveValue('dark')
  await expect(kept.getByLabel('Spelling of English')).toHaveValue('en-US')
  await expect(kept.getByLabel('Dates and numbers')).toHaveValue('en-US')
  await expect(kept.getByLabel('Page size')).toHaveValue('letter')
  await expect(kept.getByLabel('Marking of new briefs')).toHaveValue('SECRET')
})

test('the system’s wish for contrast is followed, and its own colours leave a choice to be seen', async ({
  openApp,
}) => {
  const open = await openApp()
  await open.page.emulateMedia({ contrast: 'more' })
  await expect
    .poll(() => open.page.evaluate(() => getComputedStyle(document.body).backgroundColor))
    .toBe('oklch(1 0 0)')
  await open.page.emulateMedia({ contrast: null, forcedColors: 'active' })
  const outline = () =>
    open.page
      .getByRole('navigation', { name: 'Rooms' })
      .getByRole('button', { name: 'Briefs' })
      .evaluate(button => getComputedStyle(button).outlineStyle)
  await expect.poll(outline).toBe('solid')
})
