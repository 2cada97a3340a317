// What takes the window's words away, or carries them elsewhere, while some of them are not saved.
import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { MenuCommand } from '../../shared/menu-keys.ts'
import type { RequestName } from '../../shared/request-names.ts'
import { expectPage } from '../patient.ts'
import { type Desk, deskOfEachTest } from './desk.ts'
import { linkedBrief } from './linked-brief.ts'

const openDesk = deskOfEachTest()

/** A window that keeps what it asks for of these. */
async function open(...names: RequestName[]): Promise<Desk & { asked: string[] }> {
  const desk = await openDesk({ prepare: linkedBrief })
  const asked: string[] = []
  for (const name of names)
    desk.answers.set(name, async () => {
      asked.push(name)
      return { ok: true, value: null }
    })
  return { ...desk, asked }
}

async function changeForm(page: Page, choose: Desk['choose']): Promise<void> {
  await choose('show-evidence')
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  await page.getByRole('form', { name: 'Quote' }).getByLabel('Role').fill('Minister')
}

test.each<MenuCommand>(['show-passphrase', 'lock-library'])(
  '%s does nothing and says why while a form has words that are not saved',
  async command => {
    const { page, choose, asked } = await open('passphrase.describe', 'library.lock')
    await changeForm(page, choose)
    await choose(command)
    await expectPage(page.getByRole('alert')).toContainText('Save or leave the form first')
    await expectPage(page.getByRole('dialog')).toHaveCount(0)
    await expectPage(page.getByRole('form', { name: 'Quote' }).getByLabel('Role')).toHaveValue('Minister')
    expect(asked).toEqual([])
  },
)

test.each<MenuCommand>(['show-passphrase', 'lock-library'])(
  '%s does nothing and says why while the text of a source is being corrected',
  async command => {
    const { page, choose, asked } = await open('passphrase.describe', 'library.lock')
    await choose('show-sources')
    await page.getByRole('list', { name: 'Sources' }).getByRole('button').first().click()
    await page.getByRole('button', { name: 'Edit text' }).click()
    await page.getByRole('textbox', { name: 'Source text' }).fill('Other words.')
    await choose(command)
    await expectPage(page.getByRole('alert')).toContainText('the text of a source has changes')
    expect(asked).toEqual([])
  },
)

test.each<MenuCommand>([
  'show-passphrase',
  'lock-library',
  'export-library',
  'import-library',
  'import-notes',
])('%s does nothing and says why where what was typed cannot be saved', async command => {
  const { page, choose, answers, asked } = await open(
    'passphrase.describe',
    'library.lock',
    'library.export',
    'library.import',
    'notes.import',
  )
  const problem = { code: 'unwritable' as const, message: 'The disk is full.' }
  answers.set('brief.set', async () => ({ ok: false, problem }))
  await page.getByLabel('Brief text').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' More.')
  await choose(command)
  await expectPage(page.getByRole('alert')).toHaveText(
    /Nothing was done, because what you typed could not be saved\. The disk is full\./,
  )
  expect(asked).toEqual([])
})

test('a backup that is refused for an open form says nothing of restoring', async () => {
  const { page, choose, asked } = await open('backup.keep')
  await changeForm(page, choose)
  await choose('show-backups')
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expectPage(dialog.getByRole('alert')).toHaveText(
    'Nothing was done, because the open form has words that are not saved. Save or leave the form first.',
  )
  expect(asked).toEqual([])
})
