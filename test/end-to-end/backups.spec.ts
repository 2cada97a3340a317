// A backup put in the place of the library that is open, in the real app, and one that was cut off half way.
import { readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import { answerOpenDialog, chooseMenu, type OpenApp, test } from './desk.ts'

const titleOf = (page: Page) => page.getByLabel('Source title')

async function importSample({ app, page }: OpenApp): Promise<string> {
  await answerOpenDialog(app, [join(projectRoot, 'resources/sample/japan-treasuries.md')])
  await chooseMenu(app, 'import-source')
  await titleOf(page).waitFor()
  return titleOf(page).inputValue()
}

async function openSource(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Sources' }).click()
  await page.getByRole('list', { name: 'Sources' }).getByRole('button').click()
}

test('a backup takes the place of the open library, which stays whole beside it', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  const title = await importSample(open)
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await chooseMenu(app, 'show-backups')
  await dialog.getByRole('button', { name: 'Back up now' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await titleOf(page).fill('Spoiled')
  await titleOf(page).press('Enter')
  await expect(page.getByRole('list', { name: 'Sources' })).toContainText('Spoiled')
  await chooseMenu(app, 'show-backups')
  await dialog.getByRole('listitem').getByRole('button', { name: 'Restore' }).click()
  await dialog.getByRole('button', { name: 'Replace this library' }).click()
  await page.getByRole('button', { name: 'Replace this library', exact: true }).click()
  await expect(page.getByText('The library was restored from the backup')).toBeVisible()
  await openSource(page)
  await expect(titleOf(page)).toHaveValue(title)
  // The window goes on as before: what is changed now is saved in the restored library.
  await titleOf(page).fill('After')
  await titleOf(page).press('Enter')
  await expect(page.getByRole('list', { name: 'Sources' })).toContainText('After')
  const aside = readdirSync(folder).filter(name => name.startsWith('library.before-restore-'))
  expect(aside).toHaveLength(1)
  await chooseMenu(app, 'show-backups')
  await expect(dialog.getByRole('region', { name: 'Replaced by a restore' })).toContainText(aside[0] ?? '')
})

test('a restore that was cut off is brought to its end by the next start, which says so', async ({
  folder,
  openApp,
}) => {
  const first = await openApp()
  const title = await importSample(first)
  await first.close()
  // As between the two moves: the library is aside, the restored one not yet in its place.
  const at = '2025-05-03T10-00-00.000Z'
  const [fresh, aside] = [`library.restored-${at}`, `library.before-restore-${at}`]
  renameSync(join(folder, 'library'), join(folder, fresh))
  const second = await openApp('other-profile')
  await second.close()
  renameSync(join(folder, 'library'), join(folder, aside))
  const named = { schema: 1, backup: join(folder, 'backup.zip'), fresh, aside }
  writeFileSync(join(folder, '.library.restore.json'), JSON.stringify(named))
  const { page } = await openApp()
  await expect(page.getByText('The library was restored from the backup')).toBeVisible()
  await openSource(page)
  await expect(titleOf(page)).toHaveValue(title)
  expect(
    readdirSync(folder)
      .filter(name => name.includes('library'))
      .sort(),
  ).toEqual(['library', aside])
})
