// A person's own templates: made of a brief, changed in another editor, broken there, deleted and put back.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, chooseMenu, type OpenApp, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

async function beginBrief({ app, page }: OpenApp, title: string, template: string): Promise<void> {
  await chooseMenu(app, 'new-brief')
  const dialog = page.getByRole('dialog', { name: 'New brief' })
  await dialog.getByLabel('Title', { exact: true }).fill(title)
  await dialog.getByText(template, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Create brief' }).click()
  await expect(page.getByRole('textbox', { name: 'Brief title' })).toHaveValue(title)
}

test('a template of one’s own is made, changed elsewhere, told where it is broken, and never lost', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  await beginBrief(open, 'House note', 'UK submission')
  await chooseMenu(app, 'show-templates')
  const dialog = page.getByRole('dialog', { name: 'Templates' })
  await expect(dialog.getByRole('list', { name: 'Yours' })).toContainText('You have none yet.')
  await keepScreen(open, 'templates-empty')
  await dialog.getByRole('button', { name: 'Make one of this brief…' }).click()
  await keepScreen(open, 'templates-making')
  await dialog.getByLabel('What it is called').fill('House submission')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('list', { name: 'Yours' })).toContainText('House submission')
  const file = join(folder, 'library', 'templates', 'house-submission.md')
  const made = readFileSync(file, 'utf8')
  expect(made).toContain('title: House submission')

  // Saved and added again, as one changes it in a sealed library.
  const copy = join(folder, 'copy.md')
  await answerSaveDialog(app, copy)
  await dialog.getByRole('button', { name: 'Save a copy of House submission' }).click()
  await expect.poll(() => existsSync(copy)).toBe(true)
  writeFileSync(copy, made.replace('title: House submission', 'title: House line'))
  await answerOpenDialog(app, [copy])
  await dialog.getByRole('button', { name: 'Add from a file…' }).click()
  await expect(dialog.getByRole('list', { name: 'Yours' })).toContainText('House line')

  // Broken by another editor.
  writeFileSync(join(folder, 'library', 'templates', 'copy.md'), made.replace('pages: 3', 'pages: many'))
  await page.keyboard.press('Escape')
  await chooseMenu(app, 'show-templates')
  await expect(dialog.getByText(/It cannot be used: “pages” in its front matter/)).toBeVisible()
  await keepScreen(open, 'templates-broken')
  await dialog.getByRole('button', { name: 'Delete copy' }).click()
  await expect(dialog.getByRole('list', { name: 'In the trash' })).toContainText('copy')
  expect(existsSync(join(folder, 'library', 'templates', 'copy.md'))).toBe(false)
  await keepScreen(open, 'templates-trash')
  await dialog.getByRole('button', { name: 'Put back copy' }).click()
  await expect(dialog.getByText(/It cannot be used/)).toBeVisible()
  await page.keyboard.press('Escape')

  await chooseMenu(app, 'new-brief')
  await expect(page.getByText(/Your template “copy” cannot be used: “pages”/)).toBeVisible()
  await keepScreen(open, 'new-brief-own-template')
  await page.keyboard.press('Escape')
  await beginBrief(open, 'Next note', 'House submission')
  await expect(page.getByRole('textbox', { name: 'Brief text' })).toContainText('Recommendation')
})
