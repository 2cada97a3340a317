// What the editor does for whoever writes a brief. The screens are to be looked at, in out/screenshots.
import type { Page } from '@playwright/test'
import { expectPage } from '../patient.ts'
import { choicesAreReady, chooseMenu, type OpenApp, takeInSample, test } from './desk.ts'
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

test('a slash on an empty line begins a block', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { page } = open
  await emptyBrief(open)
  const options = page.getByRole('option')
  await test.step('what is typed on finds the block, and Tab goes through what is to be written', async () => {
    await page.keyboard.type('/')
    await expectPage(options.first()).toContainText('Heading')
    await page.keyboard.type('he')
    await keepScreen(open, 'block-menu')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('tab')
    await choicesAreReady(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('Year')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Bonds')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2024')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1.1')
    await page.keyboard.press('Escape')
    expectPage(await markdownOf(page)).toBe('| Year | Bonds |\n| ---- | ----- |\n| 2024 | 1.1   |\n')
    await page.keyboard.press('Delete')
  })
  await test.step('Escape leaves the slash as text, also when it is typed on', async () => {
    await page.keyboard.type('/')
    await expectPage(options.first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expectPage(options).toHaveCount(0)
    await page.keyboard.type('list')
    await page.keyboard.press('Enter')
    await expectPage(options).toHaveCount(0)
    expectPage(await markdownOf(page)).toBe('/list\n')
    await page.keyboard.press('Delete')
  })
  await test.step('a timeline is asked for in its braces, and writing goes on under it', async () => {
    await page.keyboard.type('/timel')
    await choicesAreReady(page)
    await page.keyboard.press('Enter')
    await page.keyboard.type('from=2025')
    await page.keyboard.press('Tab')
    await page.keyboard.type('It ends.')
    expectPage(await markdownOf(page)).toBe('::timeline{from=2025}\n\nIt ends.')
    await page.keyboard.press('Delete')
  })
  await test.step('within a sentence a slash is a slash', async () => {
    await page.keyboard.type('and/or')
    await expectPage(options).toHaveCount(0)
  })
})

test('another brief is linked by @, and the one that is written is not offered', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  await emptyBrief(open)
  await chooseMenu(app, 'new-brief')
  const dialog = page.getByRole('dialog', { name: 'New brief' })
  await dialog.getByLabel('Title', { exact: true }).fill('Japan’s Treasury talks')
  await dialog.getByRole('button', { name: 'Create brief' }).click()
  await expectPage(dialog).toHaveCount(0)
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.type('See @Treasury bonds')
  await choicesAreReady(page)
  const briefs = page.locator('.picker-brief')
  await expectPage(briefs).toHaveText(/BriefJapan’s Treasury bonds/)
  await briefs.click()
  expectPage(await markdownOf(page)).toBe('See :brief[]{#japans-treasury-bonds}')
})

const sections =
  '## Issue\n\nWhether to sell.\n\n### Timing\n\nBy June.\n\n## Background\n\nBonds.\n\n## Argument\n\nKeep.'

test('the outline shows the sections, goes to them and moves them', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  await emptyBrief(open)
  await page.keyboard.insertText(sections)
  await chooseMenu(app, 'toggle-outline')
  const tree = page.getByRole('tree', { name: 'Outline' })
  const items = tree.getByRole('treeitem')
  await test.step('the section with the cursor is marked and has the keyboard', async () => {
    await expectPage(tree).toMatchAriaSnapshot(`
      - tree "Outline":
        - treeitem "Issue" [level=2]
        - treeitem "Timing" [level=3]
        - treeitem "Background" [level=2]
        - treeitem "Argument" [level=2] [selected]
    `)
    await expectPage(items.nth(3)).toBeFocused()
    await expectPage(items.nth(3)).toHaveAttribute('aria-current', 'location')
    await keepScreen(open, 'outline')
  })
  await test.step('Alt+Up moves it with everything below it, as one step', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('Alt+ArrowDown')
    await expectPage(items).toHaveText(['Background', 'Issue', 'Timing', 'Argument'])
    await expectPage(items.nth(1)).toBeFocused()
    await page.keyboard.press('Alt+ArrowUp')
    await expectPage(items).toHaveText(['Issue', 'Timing', 'Background', 'Argument'])
    await page.keyboard.press('Alt+ArrowDown')
  })
  await test.step('Enter goes there, where it can be undone', async () => {
    await page.keyboard.press('a')
    await page.keyboard.press('Enter')
    await expectPage(text(page)).toBeFocused()
    await page.keyboard.type(' for it')
    await expectPage(items.nth(3)).toHaveText('Argument for it')
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('ControlOrMeta+z')
    await expectPage(items).toHaveText(['Issue', 'Timing', 'Background', 'Argument'])
  })
  await test.step('dragging does the same', async () => {
    await items.nth(2).dragTo(items.nth(0), { targetPosition: { x: 20, y: 3 } })
    await expectPage(items).toHaveText(['Background', 'Issue', 'Timing', 'Argument'])
    await text(page).click()
    expectPage(await markdownOf(page)).toMatch(/^## Background\n\nBonds\.\n\n## Issue/)
  })
  await test.step('its key takes it away again', async () => {
    await chooseMenu(app, 'toggle-outline')
    await expectPage(tree.locator(':focus')).toHaveCount(1)
    await chooseMenu(app, 'toggle-outline')
    await expectPage(tree).toHaveCount(0)
    await expectPage(text(page)).toBeFocused()
  })
})

