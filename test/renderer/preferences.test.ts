// What a person prefers, in the built window: each choice holds at once.
import { expect, test } from 'vitest'
import { expectPage, waitFor } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

async function aBrief(ask: Desk['ask']): Promise<void> {
  const fields = { template: 'uk-submission', title: 'Holdings', date: '2025-05-03', body: 'Text.' }
  expect(await ask('brief.create', fields)).toMatchObject({ ok: true })
}

async function anEvent(ask: Desk['ask']): Promise<void> {
  const fields = { title: 'Talks begin', when: '2025-09-07', status: 'occurred' } as const
  expect(await ask('event.create', { place: null, fields })).toMatchObject({ ok: true })
}

async function chooseRegion(desk: Desk, region: string): Promise<void> {
  const dialog = await preferencesOf(desk)
  await dialog.getByLabel('Dates and numbers').selectOption(region)
  await expectPage(dialog.getByLabel('Dates and numbers')).toHaveValue(region)
  await desk.page.keyboard.press('Escape')
  await expectPage(dialog).toBeHidden()
}

async function preferencesOf(desk: Desk) {
  await desk.choose('show-preferences')
  const dialog = desk.page.getByRole('dialog', { name: 'Preferences' })
  await dialog.waitFor()
  return dialog
}

test('a page size is chosen by keys, and holds for pages and for what an export offers', async () => {
  const sizes: (string | undefined)[] = []
  const desk = await openDesk({
    prepare: aBrief,
    print: async ({ pageStyle }) => {
      sizes.push(/size: (\w+);/.exec(pageStyle)?.[1])
      return new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<</Type /Page>>')
    },
  })
  const { page } = desk
  await expectPage.poll(() => sizes.at(-1)).toBe('A4')
  const dialog = await preferencesOf(desk)
  await dialog.getByLabel('Page size').focus()
  await page.keyboard.type('Letter')
  await expectPage.poll(() => sizes.at(-1)).toBe('letter')
  await page.keyboard.press('Escape')
  await desk.choose('export-as')
  const form = page.getByRole('dialog', { name: 'Export “Holdings”' })
  await expectPage(form.getByRole('radio', { name: 'As preferred (Letter)' })).toBeChecked()
})

test('a new brief begins with the marking that is preferred, which the dialog shows and lets one change', async () => {
  const desk = await openDesk()
  const { page } = desk
  const dialog = await preferencesOf(desk)
  await dialog.getByLabel('Marking of new briefs').fill('Official sensitive')
  await page.keyboard.press('Escape')
  await desk.choose('new-brief')
  const form = page.getByRole('dialog', { name: 'New brief' })
  const marking = form.getByLabel('Marking')
  for (const [template, shown] of [
    ['UK submission', 'Official sensitive'],
    ['US action memo', 'UNCLASSIFIED'],
    ['Briefing paper', 'Official sensitive'],
  ] as const) {
    await form.getByRole('radio', { name: template }).check({ force: true })
    await expectPage(marking).toHaveValue(shown)
  }
  await form.getByLabel('Title').fill('One')
  await page.keyboard.press('Enter')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('One')
  expect(await desk.library.get('briefs', 'one')).toMatchObject({ marking: 'Official sensitive' })

  await desk.choose('new-brief')
  await marking.fill('EMBARGOED')
  // Another form has a marking of its own, which is not to be missed.
  await form.getByRole('radio', { name: 'US action memo' }).check({ force: true })
  await expectPage(marking).toHaveValue('UNCLASSIFIED')
  await marking.fill('')
  await form.getByLabel('Title').fill('Two')
  await page.keyboard.press('Enter')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Two')
  expect(await desk.library.get('briefs', 'two')).toMatchObject({ marking: null })
})

test('dates and numbers are written, and read, as in the region that is preferred, from the choice on', async () => {
  const desk = await openDesk({
    prepare: async ask => {
      await aBrief(ask)
      await ask('brief.set', { id: 'holdings', fields: { body: 'word '.repeat(1234) } })
    },
  })
  const { page } = desk
  const row = page.getByRole('button', { name: 'Holdings' })
  await expectPage(row).toContainText('3 May 2025')
  await expectPage(page.getByText('1,234 words')).toBeVisible()
  await chooseRegion(desk, 'en-US')
  await expectPage(row).toContainText('May 3, 2025')
  await chooseRegion(desk, 'de-DE')
  await expectPage(row).toContainText('3. Mai 2025')
  await expectPage(page.getByText('1.234 words')).toBeVisible()

  await page.getByRole('button', { name: 'Details' }).click()
  const date = page.getByLabel('Date', { exact: true })
  await expectPage(date).toHaveValue('3. Mai 2025')
  await date.fill('4. Juni 2025')
  await expectPage(row).toContainText('4. Juni 2025')
  await waitFor(async () => {
    expect((await desk.library.get('briefs', 'holdings')).date).toBe('2025-06-04')
  })
  await page.reload()
  await expectPage(row).toContainText('4. Juni 2025')
})

test('what the timeline and the board drew or sought before is said anew', async () => {
  const desk = await openDesk({ prepare: anEvent })
  const { page } = desk
  await desk.choose('show-timeline')
  const mark = page.getByRole('group', { name: 'Events in time' }).getByRole('button')
  await expectPage(mark).toHaveAttribute('aria-label', /^7 September 2025: /)
  await chooseRegion(desk, 'en-US')
  await expectPage(mark).toHaveAttribute('aria-label', /^September 7, 2025: /)
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await expectPage(page.locator('.timeline-row-when')).toHaveText('September 7, 2025')

  await desk.choose('show-evidence')
  const search = page.getByRole('searchbox')
  const rows = page.getByText('Talks begin')
  await search.fill('september 7')
  await expectPage(rows).toHaveCount(1)
  await chooseRegion(desk, 'iso')
  await expectPage(rows).toHaveCount(0)
  await search.fill('2025-09-07')
  await expectPage(rows).toHaveCount(1)
})
