// What a screen reader is told of each screen: read through once, and held here since.
import { existsSync, readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { chooseMenu, test } from './desk.ts'
import { room } from './keep-screen.ts'

/** The tree of roles and names, with the day and the folder of the test named as such. */
async function treeOf(page: Page, folder: string): Promise<string> {
  const today = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' })
  return (await page.locator('body').ariaSnapshot()).replaceAll(today, 'TODAY').replaceAll(folder, 'FOLDER')
}

test('each screen tells its roles and names', async ({ folder, openApp }, info) => {
  test.setTimeout(180_000)
  const { app, page } = await openApp()
  const holds = async (name: string) => {
    const file = info.snapshotPath(`${name}.yml`)
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : ''
    // Some of a screen comes a moment after the rest.
    await expect
      .poll(() => treeOf(page, folder))
      .toBe(kept)
      .catch(() => undefined)
    expect.soft(await treeOf(page, folder)).toMatchSnapshot(`${name}.yml`)
  }

  await page.getByRole('button', { name: 'Look around with a sample' }).waitFor()
  await holds('empty')
  await page.getByRole('button', { name: 'Look around with a sample' }).click()
  await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue('Start here')
  await expect(page.frameLocator('iframe').locator('body')).toContainText('It does exist as an option')
  await expect(page.getByRole('button', { name: 'Checks: 1 error' })).toBeVisible()
  await holds('brief')
  await chooseMenu(app, 'toggle-checks')
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('$1.2 trillion')
  await holds('checks')
  await chooseMenu(app, 'toggle-checks')
  await chooseMenu(app, 'toggle-outline')
  await expect(page.getByRole('region', { name: 'Outline' })).toBeVisible()
  await holds('outline')
  await chooseMenu(app, 'toggle-outline')

  await room(page, 'Sources').click()
  await page
    .getByRole('list', { name: 'Sources' })
    .getByRole('button')
    .filter({ hasText: 'financial card' })
    .click()
  await expect(page.getByRole('article', { name: 'Source text' })).toContainText('Japan holds a powerful')
  await expect(page.getByRole('complementary', { name: 'Suggestions' })).not.toContainText('Looking')
  await holds('source')
  await room(page, 'Evidence').click()
  await page.getByRole('grid', { name: 'Evidence' }).getByRole('row').nth(1).click()
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible()
  await holds('evidence')
  await room(page, 'Timeline').click()
  await expect(page.getByRole('main')).toContainText('in sight')
  await holds('timeline')
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await holds('timeline-list')
  for (const name of ['People', 'Measures', 'Trash']) {
    await room(page, name).click()
    await expect(room(page, name)).toHaveAttribute('aria-current', /./)
    await holds(name.toLowerCase())
  }
  for (const [command, name] of [
    ['show-palette', 'palette'],
    ['show-keys', 'keys'],
    ['show-preferences', 'preferences'],
    ['new-brief', 'new-brief'],
    ['export-as', 'export'],
    ['show-templates', 'templates'],
    ['show-backups', 'backups'],
    ['show-rules', 'rules'],
  ] as const) {
    await chooseMenu(app, command)
    await page.getByRole('dialog').waitFor()
    await holds(name)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await chooseMenu(app, 'show-search')
  await expect(page.getByRole('region', { name: 'Saved searches' })).toBeVisible()
  await holds('search')
  await page.keyboard.type('minister')
  await expect(page.getByRole('listbox', { name: 'What was found' })).toContainText('Kato')
  await holds('search-results')
})
