// The system's context menu of text. Whatever draws it, its items are told and chosen by code.
import { type ElectronApplication, expect, type Page } from '@playwright/test'
import { chooseMenu, selectWords, takeInSample, test } from './desk.ts'

type Item = { label: string; enabled: boolean }

/** Keeps each menu that pops up instead of drawing it, which would wait for a person. */
async function holdMenus(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Reflect.set(globalThis, 'popped', [])
    Menu.prototype.popup = function (this: Electron.Menu) {
      Reflect.get(globalThis, 'popped').push(this)
    }
  })
}

const popped = (app: ElectronApplication) =>
  app.evaluate(() =>
    (Reflect.get(globalThis, 'popped') as Electron.Menu[]).map(({ items }) =>
      items
        .filter(({ type }) => type !== 'separator')
        .map(({ label, enabled }): Item => ({ label, enabled })),
    ),
  )

const choose = (app: ElectronApplication, label: string) =>
  app.evaluate((_electron, wanted) => {
    const menu = (Reflect.get(globalThis, 'popped') as Electron.Menu[]).at(-1)
    menu?.items.find(item => item.label === wanted)?.click()
  }, label)

async function beginBrief(app: ElectronApplication, page: Page) {
  await chooseMenu(app, 'new-brief')
  await page.getByLabel('Title', { exact: true }).fill('Treasuries')
  await page.keyboard.press('Enter')
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await expect(text).toBeFocused()
  return text
}

test('text that is written has a menu to undo, cut, copy and paste', async ({ openApp }) => {
  test.setTimeout(60_000)
  const { app, page } = await openApp()
  await holdMenus(app)
  const text = await beginBrief(app, page)
  await page.keyboard.insertText('Japan holds bonds. ')
  await text.getByText('Japan holds bonds.').click({ button: 'right', position: { x: 5, y: 5 } })
  await expect.poll(() => popped(app)).toHaveLength(1)
  const [items = []] = await popped(app)
  expect(items.map(({ label }) => label)).toEqual([
    'Undo',
    'Redo',
    'Cut',
    'Copy',
    'Paste',
    'Paste as Plain Text',
    'Select All',
  ])
  const can = (label: string) => items.find(item => item.label === label)?.enabled
  expect([can('Undo'), can('Redo'), can('Paste'), can('Select All')]).toEqual([true, false, true, true])
  await choose(app, 'Undo')
  await expect(text).not.toContainText('Japan holds')
})

test('a misspelt word has its own menu instead', async ({ openApp }) => {
  test.setTimeout(60_000)
  const { app, page } = await openApp()
  await holdMenus(app)
  const text = await beginBrief(app, page)
  await page.keyboard.insertText('The goverment holds bonds. ')
  await text.locator('.misspelt').click({ button: 'right' })
  await expect(page.getByRole('menu', { name: 'Spelling of “goverment”' })).toBeVisible()
  expect(await popped(app)).toEqual([])
})

test('words that are only read can be copied, and where there are none nothing is offered', async ({
  openApp,
}) => {
  test.setTimeout(60_000)
  const open = await openApp()
  const { app, page } = open
  await takeInSample(open)
  await holdMenus(app)
  const words = 'Finance Minister Katsunobu Kato'
  const paragraph = page.getByRole('article').locator('p').first()
  await paragraph.click({ button: 'right' })
  await selectWords(page, words)
  const line = await page.evaluate(() => getSelection()?.getRangeAt(0).getClientRects()[0]?.toJSON())
  await page.mouse.click(line.x + 4, line.y + 4, { button: 'right' })
  await expect.poll(() => popped(app)).toEqual([[{ label: 'Copy', enabled: true }]])
})
