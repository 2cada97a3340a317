// Tabs in the built window.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Answer } from '../../../main/requests/requests.ts'
import { expectPage, waitFor } from '../../patient.ts'
import { deskOfEachTest } from '../desk.ts'
import { linkedBrief } from '../linked-brief.ts'

const openDesk = deskOfEachTest()

async function twoBriefs(ask: Answer): Promise<void> {
  await ask('brief.create', { template: 'market-morning-note', title: 'Evening', body: 'Quiet.' })
  await linkedBrief(ask)
}

const strip = (page: Page) => page.getByRole('tablist', { name: 'Tabs' })
const front = (page: Page) => strip(page).getByRole('tab', { selected: true })
const expectTabs = (page: Page, names: (string | RegExp)[]) =>
  expectPage(strip(page).getByRole('tab')).toHaveText(names)

/** A brief beside another one, in a tab of its own. */
async function openTwo() {
  const desk = await openDesk({ prepare: twoBriefs })
  const { page } = desk
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
  const row = page.getByRole('list', { name: 'Briefs' }).getByRole('button', { name: /^Evening/ })
  await row.click({ modifiers: ['ControlOrMeta'] })
  await expectTabs(page, ['Morning', 'Evening'])
  await expectPage(front(page)).toHaveText('Evening')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Evening')
  return desk
}

test('one tab alone is not shown', async () => {
  const { page } = await openDesk({ prepare: twoBriefs })
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await expectPage(strip(page)).toHaveCount(0)
})

test('keys go from tab to tab and close them, and what was typed is kept', async () => {
  const { page, library } = await openTwo()
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Until now.')
  await page.keyboard.press('Control+Tab')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
  await expectPage(front(page)).toHaveText('Morning')
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await page.keyboard.press('Control+Shift+Tab')
  await expectPage(page.getByLabel('Brief text')).toHaveText('Quiet. Until now.')
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await page.keyboard.press('Control+w')
  await expectPage(strip(page)).toHaveCount(0)
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
  await expectPage.poll(async () => (await library.get('briefs', 'evening')).body).toBe('Quiet. Until now.')
})

test('a new tab asks what is to be in it, and another room stays in its tab', async () => {
  const { page, choose } = await openTwo()
  await page.keyboard.press('Control+t')
  await expectPage(page.getByRole('combobox')).toHaveAttribute('placeholder', /in a new tab$/)
  await page.keyboard.type('minister said')
  await expectPage(page.getByRole('option').first()).toContainText('Source')
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('article', { name: 'Source text' })).toBeFocused()
  await expectTabs(page, ['Morning', 'Evening', /^The minister said/])
  await choose('show-evidence')
  await expectTabs(page, ['Morning', 'Evening', 'Evidence'])
  await expectPage(front(page)).toHaveText('Evidence')
  // What is in a tab already comes to the front, and the other one stays as it is.
  await choose('show-briefs')
  await expectPage(front(page)).toHaveText('Evening')
  await expectTabs(page, ['Morning', 'Evening', 'Evidence'])
})

test('the strip is walked through and a tab closed by its keys, and by the mouse', async () => {
  const { page, choose } = await openTwo()
  await choose('new-tab')
  await page.keyboard.type('minister said')
  await expectPage(page.getByRole('option').first()).toContainText('Source')
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('article', { name: 'Source text' })).toBeFocused()
  await front(page).focus()
  await page.keyboard.press('ArrowRight')
  await expectPage(strip(page).getByRole('tab').first()).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await expectPage(strip(page).getByRole('tab', { name: 'Evening' })).toBeFocused()
  await page.keyboard.press('Delete')
  await expectTabs(page, ['Morning', /^The minister/])
  await expectPage(strip(page).getByRole('tab').nth(1)).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
  await strip(page).getByRole('tab').nth(1).click({ button: 'middle' })
  await expectPage(strip(page)).toHaveCount(0)
})

test('a tab of what is deleted goes', async () => {
  const { page, ask } = await openTwo()
  await page.keyboard.press('Control+Tab')
  await expectPage(front(page)).toHaveText('Morning')
  await page
    .getByRole('list', { name: 'Briefs' })
    .getByRole('button', { name: /^Evening/ })
    .press('Delete')
  await expectPage(strip(page)).toHaveCount(0)
  expect(await ask('record.get', { id: 'evening' })).toMatchObject({ ok: false })
})

