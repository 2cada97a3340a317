// A source beside the brief that is written, in the built window.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { expectPage, waitFor } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

const pane = (page: Page) => page.getByRole('region', { name: 'Source beside the brief' })
const sourceText = (page: Page) => pane(page).getByRole('article', { name: 'Source text' })

/** Brings the only source of the library beside the brief. */
async function bring(page: Page, choose: (command: 'toggle-source') => Promise<void>): Promise<void> {
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await choose('toggle-source')
  await expectPage(pane(page).getByRole('heading', { name: 'No source beside the brief' })).toBeVisible()
  // With its words, the choice has the keyboard.
  await page.keyboard.press('Enter')
  await expectPage(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expectPage(sourceText(page)).toBeFocused()
}

test('words of a source beside the brief become evidence, which goes into the text at the cursor', async () => {
  const { page, choose, library } = await openDesk({ prepare: linkedBrief })
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await page.keyboard.press('Control+End')
  await bring(page, choose)
  // The last sentence, from the keyboard alone.
  await page.keyboard.press('Control+End')
  for (const _ of 'Talks may end by June 2025.') await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('q')
  const form = page.getByRole('form', { name: 'New quote' })
  await expectPage(form.getByRole('figure')).toContainText('Talks may end by June 2025.')
  await form.getByLabel('Speaker').fill('A minister')
  await form.getByRole('button', { name: 'Save and insert' }).click()
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  const body = async () => (await library.get('briefs', 'morning')).body
  await waitFor(async () => expect(await body()).toMatch(/today\. :quote\[\]\{#[^}]+\}$/))
  await page.keyboard.type(' So it is.')
  await waitFor(async () => expect(await body()).toMatch(/\} So it is\.$/))

  // What is marked in the source opens over it, and goes into the text too.
  await sourceText(page)
    .getByRole('button', { name: 'Quote: “It does exist as an option.”, Katsunobu Kato' })
    .click()
  await page.getByRole('form', { name: 'Quote' }).getByRole('button', { name: 'Insert into brief' }).click()
  await waitFor(async () => expect(await body()).toMatch(/So it is\. :quote\[\]\{#kato-it-does-exist-as\}$/))
  await pane(page).getByRole('button', { name: 'Insert a reference to it into the brief' }).click()
  await waitFor(async () => expect(await body()).toMatch(/ :source\[\]\{#[^}]+\}$/))
})

test('the keys of suggestions belong to the source alone, and not to the rest of the room', async () => {
  const { page, choose, library } = await openDesk({ prepare: linkedBrief })
  await bring(page, choose)
  await page.getByRole('list', { name: 'Briefs' }).getByRole('button').focus()
  await page.keyboard.press('a')
  await sourceText(page).focus()
  await page.keyboard.press('a')
  const rooms = page.getByRole('navigation', { name: 'Rooms' })
  await expectPage(rooms).toContainText(/Evidence\s*2/)
  expect(library.list('events').length + library.list('quotes').length).toBe(2)
})

test('it takes the place of the preview, which comes back, and folds the list where there is no room', async () => {
  const { page, choose } = await openDesk({
    prepare: linkedBrief,
    viewport: { width: 1024, height: 640 },
  })
  const preview = page.getByRole('region', { name: 'Preview' })
  await expectPage(preview).toBeVisible()
  await page.getByRole('button', { name: 'Show list' }).click()
  await expectPage(page.getByRole('list', { name: 'Briefs' })).toBeVisible()
  await page.getByLabel('Brief text').focus()
  await bring(page, choose)
  await expectPage(preview).toHaveCount(0)
  await expectPage(page.getByRole('list', { name: 'Briefs' })).toHaveCount(0)
  await choose('toggle-preview')
  await expectPage(preview).toBeVisible()
  await expectPage(pane(page)).toHaveCount(0)
  await choose('toggle-source')
  await expectPage(sourceText(page)).toBeFocused()
  await choose('toggle-source')
  await expectPage(preview).toBeVisible()
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
})

test('evidence, and what the palette finds, opens beside the brief at its place', async () => {
  const { page, choose } = await openDesk({ prepare: linkedBrief })
  await expectPage(page.getByLabel('Brief text')).toBeFocused()
  await choose('show-palette')
  await page.keyboard.type('exist option')
  await expectPage(page.getByText('Ctrl+Enter opens it beside the brief')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expectPage(sourceText(page)).toBeFocused()
  await choose('toggle-source')
  await page.frameLocator('iframe').locator('.quoted').click()
  await page
    .getByRole('form', { name: 'Quote' })
    .getByRole('button', { name: 'Open beside the brief' })
    .click()
  await expectPage(sourceText(page)).toBeFocused()
  await expectPage(page.getByRole('form')).toHaveCount(0)
})
