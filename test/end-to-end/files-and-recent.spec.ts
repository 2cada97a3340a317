// Files that the system hands to the app, and the menu of what was open last.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect } from '@playwright/test'
import { findExecutable, launchSwitches } from '../../scripts/executable.mjs'
import { answerSaveDialog, builtApp, chooseMenu, type OpenApp, test } from './desk.ts'

/** Starts the app once more on the same library and profile, with files to open; it hands them over and ends. */
async function startAgain(folder: string, files: readonly string[]): Promise<void> {
  const executable = findExecutable()
  const second = spawn(
    executable.path,
    [
      ...launchSwitches(executable, true),
      `--user-data-dir=${join(folder, 'profile')}`,
      builtApp,
      `--library=${join(folder, 'library')}`,
      ...files,
    ],
    { cwd: folder, stdio: 'ignore' },
  )
  await once(second, 'exit')
}

const article = (page: OpenApp['page']) => page.getByRole('article', { name: 'Source text' })

const recent = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('open-recent')
    return { isEnabled: item?.enabled, labels: item?.submenu?.items.map(({ label }) => label) }
  })

test('files of a second start come to the window that is open, and what cannot be read says why', async ({
  folder,
  openApp,
}) => {
  test.setTimeout(90_000)
  writeFileSync(join(folder, 'talks.md'), '# Talks end\n\nThe ministers agreed.')
  writeFileSync(join(folder, 'empty.txt'), '')
  const { page } = await openApp()
  await startAgain(folder, ['talks.md', 'empty.txt'])
  await expect(article(page)).toContainText('The ministers agreed.')
  await expect(page.getByText('“empty.txt” is empty')).toBeVisible()
})

test('files of the first start wait for the window', async ({ folder, openApp }) => {
  const file = join(folder, 'talks.md')
  writeFileSync(file, '# Talks end\n\nThe ministers agreed.')
  const { page } = await openApp('profile', [file])
  await expect(article(page)).toContainText('The ministers agreed.')
})

test('a file that a Mac names is opened, the PDF of a brief as the brief', async ({ folder, openApp }) => {
  test.setTimeout(120_000)
  const { app, page } = await openApp()
  const name = (path: string) =>
    app.evaluate(({ app }, file) => app.emit('open-file', { preventDefault: () => undefined }, file), path)
  await chooseMenu(app, 'new-brief')
  await page.getByLabel('Title', { exact: true }).fill('Treasuries')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Brief text' })).toBeFocused()
  const pdf = join(folder, 'treasuries.pdf')
  await answerSaveDialog(app, pdf)
  await chooseMenu(app, 'export-brief')
  await expect(page.getByText('treasuries.pdf')).toBeVisible({ timeout: 60_000 })
  const text = join(folder, 'talks.md')
  writeFileSync(text, '# Talks end\n\nThe ministers agreed.')
  await name(text)
  await expect(article(page)).toContainText('The ministers agreed.')
  await name(pdf)
  await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue('Treasuries')
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toContainText(/Sources\s*1/)

  await expect
    .poll(() => recent(app))
    .toEqual({ isEnabled: true, labels: ['Treasuries', 'Talks end (source)'] })
  await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('open-recent')?.submenu?.items[1]?.click(),
  )
  await expect(article(page)).toContainText('The ministers agreed.')
  await expect.poll(async () => (await recent(app)).labels?.[0]).toBe('Talks end (source)')
})
