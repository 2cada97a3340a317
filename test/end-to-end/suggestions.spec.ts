// From an article to a PDF by way of what is suggested, from the keyboard alone.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import { answerOpenDialog, answerSaveDialog, chooseMenu, type OpenApp, test } from './desk.ts'
import { keepScreen, room } from './keep-screen.ts'

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Suggestions' })
const rowsOf = (page: Page) => panelOf(page).getByRole('list', { name: 'Suggested evidence' })

async function openSample({ app, page }: OpenApp): Promise<void> {
  await answerOpenDialog(app, [join(projectRoot, 'resources/sample/japan-treasuries.md')])
  await chooseMenu(app, 'import-source')
  await page.getByLabel('Published', { exact: true }).fill('3 May 2025')
  await page.getByLabel('Published', { exact: true }).press('Enter')
  await expect(rowsOf(page)).toContainText('by June 2025')
  await page.getByRole('article', { name: 'Source text' }).focus()
}

/** How many words are marked as suggested, by kind, as the browser paints them. */
function markedIn(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights]
        .filter(([name]) => name.startsWith('suggested-'))
        .map(([name, ranges]) => [name, [...ranges].map(range => (range as Range).toString())]),
    ),
  )
}

test('the sample’s evidence is suggested, accepted by keys, linked and printed', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  await openSample(open)
  const rows = rowsOf(page).getByRole('listitem')
  await expect(rows).toHaveCount(6)
  await expect(rows.nth(0)).toContainText('$1.13 trillion')
  await expect(rows.nth(1)).toContainText('It does exist as an option')
  await expect(rows.nth(1)).toContainText('Katsunobu Kato, Japan’s Finance Minister')
  await expect(rows.nth(2)).toContainText('Nicholas Smith, strategist, CLSA')
  await expect(rows.nth(3)).toContainText('Jesper Koll, Monex Group')
  await expect(rows.nth(4)).toContainText('3–31 May 2025')
  await expect(rows.nth(5)).toContainText('by June 2025')
  await expect
    .poll(() => markedIn(page))
    .toMatchObject({
      'suggested-quote': [expect.stringContaining('as an option'), expect.anything(), expect.anything()],
      'suggested-figure': ['$1.13 trillion'],
      'suggested-event': ['through May', 'by June'],
    })
  await keepScreen(open, 'suggestions')

  await page.keyboard.press('Shift+A')
  await expect(room(page, 'Evidence')).toContainText('6')
  await expect(panelOf(page)).toContainText('Nothing is left to suggest here.')
  await expect(page.getByText('Made 3 quotes, 1 figure, and 2 events.')).toBeVisible()
  await keepScreen(open, 'suggestions-accepted')

  await chooseMenu(app, 'new-brief')
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill('Japan’s Treasury holdings')
  await page.getByRole('dialog').getByLabel('From source').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Create brief' }).click()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Katsunobu Kato')
  const pdf = join(folder, 'brief.pdf')
  await answerSaveDialog(app, pdf)
  await chooseMenu(app, 'export-brief')
  await expect.poll(() => existsSync(pdf)).toBe(true)
})

test('each suggestion is walked to, accepted, changed, refused and taken back by a key', async ({
  openApp,
}) => {
  const open = await openApp()
  const { page } = open
  await openSample(open)
  const rows = rowsOf(page).getByRole('listitem')
  const current = rowsOf(page).locator('[aria-current]')
  await expect(current).toContainText('$1.13 trillion')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(current).toContainText('It does exist')
  await expect.poll(async () => (await markedIn(page))['suggested-current']?.[0]).toContain('It does exist')
  await keepScreen(open, 'suggestions-walked')

  await page.keyboard.press('a')
  await expect(room(page, 'Evidence')).toContainText('1')
  await expect(rows).toHaveCount(5)
  await expect(current).toContainText('strong leverage')
  await page.keyboard.press('r')
  await expect(rows).toHaveCount(4)
  // One after the other is taken back.
  await page.keyboard.press('u')
  await expect(rows).toHaveCount(5)
  await page.keyboard.press('u')
  await expect(rows).toHaveCount(6)
  await expect(room(page, 'Evidence')).toContainText('0')
  await expect(current).toContainText('It does exist')

  // A closed panel is opened by walking, and shows where one is.
  await panelOf(page).getByRole('button', { name: 'Close' }).click()
  await expect(panelOf(page)).toBeHidden()
  await page.keyboard.press('j')
  await expect(current).toContainText('It does exist')

  await page.keyboard.press('r')
  await expect(rows).toHaveCount(5)
  await expect(panelOf(page)).toContainText('1 suggestion was refused.')
  await page.keyboard.press('e')
  const form = page.getByRole('form', { name: 'New quote' })
  await expect(form.getByLabel('Speaker')).toHaveValue('Nicholas Smith')
  await form.getByLabel('Role').fill('Japan strategist')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(rows).toHaveCount(4)
  await expect(current).toContainText('new level of confidence')

  // What was refused stays refused when the source is opened again.
  await room(page, 'Briefs').click()
  await room(page, 'Sources').click()
  await expect(rows).toHaveCount(4)
  await page.getByRole('button', { name: 'Propose again' }).click()
  await expect(rows).toHaveCount(5)
})

test('one kind is looked at and accepted alone, and marked words lead to their suggestion', async ({
  openApp,
}) => {
  const open = await openApp()
  const { page } = open
  await openSample(open)
  const rows = rowsOf(page).getByRole('listitem')
  await panelOf(page).getByRole('button', { name: 'Quotes 3' }).click()
  await expect(rows).toHaveCount(3)
  await panelOf(page).getByRole('button', { name: 'Accept all quotes' }).click()
  await expect(room(page, 'Evidence')).toContainText('3')
  await expect(panelOf(page)).toContainText('None of this kind is left.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows).toHaveCount(3)
  await panelOf(page).getByRole('button', { name: 'All 6' }).click()
  const words = page.getByRole('article', { name: 'Source text' }).getByText('by June', { exact: false })
  await words.first().scrollIntoViewIfNeeded()
  const place = await words.first().evaluate(element => {
    const node = element.firstChild as Text
    const at = node.data.indexOf('by June')
    const range = document.createRange()
    range.setStart(node, at + 1)
    range.setEnd(node, at + 2)
    const { x, y, height } = range.getBoundingClientRect()
    return { x, y: y + height / 2 }
  })
  await page.mouse.click(place.x, place.y)
  await expect(rowsOf(page).locator('[aria-current]')).toContainText('by June 2025')
})

test('keys that come faster than saves each decide on the next one', async ({ openApp }) => {
  const open = await openApp()
  const { page } = open
  await openSample(open)
  const rows = rowsOf(page).getByRole('listitem')
  await page.evaluate(() => {
    for (const key of ['a', 'a', 'r', 'a'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })
  await expect(room(page, 'Evidence')).toContainText('3')
  await expect(rows).toHaveCount(2)
  await expect(panelOf(page)).toContainText('1 suggestion was refused.')
})
