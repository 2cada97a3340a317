// The menus of things, by the right button and by keys.
import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

const items = (page: Page) => page.getByRole('menu').getByRole('menuitem')
const rightClick = (place: Locator) => place.click({ button: 'right' })
const keys = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}

async function readSource(page: Page): Promise<Locator> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Sources' }).click()
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
  const article = page.getByRole('article', { name: 'Source text' })
  await article.waitFor()
  return article
}

test('a brief’s row offers what can be done with it, and the keys of a menu go through it', async () => {
  const { page } = await openDesk({ prepare: linkedBrief })
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  const row = page.getByRole('list', { name: 'Briefs' }).getByRole('button', { name: 'Morning' })
  await row.focus()
  await keys(page, 'Shift+F10')
  await expectPage(page.getByRole('menu', { name: 'What to do with “Morning”' })).toBeVisible()
  // It is open already, and no reference to a brief goes into itself.
  await expectPage(items(page)).toHaveText([
    'Copy as reference',
    'Rename',
    'Duplicate',
    'Earlier versions…',
    'Delete',
  ])
  const focused = page.locator('[role=menuitem]:focus')
  await expectPage(focused).toHaveText('Copy as reference')
  await keys(page, 'ArrowUp')
  await expectPage(focused).toHaveText('Delete')
  await keys(page, 'ArrowDown', 'ArrowDown')
  await expectPage(focused).toHaveText('Rename')
  await keys(page, 'End')
  await expectPage(focused).toHaveText('Delete')
  await keys(page, 'd')
  await expectPage(focused).toHaveText('Duplicate')
  await keys(page, 'd', 'Home')
  await expectPage(focused).toHaveText('Copy as reference')
  await keys(page, 'Escape')
  await expectPage(page.getByRole('menu')).toHaveCount(0)
  await expectPage(row).toBeFocused()
  await keys(page, 'ContextMenu', 'r', 'Enter')
  await expectPage(page.getByLabel('Brief title')).toBeFocused()
})

test('a menu closes at a press outside it, when a list is scrolled, and over a command', async () => {
  const { page } = await openDesk({ prepare: linkedBrief })
  const row = page.getByRole('list', { name: 'Briefs' }).getByRole('button', { name: 'Morning' })
  await rightClick(row)
  await expectPage(items(page).first()).toBeFocused()
  await page.getByLabel('Brief title').click()
  await expectPage(page.getByRole('menu')).toHaveCount(0)
  await expectPage(page.getByLabel('Brief title')).toBeFocused()
  await rightClick(row)
  await expectPage(items(page).first()).toBeFocused()
  await page.mouse.move(700, 400)
  await page.mouse.wheel(0, 100)
  await expectPage(page.getByRole('menu')).toHaveCount(0)
  await expectPage(row).toBeFocused()
  await rightClick(row)
  await keys(page, 'Control+2')
  await expectPage(page.getByRole('menu')).toHaveCount(0)
  await expectPage(page.getByRole('article').or(page.getByText('No source open'))).toBeVisible()
})

test('a source is opened beside the brief, and linked in it', async () => {
  const { page } = await openDesk({ prepare: linkedBrief })
  await readSource(page)
  const row = page.getByRole('list', { name: 'Sources' }).getByRole('button')
  await rightClick(row)
  await expectPage(items(page)).toHaveText([
    'Open beside the brief',
    'Insert into brief',
    'Copy as reference',
    'More like this',
    'Earlier versions…',
    'Delete',
  ])
  await items(page).getByText('Insert into brief').click()
  await expectPage(page.getByLabel('Brief text')).toContainText('The minister said')
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Sources' }).click()
  await rightClick(row)
  await keys(page, 'Enter')
  await expectPage(page.getByRole('region', { name: 'Source beside the brief' })).toBeVisible()
})