test('a form with words that are not saved holds its tab', async () => {
  const { page, choose } = await openTwo()
  await choose('show-evidence')
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  const role = page.getByRole('form', { name: 'Quote' }).getByLabel('Role')
  await role.fill('Minister')
  await choose('close-tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep editing' }).click()
  await expectPage(role).toHaveValue('Minister')
  await expectPage(strip(page).getByRole('tab')).toHaveCount(2)
  await choose('close-tab')
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expectPage(strip(page)).toHaveCount(0)
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
})

test('tabs are there again when the window is', async () => {
  const { page, ask } = await openTwo()
  await waitFor(async () => {
    const recalled = await ask('window.recall', {})
    expect(recalled.ok && recalled.value.desk).toContain('"front":1')
  })
  await page.reload()
  await expectTabs(page, ['Morning', 'Evening'])
  await expectPage(front(page)).toHaveText('Evening')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Evening')
})

test('a tab of a room alone shows it with nothing open, beside one of what is open in it', async () => {
  const { page, choose } = await openDesk({ prepare: twoBriefs })
  await choose('show-sources')
  const list = page.getByRole('list', { name: 'Sources' })
  await list.getByRole('button').click({ modifiers: ['ControlOrMeta'] })
  await expectTabs(page, ['Sources', /^The minister/])
  const text = page.getByRole('article', { name: 'Source text' })
  await expectPage(text).toBeVisible()
  await choose('next-tab')
  await expectPage(front(page)).toHaveText('Sources')
  await expectPage(text).toHaveCount(0)
  await choose('next-tab')
  await expectPage(text).toBeVisible()
  await choose('close-tab')
  await expectPage(strip(page)).toHaveCount(0)
  await expectPage(text).toHaveCount(0)
})

test('a form that waits in its tab is come back to as it was left', async () => {
  const { page, choose, ask } = await openTwo()
  await ask('person.create', { fields: { name: 'Katsunobu Kato' } })
  await choose('show-evidence')
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  const role = page.getByRole('form', { name: 'Quote' }).getByLabel('Role')
  await role.fill('Minister')
  await choose('show-people')
  await expectPage(front(page)).toHaveText('People')
  await choose('show-evidence')
  await expectPage(role).toHaveValue('Minister')
  await expectPage(page.getByRole('dialog')).toHaveCount(0)
})

test('what is taken in shows in the front tab, and no other tab loses its place', async () => {
  const { page, choose } = await openTwo()
  await choose('new-tab')
  await page.keyboard.type('minister said')
  await expectPage(page.getByRole('option').first()).toContainText('Source')
  await page.keyboard.press('Enter')
  await expectTabs(page, ['Morning', 'Evening', /^The minister/])
  await choose('next-tab')
  await expectPage(front(page)).toHaveText('Morning')
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await choose('show-palette')
  await page.keyboard.type('paste text')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').last().fill('# A new article\n\nSomething else was said.')
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expectTabs(page, ['A new article', 'Evening', /^The minister/])
})

test('the focus stays at work where the strip goes with its last tab but one', async () => {
  const { page } = await openTwo()
  await front(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Delete')
  await expectPage(strip(page)).toHaveCount(0)
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
})

test('a person’s tab is there again with the person', async () => {
  const { page, choose, ask } = await openDesk({
    prepare: async ask => {
      await ask('person.create', { fields: { name: 'Katsunobu Kato' } })
      await twoBriefs(ask)
    },
  })
  await choose('new-tab')
  await page.keyboard.type('katsunobu')
  await expectPage(page.getByRole('option').first()).toContainText('Katsunobu Kato')
  await page.keyboard.press('Enter')
  await expectTabs(page, ['Morning', 'Katsunobu Kato'])
  await waitFor(async () => {
    const recalled = await ask('window.recall', {})
    expect(recalled.ok && recalled.value.desk).toContain('"front":1')
  })
  await page.reload()
  await expectPage(page.getByRole('heading', { name: 'Katsunobu Kato' })).toBeVisible()
  await expectTabs(page, ['Morning', 'Katsunobu Kato'])
  await expectPage(front(page)).toHaveText('Katsunobu Kato')
})
