// The palette, and the way back, in the built window.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { Answer } from '../../main/requests/requests.ts'
import { expectPage } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

async function twoBriefs(ask: Answer): Promise<void> {
  await ask('brief.create', { template: 'market-morning-note', title: 'Evening', body: 'Quiet.' })
  await ask('person.create', { fields: { name: 'Katsunobu Kato', role: 'Finance minister' } })
  await linkedBrief(ask)
}

const options = (page: Page) => page.getByRole('listbox', { name: 'What was found' }).getByRole('option')

test('an empty box offers what fits the moment, what was open last, and every command with its key', async () => {
  const { page, choose } = await openDesk({ prepare: twoBriefs })
  // Before it is open, it has not been.
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Morning')
  await page.getByRole('button', { name: 'Evening' }).click()
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Evening')
  await choose('show-palette')
  const field = page.getByRole('combobox', { name: 'Find anything' })
  await expectPage(field).toBeFocused()
  const sections = page.getByRole('listbox').getByRole('group')
  await expectPage
    .poll(() => sections.nth(0).ariaSnapshot())
    .toBe(
      [
        '- group "Here and now":',
        '  - option "Export the brief Ctrl+E" [selected]',
        '  - option "Show or hide what the checks found Ctrl+Shift+M"',
        '  - option "Show or hide the preview Ctrl+Shift+P"',
        '  - option "Earlier versions of what is open Ctrl+Shift+H"',
        '  - option "New brief Ctrl+N"',
      ].join('\n'),
    )
  await expectPage(sections.nth(1).getByRole('option')).toHaveText([/^Morning/])
  await expectPage(sections.nth(2)).toContainText('Passphrase')
  await choose('show-palette')
  await expectPage(page.getByRole('dialog')).toHaveCount(0)
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
})

test('the arrows, the pages and Enter choose a command, which finds the desk as it was', async () => {
  const { page, choose } = await openDesk({ prepare: linkedBrief })
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await choose('show-palette')
  await page.keyboard.type('find in')
  await expectPage(options(page).first()).toHaveText(/^Find in the brief/)
  // What the library holds is read a moment after the window opens.
  await expectPage(options(page).nth(1)).toBeVisible()
  const field = page.getByRole('combobox', { name: 'Find anything' })
  await page.keyboard.press('ArrowDown')
  await expectPage(options(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await expectPage(field).toHaveAttribute(
    'aria-activedescendant',
    (await options(page).nth(1).getAttribute('id')) ?? '',
  )
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expectPage(options(page).last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('dialog')).toHaveCount(0)
  await expectPage(page.getByRole('textbox', { name: 'Find', exact: true })).toBeFocused()
})

test('records open at their place, and the way back leads through them', async () => {
  const { page, choose } = await openDesk({ prepare: twoBriefs })
  const title = page.getByLabel('Brief title')
  await expectPage(title).toHaveValue('Morning')
  const find = async (words: string, option: RegExp) => {
    await choose('show-palette')
    await page.keyboard.type(words)
    await expectPage(options(page).first()).toHaveText(option)
    await page.keyboard.press('Enter')
    await expectPage(page.getByRole('dialog')).toHaveCount(0)
  }
  await find('evening', /^Evening/)
  await expectPage(title).toHaveValue('Evening')
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await find('minister said', /Source$/)
  await expectPage(page.getByRole('article', { name: 'Source text' })).toBeFocused()
  await find('katsunobu', /^Katsunobu Kato Finance minister/)
  await expectPage(page.getByRole('heading', { name: 'Katsunobu Kato' })).toBeVisible()
  await find('exist option', /^“It does exist as an option.”/)
  await expectPage(page.getByRole('form', { name: 'Quote' })).toBeVisible()
  await page.keyboard.press('Escape')

  await choose('go-back')
  await expectPage(page.getByRole('heading', { name: 'Katsunobu Kato' })).toBeVisible()
  await choose('go-back')
  await expectPage(page.getByRole('article', { name: 'Source text' })).toBeVisible()
  await choose('go-back')
  await expectPage(title).toHaveValue('Evening')
  await choose('go-back')
  await expectPage(title).toHaveValue('Morning')
  await choose('go-forward')
  await expectPage(title).toHaveValue('Evening')
})

test('what cannot be done now is left out, and what is not found is said', async () => {
  const { page, choose } = await openDesk({ access: 'read' })
  await choose('show-palette')
  await page.keyboard.type('new brief')
  await expectPage(
    page.getByRole('status').filter({ hasText: 'Nothing is called “new brief”.' }),
  ).toBeVisible()
  await expectPage(options(page)).toHaveText(['Search everything for “new brief” in all texts'])
  await page.keyboard.press('Escape')
  await choose('show-palette')
  await page.keyboard.type('export')
  await expectPage(options(page)).toHaveText([
    /^Export the library as a folder/,
    /^Search everything for “export”/,
  ])
})

test('what is typed right after its keys is asked for, and never goes into the text', async () => {
  const { page, library } = await openDesk({ prepare: linkedBrief })
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  const { body } = await library.get('briefs', 'morning')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('preferences')
  await expectPage(page.getByRole('combobox')).toHaveValue('preferences')
  await page.keyboard.press('Control+k')
  await expectPage(page.getByRole('dialog')).toHaveCount(0)
  await expectPage(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
  expect((await library.get('briefs', 'morning')).body).toBe(body)
})
