// What another program changes in sources and evidence that are open in the window.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectPage } from '../patient.ts'
import { deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

async function open() {
  const desk = await openDesk({ prepare: linkedBrief })
  const { library } = desk
  /** Another program writes a record. */
  const others = (collection: string, id: string, fields: object) => {
    const file = join(library.folder, collection, `${id}.json`)
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...fields }))
  }
  return { ...desk, others }
}

const quote = 'kato-it-does-exist-as'

test('an open form shows what another program says, and keeps what is being typed', async () => {
  const { page, choose, library, others } = await open()
  await choose('show-evidence')
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  const form = page.getByRole('form', { name: 'Quote' })
  await form.getByLabel('Organisation').fill('Ministry of Finance')
  others('quotes', quote, { role: 'Finance Minister' })
  await expectPage(form.getByLabel('Role')).toHaveValue('Finance Minister')
  await expectPage(form.getByLabel('Organisation')).toHaveValue('Ministry of Finance')
  await form.getByRole('button', { name: 'Save' }).click()
  await expectPage(form).toHaveCount(0)
  expect(await library.get('quotes', quote)).toMatchObject({
    role: 'Finance Minister',
    organisation: 'Ministry of Finance',
  })
})

test('where both changed one field the typed words stay, and the person is told where the others are', async () => {
  const { page, choose, library, others } = await open()
  await choose('show-evidence')
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  const form = page.getByRole('form', { name: 'Quote' })
  await form.getByLabel('Role').fill('Minister')
  others('quotes', quote, { role: 'Finance Minister' })
  await expectPage(page.getByRole('alert')).toContainText('the other text is among its earlier versions')
  await expectPage(form.getByLabel('Role')).toHaveValue('Minister')
  await form.getByRole('button', { name: 'Save' }).click()
  await expectPage(form).toHaveCount(0)
  expect(await library.get('quotes', quote)).toMatchObject({ role: 'Minister' })
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  await form.getByRole('button', { name: 'Earlier versions' }).click()
  await expectPage(page.getByRole('dialog', { name: 'Earlier versions' }).locator('del')).toHaveText(
    'Finance ',
  )
})

test('a fact of a source that is being typed stays beside what another program says of it', async () => {
  const { page, choose, library, others } = await open()
  await choose('show-sources')
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').click()
  const source = library.list('sources')[0]?.id ?? ''
  const publisher = page.getByLabel('Publisher')
  await publisher.fill('Ours')
  others('sources', source, { title: 'Their title', publisher: 'Theirs' })
  await expectPage(page.getByLabel('Source title')).toHaveValue('Their title')
  await expectPage(publisher).toHaveValue('Ours')
  await publisher.press('Enter')
  await expectPage(page.getByRole('alert')).toContainText('the other text is among its earlier versions')
  expect(await library.get('sources', source)).toMatchObject({ title: 'Their title', publisher: 'Ours' })
  await page.getByRole('button', { name: 'Earlier versions' }).click()
  await expectPage(
    page.getByRole('dialog', { name: 'Earlier versions' }).locator('del').first(),
  ).toBeVisible()
})
