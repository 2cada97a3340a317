// What a person prefers, in the built window: each choice holds at once.
import { expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'

const openDesk = deskOfEachTest()

async function aBrief(ask: Desk['ask']): Promise<void> {
  const fields = { template: 'uk-submission', title: 'Holdings', date: '2025-05-03', body: 'Text.' }
  expect(await ask('brief.create', fields)).toMatchObject({ ok: true })
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
  await marking.fill('')
  await form.getByRole('radio', { name: 'UK submission' }).check({ force: true })
  await expectPage(marking).toHaveValue('')
  await form.getByLabel('Title').fill('Two')
  await page.keyboard.press('Enter')
  await expectPage(page.getByLabel('Brief title')).toHaveValue('Two')
  expect(await desk.library.get('briefs', 'two')).toMatchObject({ marking: null })
})
