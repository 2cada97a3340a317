// Where things are used, what they are called, and sources whose text is corrected, as they are met in the window.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const quote = 'kato-it-does-exist-as'

const openDesk = deskOfEachTest()

const open = () => openDesk({ prepare: linkedBrief })

const usedIn = (page: Page) => page.getByRole('group', { name: 'Used in' })
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })

async function openQuote({ page, choose }: Desk): Promise<void> {
  await choose('show-evidence')
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  await expectPage(inspector(page)).toBeVisible()
}

async function openText({ page, choose }: Desk): Promise<void> {
  await choose('show-sources')
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Edit text' }).click()
  await expectPage(page.getByRole('textbox', { name: 'Source text' })).toBeFocused()
}

test('evidence shows where it is used, and Enter leads there', async () => {
  const opened = await open()
  const { page } = opened
  await openQuote(opened)
  const use = usedIn(page).getByRole('button')
  await expectPage(use).toContainText('Kato said "It does exist as an option." today.')
  await expectPage(use).toContainText('Morning')
  await use.press('Enter')
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
})

test('the uses follow the text as it is typed', async () => {
  const opened = await open()
  const { page, answers } = opened
  // Nothing is saved meanwhile: what is seen comes from the text.
  answers.set('brief.set', () => new Promise(() => {}))
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Alt+Enter')
  await page.locator('iframe').contentFrame().getByText('It does exist').first().click()
  await expectPage(usedIn(page).getByRole('button')).toHaveCount(1)
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(` Again :quote[]{#${quote}}.`)
  await expectPage(usedIn(page).getByRole('button')).toHaveCount(2)
  await expectPage(usedIn(page)).toContainText('Again “It does exist as an option.”.')
})

test('deleting evidence that is used names the sentences', async () => {
  const opened = await open()
  const { page } = opened
  await openQuote(opened)
  await inspector(page).getByRole('button', { name: 'Delete' }).click()
  const dialog = page.getByRole('dialog')
  await expectPage(dialog.getByRole('listitem')).toHaveText(
    'Morning, line 1: Kato said "It does exist as an option." today.',
  )
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('an id is renamed in every brief, and back by Undo', async () => {
  const opened = await open()
  const { page, library } = opened
  await openQuote(opened)
  const rename = inspector(page).getByRole('button', { name: 'Rename id' })
  await rename.click()
  const field = inspector(page).getByLabel('Id', { exact: true })
  await field.fill('Kato Option')
  await field.press('Enter')
  await expectPage(inspector(page).getByRole('alert')).toContainText('“kato-option” would do')
  await field.fill('kato-option')
  await field.press('Enter')
  await expectPage(inspector(page).locator('code')).toHaveText('kato-option')
  expect((await library.get('briefs', 'morning')).body).toContain('{#kato-option}')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expectPage(inspector(page).locator('code')).toHaveText(quote)
  expect((await library.get('briefs', 'morning')).body).toContain(`{#${quote}}`)
})

test('a corrected text keeps its evidence marked at the same words', async () => {
  const opened = await open()
  const { page, library } = opened
  await openText(opened)
  await page.keyboard.press('Control+Home')
  await page.keyboard.insertText('On Friday: ')
  await page.getByRole('button', { name: 'Save text' }).click()
  await expectPage(page.locator('.mark')).toHaveText('It does exist as an option.')
  await expectPage(page.getByText('its evidence stands at its words')).toBeVisible()
  await expectPage(page.getByText('Text corrected')).toBeVisible()
  expect((await library.get('quotes', quote)).anchor?.position.start).toBe(31)
})

test('evidence that lost its words says so everywhere, and Enter moves it to a place that was chosen', async () => {
  const opened = await open()
  const { page, library, choose } = opened
  await openText(opened)
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Source text' }).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(
    'The minister said: “It did exist as one option.” Talks may end by June 2025.',
  )
  await page.keyboard.press('Control+Enter')
  const lost = page.getByRole('region', { name: 'One piece of evidence lost its place' })
  await expectPage(lost).toContainText('It does exist as an option.')
  await expectPage(page.locator('.mark')).toHaveCount(0)
  await choose('show-evidence')
  await expectPage(page.getByRole('grid', { name: 'Evidence' })).toContainText('Lost its place')
  await choose('show-sources')
  await lost.getByRole('button').press('Enter')
  const place = inspector(page).getByRole('alert').getByRole('button').first()
  await expectPage(place).toContainText('It did exist as one option')
  expect((await library.get('quotes', quote)).text).toBe('It does exist as an option.')
  await place.press('Enter')
  await expectPage(lost).toHaveCount(0)
  await expectPage(page.locator('.mark')).toContainText('It did exist as one option')
  expect((await library.get('quotes', quote)).text).toContain('It did exist as one option')
})

test('words typed into a text are not lost without a question', async () => {
  const opened = await open()
  const { page, library } = opened
  await openText(opened)
  await page.keyboard.insertText('Typed. ')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click()
  await expectPage(page.getByRole('textbox', { name: 'Source text' })).toContainText('Typed.')
  await page.getByRole('textbox', { name: 'Source text' }).press('Escape')
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expectPage(page.locator('.mark')).toHaveText('It does exist as an option.')
  expect(library.list('sources')[0]?.textCorrectedAt).toBeNull()
})
