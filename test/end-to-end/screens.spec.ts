// Every screen, light and dark, at two sizes, in out/screenshots: to be looked at. `npm run screenshots` makes these alone.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { projectRoot } from '../../scripts/executable.mjs'
import {
  answerOpenDialog,
  answerSaveDialog,
  choicesAreReady,
  chooseMenu,
  type OpenApp,
  selectWords,
  test,
} from './desk.ts'
import { keepScreen, room } from './keep-screen.ts'

/** Writes on after an hour, as far as the app knows, so that there is an earlier version. */
async function writeLater({ app, page }: OpenApp): Promise<void> {
  await app.evaluate(() => {
    const Now = Date
    globalThis.Date = class extends Now {
      constructor(...given: [number | string] | []) {
        super(...((given.length === 0 ? [Now.now() + 3_600_000] : given) as [number]))
      }
    } as DateConstructor
  })
  await page.getByRole('textbox', { name: 'Brief text' }).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText('The minister named it an option for the first time.\n\n')
  await expect(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
}

test('every screen is drawn', async ({ folder, openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  for (const name of ['Briefs', 'Sources', 'Evidence']) {
    await room(page, name).click()
    await keepScreen(open, `empty-${name.toLowerCase()}`)
  }
  await answerOpenDialog(app, [join(projectRoot, 'resources/sample/japan-treasuries.md')])
  await chooseMenu(app, 'import-source')
  await page.getByLabel('Published', { exact: true }).fill('3 May 2025')
  await page.getByLabel('Published', { exact: true }).press('Tab')
  await page.getByRole('button', { name: 'Accept all', exact: true }).click()
  await expect(room(page, 'Evidence')).toContainText('6')
  await keepScreen(open, 'source')
  await page.getByRole('button', { name: 'Dismiss' }).click()

  await selectWords(page, 'high-level talks in Washington')
  await expect(page.getByRole('toolbar', { name: 'Make evidence of the selected words' })).toBeVisible()
  await keepScreen(open, 'source-selection')
  for (const [key, name] of [
    ['q', 'quote'],
    ['f', 'figure'],
    ['t', 'event'],
  ] as const) {
    await selectWords(page, 'high-level talks in Washington')
    await page.keyboard.press(key)
    await expect(page.getByRole('form', { name: `New ${name}` })).toBeVisible()
    await keepScreen(open, `new-${name}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('form')).toHaveCount(0)
  }

  await room(page, 'Evidence').click()
  await keepScreen(open, 'evidence')

  await chooseMenu(app, 'new-brief')
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill('Japan’s Treasury holdings')
  await page.getByRole('dialog').getByLabel('From source').selectOption({ index: 1 })
  await keepScreen(open, 'new-brief')
  await page.getByRole('button', { name: 'Create brief' }).click()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Katsunobu Kato')
  await keepScreen(open, 'brief')
  await page.getByRole('button', { name: 'Details' }).click()
  await keepScreen(open, 'brief-details')
  await page.getByRole('button', { name: 'Details' }).click()
  await page.getByRole('textbox', { name: 'Brief text' }).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\n\n@kato')
  await expect(page.getByRole('option').first()).toBeVisible()
  await keepScreen(open, 'brief-picker')
  await choicesAreReady(page)
  await page.keyboard.press('Enter')
  await answerSaveDialog(app, join(folder, 'brief.pdf'))
  await chooseMenu(app, 'export-brief')
  await expect(page.getByText('PDF exported')).toBeVisible()
  await keepScreen(open, 'exported')
  await page
    .getByRole('button', { name: 'Dismiss' })
    .or(page.getByRole('button', { name: 'Close', exact: true }))
    .first()
    .click()
  await chooseMenu(app, 'show-keys')
  await keepScreen(open, 'keys')
  await page.getByRole('button', { name: 'About Dispatch Box' }).click()
  await keepScreen(open, 'about')
  await page.keyboard.press('Escape')

  await answerOpenDialog(app, [join(projectRoot, 'test/fixtures/obsidian-vault')])
  await chooseMenu(app, 'import-notes')
  await expect(page.getByRole('dialog', { name: 'Notes imported' })).toBeVisible()
  await keepScreen(open, 'imported-notes')
  await page.keyboard.press('Escape')

  await writeLater(open)
  await chooseMenu(app, 'show-history')
  await expect(page.getByRole('dialog', { name: 'Earlier versions' }).locator('ins').first()).toBeVisible()
  await keepScreen(open, 'history')
  await page.keyboard.press('Escape')
  await room(page, 'Trash').click()
  await keepScreen(open, 'empty-trash')
  await room(page, 'Briefs').click()
  await page.getByRole('button', { name: 'Delete brief' }).click()
  await expect(page.getByText('was moved to the trash')).toBeVisible()
  await keepScreen(open, 'deleted')
  await room(page, 'Trash').click()
  await keepScreen(open, 'trash')
})

test('the checks are drawn', async ({ folder, openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  await answerOpenDialog(app, [join(projectRoot, 'resources/sample/japan-treasuries.md')])
  await chooseMenu(app, 'import-source')
  await page.getByLabel('Published', { exact: true }).fill('3 May 2025')
  await page.getByLabel('Published', { exact: true }).press('Tab')
  await page.getByRole('button', { name: 'Accept all', exact: true }).click()
  await expect(room(page, 'Evidence')).toContainText('6')
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await chooseMenu(app, 'new-brief')
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill('Japan’s Treasury holdings')
  await page.getByRole('dialog').getByLabel('From source').selectOption({ index: 1 })
  await page.getByRole('dialog').getByLabel('Date').fill('3 May 2025')
  await page.getByRole('button', { name: 'Create brief' }).click()
  await expect(page.getByRole('button', { name: 'Checks: No findings' })).toBeVisible()
  await chooseMenu(app, 'toggle-checks')
  const panel = page.getByRole('region', { name: 'Checks' })
  await expect(panel).toContainText('Nothing to mend')
  await keepScreen(open, 'checks-nothing')
  await page.getByRole('textbox', { name: 'Brief text' }).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText(
    'Kato said a sale :quote[“may exist as an option”]{#kato-it-does-exist-as}. Japan holds :figure[$1.2 trillion]{#us-treasury-bonds}, or 12% of all foreign holdings, and “dealers are worried” ([chart](https://example.org/chart)).\n\n',
  )
  await expect(panel.getByRole('listitem')).toHaveCount(5)
  await page.keyboard.press('F8')
  await keepScreen(open, 'checks')
  const number = panel.getByRole('listitem').filter({ hasText: '12%' })
  await number.getByRole('button', { name: 'Answer…' }).click()
  await page.keyboard.type('The ministry gave the share by telephone on 2 May.')
  await keepScreen(open, 'checks-answering')
  await page.keyboard.press('Enter')
  await expect(number).toContainText('Answered')
  await keepScreen(open, 'checks-answered')
  await answerSaveDialog(app, join(folder, 'brief.pdf'))
  await chooseMenu(app, 'export-brief')
  await expect(page.getByText('Not exported yet')).toBeVisible()
  await keepScreen(open, 'export-held')
})

test('backups and recovery are drawn', async ({ folder, openApp }) => {
  test.setTimeout(180_000)
  const first = await openApp()
  await answerOpenDialog(first.app, [join(projectRoot, 'resources/sample/japan-treasuries.md')])
  await chooseMenu(first.app, 'import-source')
  const title = first.page.getByLabel('Source title')
  await title.fill('Japan’s Treasury holdings')
  await title.press('Enter')
  await chooseMenu(first.app, 'show-recovery')
  await keepScreen(first, 'empty-recovery')
  await first.page.keyboard.press('Escape')
  await chooseMenu(first.app, 'show-backups')
  const backups = (page: Page) => page.getByRole('dialog', { name: 'Backups' })
  await expect(backups(first.page)).toContainText('There is none')
  await keepScreen(first, 'empty-backups')
  await backups(first.page).getByRole('button', { name: 'Back up now' }).click()
  await expect(backups(first.page).getByRole('listitem')).toHaveCount(1)
  await keepScreen(first, 'backups')
  await backups(first.page).getByRole('listitem').getByRole('button', { name: 'Restore' }).click()
  await expect(backups(first.page)).toContainText('is whole')
  await keepScreen(first, 'restore')
  mkdirSync(join(folder, 'restored'))
  await answerOpenDialog(first.app, [join(folder, 'restored')])
  await backups(first.page).getByRole('button', { name: 'Choose where' }).click()
  await expect(backups(first.page)).toContainText('--library=')
  await keepScreen(first, 'restored')
  await backups(first.page).getByRole('button', { name: 'Back' }).click()
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  await answerOpenDialog(first.app, [disk])
  await backups(first.page).getByRole('button', { name: 'Choose folder' }).click()
  await expect(backups(first.page)).toContainText(disk)
  rmSync(disk, { recursive: true })
  await backups(first.page).getByRole('button', { name: 'Back up now' }).click()
  await expect(backups(first.page).getByRole('alert').first()).toContainText('is not there')
  await keepScreen(first, 'backups-folder-gone')
  await first.close()

  const sources = join(folder, 'library/sources')
  const [damaged = ''] = readdirSync(sources).filter(name => name.endsWith('.json'))
  writeFileSync(join(sources, damaged), '{"half')
  mkdirSync(join(folder, 'library/set-aside/briefs'), { recursive: true })
  writeFileSync(join(folder, 'library/set-aside/briefs/morning.2025-05-02T09-00-00.000Z.json'), '')
  const body = 'The minister said it again at noon.\n\nThis time nobody asked him why.'
  const stray = {
    schema: 1,
    id: 'noon-note',
    at: '2025-05-02T10:00:00.000Z',
    fields: { title: 'Noon note', body },
  }
  writeFileSync(join(folder, 'library/drafts/noon-note.killed.json'), JSON.stringify(stray))
  const second = await openApp()
  await keepScreen(second, 'recovery-banner')
  await second.page.getByRole('button', { name: 'Show…' }).click()
  await expect(second.page.getByRole('dialog', { name: 'Recovery' })).toContainText('Set aside before')
  await keepScreen(second, 'recovery')
})

test('uses, lost evidence and the text of a source are drawn', async ({ openApp }) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  await answerOpenDialog(app, [join(projectRoot, 'resources/sample/japan-treasuries.md')])
  await chooseMenu(app, 'import-source')
  await page.getByLabel('Published', { exact: true }).fill('3 May 2025')
  await page.getByLabel('Published', { exact: true }).press('Tab')
  await page.getByRole('button', { name: 'Accept all', exact: true }).click()
  await expect(room(page, 'Evidence')).toContainText('6')
  await chooseMenu(app, 'new-brief')
  await page.getByRole('dialog').getByLabel('Title', { exact: true }).fill('Japan’s Treasury holdings')
  await page.getByRole('dialog').getByLabel('From source').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Create brief' }).click()
  await expect(page.frameLocator('iframe').locator('body')).toContainText('Katsunobu Kato')
  await room(page, 'Evidence').click()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  const kato = page.getByRole('grid', { name: 'Evidence' }).getByRole('row').filter({ hasText: 'does exist' })
  await kato.click()
  await expect(page.getByRole('group', { name: 'Used in' })).toContainText('Japan’s Treasury holdings')
  await keepScreen(open, 'used-in')
  await page.getByRole('button', { name: 'Rename id' }).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Rename id' }).click()
  await keepScreen(open, 'rename-id')
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
  await keepScreen(open, 'delete-in-use')
  await page.keyboard.press('Escape')
  await page.getByRole('complementary').getByRole('button', { name: 'Close' }).click()
  await room(page, 'Sources').click()
  await page.getByText('Used in').click()
  await keepScreen(open, 'source-used-in')
  await page.getByRole('button', { name: 'Edit text' }).click()
  const text = page.getByRole('textbox', { name: 'Source text' })
  await keepScreen(open, 'edit-text')
  await text.focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('does exist')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.keyboard.insertText('did exist')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('region', { name: /lost its place/ })).toBeVisible()
  await page
    .getByRole('region', { name: /lost its place/ })
    .getByRole('button')
    .click()
  await expect(page.getByRole('alert').getByRole('button').first()).toBeVisible()
  await keepScreen(open, 'lost-evidence')
  await room(page, 'Evidence').click()
  await expect(page.getByRole('heading', { name: 'Lost its place' })).toBeVisible()
  await keepScreen(open, 'lost-on-board')
  await room(page, 'Briefs').click()
  await page.getByRole('button', { name: 'Details' }).click()
  await keepScreen(open, 'brief-details-used-in')
})