test('quotation marks and dashes are set as they are typed', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  await emptyBrief(open)
  await test.step('Backspace right after brings back what was typed, as undoing does', async () => {
    await page.keyboard.type('He said "no" -- twice...')
    await page.keyboard.press('Backspace')
    await page.keyboard.type(' "')
    await page.keyboard.press('ControlOrMeta+z')
    expectPage(await markdownOf(page)).toBe('He said “no” – twice... "')
  })
  await test.step('code and directives keep their marks', async () => {
    await page.keyboard.type('::decision{options="agreed, noted"}')
    expectPage(await markdownOf(page)).toBe('::decision{options="agreed, noted"}')
  })
  await test.step('where it is switched off, so do words', async () => {
    await chooseMenu(app, 'toggle-smart-typing')
    await page.waitForFunction(() => localStorage.getItem('smart-typing') === 'off')
    await page.keyboard.type('"no"')
    expectPage(await markdownOf(page)).toBe('"no"')
  })
})

test('focus, typewriter and calm keep the eye on the writing, also when the window is loaded again', async ({
  openApp,
}) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  await emptyBrief(open)
  await page.keyboard.insertText(`${sections}\n\n${'More of it.\n\n'.repeat(30)}The last.`)
  const lineOf = (words: string) => text(page).locator('.cm-line', { hasText: words })
  const colourOf = (words: string) =>
    lineOf(words)
      .last()
      .evaluate(line => getComputedStyle(line).color)
  await test.step('all but the paragraph at the cursor is paler', async () => {
    const usual = await colourOf('More of it.')
    expectPage(await colourOf('The last.')).toBe(usual)
    await chooseMenu(app, 'toggle-focus')
    await expectPage.poll(() => colourOf('More of it.')).not.toBe(usual)
    expectPage(await colourOf('The last.')).toBe(usual)
  })
  await test.step('the line that is written is at the middle', async () => {
    await chooseMenu(app, 'toggle-typewriter')
    await page.waitForFunction(() => localStorage.getItem('typewriter-mode') === 'on')
    await page.keyboard.type(' ')
    const offMiddle = () =>
      lineOf('The last.').evaluate(line => {
        const scroller = line.closest('.cm-scroller')?.getBoundingClientRect()
        const box = line.getBoundingClientRect()
        return scroller ? Math.abs(box.top + box.height / 2 - scroller.top - scroller.height / 2) : Number.NaN
      })
    await expectPage.poll(offMiddle).toBeLessThan(20)
  })
  await test.step('calm folds rail, list and preview away, and the rail is there in other rooms', async () => {
    await chooseMenu(app, 'toggle-calm')
    const rail = page.getByRole('navigation', { name: 'Rooms' })
    await expectPage(rail).toHaveCount(0)
    await expectPage(page.getByRole('region', { name: 'Preview' })).toHaveCount(0)
    await expectPage(page.getByRole('region', { name: 'Briefs' })).toHaveCount(0)
    await keepScreen(open, 'calm')
    await chooseMenu(app, 'show-sources')
    await expectPage(rail).toBeVisible()
    await chooseMenu(app, 'show-briefs')
    await expectPage(rail).toHaveCount(0)
  })
  await test.step('all three are as they were left', async () => {
    await expectPage(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
    await page.reload()
    await expectPage(page.locator('.focus-mode')).toBeVisible()
    await page.getByRole('button', { name: 'Leave calm writing' }).click()
    await expectPage(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible()
    await expectPage(text(page)).toBeFocused()
  })
})
