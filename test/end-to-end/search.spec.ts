// Search: everything that is written, found while one types, by the keyboard alone.
import { expect, type Page } from '@playwright/test'
import { chooseMenu, type OpenApp, tabTo, takeInSample, test } from './desk.ts'
import { keepScreen, room } from './keep-screen.ts'

const field = (page: Page) => page.getByRole('combobox', { name: 'Search the library' })
const found = (page: Page) => page.getByRole('listbox', { name: 'What was found' }).getByRole('option')

/** The sample, and a brief of this body. */
async function begin(open: OpenApp, title: string, body: string): Promise<void> {
  const { app, page } = open
  await takeInSample(open)
  await chooseMenu(app, 'new-brief')
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill(title)
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).press('Enter')
  const text = page.getByLabel('Brief text')
  await expect(text).toBeFocused()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.insertText(`\n\n${body}`)
  await expect(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
}

/** Goes down to a row that has some words. */
async function choose(page: Page, words: string): Promise<void> {
  const row = found(page).filter({ hasText: words }).first()
  await expect(row).toBeVisible()
  for (let times = 0; (await row.getAttribute('aria-selected')) !== 'true'; times += 1) {
    if (times > 40) throw new Error(`The arrows never came to “${words}”.`)
    await page.keyboard.press('ArrowDown')
  }
}

test('by keys alone: words are found, open at their place in a brief and a source, and the way back leads to them', async ({
  openApp,
}) => {
  const open = await openApp()
  const { page } = open
  const filling = Array.from({ length: 40 }, (_, at) => `Paragraph ${at} is about something else.`).join(
    '\n\n',
  )
  await begin(open, 'Holdings', `${filling}\n\nWhoever sells first moves the yen.`)
  await page.keyboard.press('Control+Home')

  await page.keyboard.press('Control+Shift+F')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('sells first mov')
  await expect(found(page)).toHaveCount(1)
  await expect(found(page).first()).toContainText('Brief')
  await expect(found(page).locator('mark').first()).toHaveText(/sells/)
  await page.keyboard.press('Enter')
  const text = page.getByLabel('Brief text')
  await expect(text).toBeFocused()
  await expect(text.getByText('Whoever sells first')).toBeInViewport()
  await page.keyboard.insertText('buys')
  await expect(text).toContainText('Whoever buys')
  await expect(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')

  // What is written is found at once.
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(field(page)).toHaveValue('sells first mov')
  await expect(page.getByText('Nothing here has “sells first mov”')).toBeVisible()
  await page.keyboard.type('treasury')
  await choose(page, 'Japan holds')
  await page.keyboard.press('Enter')
  const source = page.getByRole('article', { name: 'Source text' })
  await expect(source).toBeFocused()
  await expect(page.getByRole('searchbox', { name: 'Find in the source' })).toHaveValue('treasury')
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
  await page.keyboard.press('F3')
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  await keepScreen(open, 'search-opened')
  await source.focus()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('treasury')
  await expect(found(page).and(page.locator('[aria-selected="true"]'))).toContainText('Japan holds')

  await page.keyboard.press('Alt+Enter')
  await expect(page.locator('.source-beside .reading-text')).toBeFocused()
  await expect(page.getByLabel('Brief title')).toHaveValue('Holdings')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(field(page)).toHaveValue('treasury')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('tablist', { name: 'Tabs' }).getByRole('tab')).toHaveText([
    'treasury',
    /Japan holds/,
  ])
})

test('the room at rest, its results, kinds, saved searches, and what is not found', async ({ openApp }) => {
  test.setTimeout(300_000)
  const open = await openApp()
  const { app, page } = open
  await begin(open, 'Holdings', 'The finance minister spoke of treasuries.')
  await chooseMenu(app, 'show-search')
  await expect(field(page)).toBeFocused()
  await keepScreen(open, 'search-empty')

  await page.keyboard.type('minister')
  await expect(found(page).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await keepScreen(open, 'search-results')
  const kinds = page.getByRole('group', { name: 'Kinds' })
  await tabTo(page, kinds.getByRole('button', { name: 'Quotes' }))
  await page.keyboard.press('Space')
  await expect(field(page)).toHaveValue('kind:quote minister')
  await expect(found(page).filter({ hasNotText: 'Quote ·' })).toHaveCount(0)
  await field(page).focus()
  await page.keyboard.press('Control+d')
  await expect(page.getByRole('button', { name: 'Save this search' })).toHaveAttribute('aria-pressed', 'true')

  await field(page).fill('ministr')
  await expect(page.getByText('Nothing has “ministr”; shown for “minister”.')).toBeVisible()
  await keepScreen(open, 'search-read-as')
  await field(page).fill('before:soon minister')
  await expect(page.getByText('names no date')).toBeVisible()

  await field(page).fill('kind:person before:2020 "minister kept"')
  await expect(page.getByText('Nothing here fits all of this')).toBeVisible()
  await keepScreen(open, 'search-none')
  await tabTo(page, page.getByRole('button', { name: 'Look in every kind' }))
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('before:2020 "minister kept"')

  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('')
  await keepScreen(open, 'search-saved')
  await field(page).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('button', { name: 'kind:quote minister', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('kind:quote minister')
  await open.close()

  // The next start has what was looked for.
  const again = await openApp()
  await expect(field(again.page)).toHaveValue('kind:quote minister')
  await expect(found(again.page).first()).toBeVisible()
  await expect(field(again.page)).toBeFocused()
})

test('more like this, everything from the palette, and the index made anew', async ({ openApp }) => {
  const open = await openApp()
  const { app, page } = open
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByLabel('Brief title')).toHaveValue('Start here')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('retaliation')
  await expect(page.getByRole('option').last()).toHaveText('Search everything for “retaliation” in all texts')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('retaliation')
  await room(page, 'Sources').click()
  await page
    .getByRole('list', { name: 'Sources' })
    .getByRole('button')
    .filter({ hasText: 'financial card' })
    .click()
  await page.getByRole('button', { name: 'More like this' }).click()
  await expect(field(page)).toHaveValue(/^like:/)
  await expect(page.getByText(/^Like “Japan holds a powerful financial card/)).toBeVisible()
  await expect(found(page).first()).toBeVisible()
  await expect(found(page).filter({ hasText: 'financial card' })).toHaveCount(0)
  await keepScreen(open, 'search-like')
  await page.getByRole('button', { name: 'Look for words again' }).click()
  await expect(field(page)).toHaveValue('')

  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('rebuild the search')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The search index is made anew.')).toBeVisible()
  await field(page).fill('treasuries')
  await expect(found(page).first()).toBeVisible()
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('notice', 'search.progressed', {
      done: 3400,
      of: 20_000,
    }),
  )
  await expect(page.getByText('3,400 of 20,000')).toBeVisible()
  await keepScreen(open, 'search-reading')
})