test('marked words and their sign in the margin offer the evidence', async () => {
  const { page } = await openDesk({ prepare: linkedBrief })
  const article = await readSource(page)
  const expected = ['Open', 'Open beside the brief', 'Insert into brief', 'Copy as reference']
  const mark = article.locator('.mark').first()
  await rightClick(mark)
  await expectPage(page.getByRole('menu')).toHaveAccessibleName(
    'What to do with “It does exist as an option.”',
  )
  await expectPage(items(page)).toHaveText([...expected, 'Earlier versions…', 'Delete'])
  await keys(page, 'Escape')
  const sign = page.getByRole('toolbar', { name: 'Evidence in the margin' }).getByRole('button')
  await sign.focus()
  await keys(page, 'Shift+F10')
  await expectPage(items(page).first()).toBeFocused()
  await keys(page, 'Enter')
  await expectPage(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  // Words that are no evidence have the system's menu.
  await rightClick(article.getByText('Talks may end'))
  await expectPage(page.getByRole('menu')).toHaveCount(0)
})

test('a letter in the menu is no command of what lies under it', async () => {
  const { page } = await openDesk({ prepare: linkedBrief })
  const article = await readSource(page)
  await rightClick(article.locator('.mark').first())
  await keys(page, 'q', 'f', 'a', 'r')
  await expectPage(page.getByRole('menu')).toHaveCount(1)
  await expectPage(page.getByRole('complementary', { name: 'Inspector' })).toHaveCount(0)
})

test('on the board a menu acts on all that is selected, where its row is among it', async () => {
  const { page, choose, library } = await openDesk({
    prepare: async ask => {
      await linkedBrief(ask)
      for (const title of ['Talks end', 'Talks begin'])
        await ask('event.create', { place: null, fields: { title, when: '2025-06', status: 'expected' } })
    },
  })
  await choose('show-evidence')
  const row = (words: string) => page.locator('.board-row').filter({ hasText: words })
  await row('Talks end').locator('.board-check').click()
  await row('Talks begin').locator('.board-check').click()
  await rightClick(row('It does exist'))
  await expectPage(page.getByRole('menu')).toHaveAccessibleName(/It does exist/)
  await expectPage(items(page).first()).toHaveText('Open')
  await keys(page, 'Escape')
  await expectPage(page.getByRole('grid', { name: 'Evidence' })).toBeFocused()
  await row('Talks end').click({ button: 'right' })
  await expectPage(page.getByRole('menu', { name: 'What to do with 2 pieces of evidence' })).toBeVisible()
  await expectPage(items(page)).toHaveText(['Change…', 'Insert into brief', 'Copy as references', 'Delete'])
  await keys(page, 'Escape', 'Shift+F10')
  await expectPage(page.getByRole('menu', { name: 'What to do with 2 pieces of evidence' })).toBeVisible()
  await keys(page, 'End', 'Enter')
  await expectPage(page.locator('.board-row')).toHaveCount(1)
  expect(library.list('events')).toEqual([])
})

test('a chip in the text offers what it links, by the mouse and at the cursor', async () => {
  const { page } = await openDesk({ prepare: linkedBrief })
  const text = page.getByLabel('Brief text')
  await expectPage(text).toBeFocused()
  await rightClick(text.locator('[data-reference]').first())
  await expectPage(items(page)).toHaveText([
    'Open',
    'Show in source',
    'Open beside the brief',
    'Copy as reference',
    'Earlier versions…',
  ])
  await keys(page, 'Escape')
  await expectPage(text).toBeFocused()
  const line = text.getByText('today.')
  const { width = 0 } = (await line.boundingBox()) ?? {}
  await line.click({ button: 'right', position: { x: width - 4, y: 4 } })
  await expectPage(page.getByRole('menu')).toHaveCount(0)
  await keys(page, 'Control+Home', ...Array<string>(12).fill('ArrowRight'), 'Shift+F10')
  await expectPage(items(page).first()).toBeFocused()
  await keys(page, 's', 'Enter')
  await expectPage(page.getByRole('article', { name: 'Source text' })).toBeVisible()
})

test('of a library that can only be read, nothing is offered that would change it', async () => {
  const { page } = await openDesk({ prepare: linkedBrief, access: 'read' })
  await rightClick(page.getByRole('list', { name: 'Briefs' }).getByRole('button', { name: 'Morning' }))
  await expectPage(items(page)).toHaveText(['Copy as reference', 'Earlier versions…'])
})
