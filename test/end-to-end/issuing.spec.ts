// Issuing a brief in the window: what stands in the way, what is frozen, what changed since, and what was decided.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answerSaveDialog, chooseMenu, takeInSample, test } from './desk.ts'
import { readPdf } from './read-pdf.ts'

const reason = 'The embassy gave the number by telephone on 4 May.'

test('a brief is issued once its errors are answered, changes are told of, and a decision is kept', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  await takeInSample(open)
  await chooseMenu(app, 'new-brief')
  const created = page.getByRole('dialog', { name: 'New brief' })
  await created.getByLabel('Title', { exact: true }).fill('Treasury holdings')
  await created.getByText('UK submission', { exact: true }).click()
  await created.getByLabel('From source').selectOption('No source')
  await created.getByLabel('Date').fill('4 May 2025')
  await created.getByRole('button', { name: 'Create brief' }).click()
  const editor = page.getByRole('textbox', { name: 'Brief text' })
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(
    '## Recommendation\n\nThat you keep all of them.\n\n::decision{}\n\n## Background\n\nJapan holds :figure[$1.2 trillion]{#us-treasury-bonds}.\n',
  )
  await expect(page.getByRole('status', { name: 'Status' })).toHaveText('Saved')

  await test.step('an error stands in the way until it is answered', async () => {
    await chooseMenu(app, 'issue-brief')
    const dialog = page.getByRole('dialog', { name: 'Issue this brief' })
    const issue = dialog.getByRole('button', { name: 'Issue v1' })
    await expect(dialog).toContainText('figure-drifted')
    await expect(issue).toBeDisabled()
    await dialog.getByRole('button', { name: 'Answer…' }).click()
    await page.keyboard.type(reason)
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('region', { name: '1 finding answered' })).toContainText(reason)
    await issue.click()
  })

  await test.step('what was frozen can be saved', async () => {
    const dialog = page.getByRole('dialog', { name: 'v1 is issued' })
    const file = join(folder, 'v1.pdf')
    await answerSaveDialog(app, file)
    await dialog.getByRole('button', { name: 'Save PDF…' }).click()
    await expect(dialog).toContainText(file)
    const frozen = join(folder, 'library/issued/treasury-holdings/v1/brief.pdf')
    expect(readFileSync(file).equals(readFileSync(frozen))).toBe(true)
    const { pages } = await readPdf(file)
    expect(pages[0]).toContain('v1,')
    expect(pages.at(-1)).toContain(reason)
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect(page.getByRole('button', { name: 'Issued v1 · unchanged' })).toBeVisible()
  })

  await test.step('what changed since stands there, and goes on paper', async () => {
    await editor.click()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.insertText('They are worth more.\n')
    const status = page.getByRole('button', { name: 'Issued v1 · changed since' })
    await status.click()
    const changes = page.getByRole('dialog', { name: 'What changed' })
    await expect(changes.locator('ins')).toContainText('They are worth more.')
    await expect(changes).toContainText('unchanged')
    const file = join(folder, 'changes.pdf')
    await answerSaveDialog(app, file)
    await changes.getByRole('button', { name: 'Save as PDF…' }).click()
    await expect(changes).toContainText(file)
    expect((await readPdf(file)).text).toContain('They are worth more.')
    await page.keyboard.press('Escape')
  })

  await test.step('a decision that comes back is an event', async () => {
    await chooseMenu(app, 'show-issued')
    await page
      .getByRole('dialog', { name: 'Issued versions' })
      .getByRole('button', { name: 'Record decision…' })
      .click()
    const decision = page.getByRole('dialog', { name: 'Record decisions on v1' })
    await expect(decision).toContainText('That you keep all of them.')
    await decision.getByText('Agreed', { exact: true }).click()
    await decision.getByLabel('Decided by').fill('The Chancellor')
    await decision.getByLabel('On').fill('6 May 2025')
    await page.keyboard.press('Control+Enter')
    const issued = page.getByRole('dialog', { name: 'Issued versions' })
    await expect(issued.getByRole('list', { name: 'Decisions on v1' })).toContainText(
      'The Chancellor, 6 May 2025',
    )
    await page.keyboard.press('Escape')
    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Evidence' }).click()
    await expect(page.getByRole('grid', { name: 'Evidence' })).toContainText(
      'Agreed: That you keep all of them.',
    )
  })
})
