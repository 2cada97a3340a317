// What the editor does for whoever writes a brief. The screens are to be looked at, in out/screenshots.
import type { Page } from '@playwright/test'
import { expectPage } from '../patient.ts'
import { chooseMenu, type OpenApp, takeInSample, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

const text = (page: Page) => page.getByRole('textbox', { name: 'Brief text' })

/** An empty brief on the sample's evidence, with the cursor in it. */
async function emptyBrief(open: OpenApp): Promise<void> {
  await takeInSample(open)
  await chooseMenu(open.app, 'new-brief')
  const dialog = open.page.getByRole('dialog', { name: 'New brief' })
  await dialog.getByLabel('Title', { exact: true }).fill('Japan’s Treasury bonds')
  await dialog.getByRole('button', { name: 'Create brief' }).click()
  await expectPage(text(open.page)).toBeFocused()
  await open.page.keyboard.press('ControlOrMeta+a')
  await open.page.keyboard.press('Delete')
}

/** The Markdown that goes to the clipboard when everything is selected. */
async function markdownOf(page: Page): Promise<string> {
  await page.keyboard.press('ControlOrMeta+a')
  return text(page).evaluate(content => {
    const clipboardData = new DataTransfer()
    content.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return clipboardData.getData('text/plain')
  })
}

test('a reference shows what it links, under the pointer and by a key', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { page } = open
  await emptyBrief(open)
  await page.keyboard.insertText(
    'Kato said a sale :quote[“may exist as an option”]{#kato-it-does-exist-as}. Japan holds :figure[]{#us-treasury-bonds}.',
  )
  const card = page.getByRole('tooltip')
  await test.step('the pointer brings it', async () => {
    await expectPage(page.locator('.finding-mark')).not.toHaveCount(0)
    await text(page).locator('.chip-quote').hover()
    await expectPage(card).toContainText('It does exist as an option')
    await expectPage(card).toContainText('Katsunobu Kato')
    await expectPage(card).toContainText('3 May 2025')
    await expectPage(card.locator('.card-finding')).not.toHaveCount(0)
    await page.mouse.move(5, 5)
    await expectPage(card).toHaveCount(0)
  })
  await test.step('Alt+I brings it at the cursor, Escape closes it', async () => {
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Alt+i')
    await expectPage(card).toContainText('$1.13 trillion')
    await keepScreen(open, 'reference-card')
    await page.keyboard.press('Escape')
    await expectPage(card).toHaveCount(0)
    await expectPage(text(page)).toBeFocused()
  })
  await test.step('nothing shows where no reference is', async () => {
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('Alt+i')
    await expectPage(card).toHaveCount(0)
    expectPage(await markdownOf(page)).toContain('Kato said')
  })
})
