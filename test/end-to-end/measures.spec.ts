// Measures: a series read from a table, its chart, and every value of a measure. The screens are to be looked at.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answerSaveDialog, chooseMenu, test } from './desk.ts'
import { keepScreen, room } from './keep-screen.ts'
import { readPdf } from './read-pdf.ts'

const table = [
  'Month\tHoldings (US$ bn)',
  ...['2024-09\t1123.0', '2024-10\t1101.5', '2024-11\t1087.2', '2024-12\t1059.8', '2025-01\t1079.3'],
  '2025-02\t1125.9',
].join('\n')

test('a series is pasted, stands as a chart on paper, and each of its values among those of its measure', async ({
  folder,
  openApp,
}) => {
  test.setTimeout(180_000)
  const open = await openApp()
  const { app, page } = open
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await room(page, 'Measures').click()
  await keepScreen(open, 'empty-measures')

  await test.step('a table is understood as it is pasted, and what is not is named', async () => {
    await page.getByRole('button', { name: 'New figure' }).click()
    await inspector.getByLabel('Measures').fill('Treasuries held by Japan')
    await inspector.getByLabel('Series').fill(`${table}\n2025-03\tn/a`)
    await expect(inspector).toContainText('Line 8 “n/a” is not a number.')
    await inspector.getByRole('button', { name: 'Save' }).click()
    await expect(inspector.getByRole('alert')).toContainText('Mend or remove these lines')
    await keepScreen(open, 'series-unread')
    await inspector.getByLabel('Series').fill(table)
    await expect(inspector).toContainText('6 values, September 2024 to February 2025')
    await inspector.getByLabel('Tags').fill('trade, treasuries')
    await keepScreen(open, 'series')
    await inspector.getByRole('button', { name: 'Save' }).click()
    await expect(room(page, 'Measures')).toContainText('1')
  })

  await test.step('a file is read like what is pasted', async () => {
    const file = join(folder, 'holdings.csv')
    writeFileSync(file, 'Date;Value\n03/2025;1.130,8\n04/2025;1.134,5\n')
    await page.getByRole('button', { name: 'New figure' }).click()
    await inspector.getByLabel('Measures').fill('treasuries held by Japan')
    await inspector.getByLabel('Unit').fill('USD')
    await inspector.getByLabel('Scale').selectOption('Billion')
    await inspector.getByLabel('Read a CSV file…').first().setInputFiles(file)
    await expect(inspector).toContainText('2 values, March 2025 to April 2025')
    await inspector.getByRole('button', { name: 'Save' }).click()
    await expect(inspector.getByRole('button', { name: 'Save' })).toHaveCount(0)
  })

  await test.step('every value stands in the order of time', async () => {
    await page
      .getByRole('list', { name: 'Measures' })
      .getByRole('button')
      .filter({ hasText: '8 values' })
      .click()
    const rows = page.getByRole('table', { name: 'Values' }).getByRole('row')
    await expect(rows).toHaveCount(9)
    await expect(rows.nth(1)).toContainText('September 2024')
    await expect(rows.nth(8)).toContainText('$1,134.5 billion')
    await expect(page.getByRole('img')).toBeVisible()
    await keepScreen(open, 'measure')
    await page.getByRole('button', { name: 'treasuries', exact: true }).click()
    await expect(rows).toHaveCount(7)
  })

  await test.step('a block of it is a chart, on screen and on paper', async () => {
    await chooseMenu(app, 'new-brief')
    const dialog = page.getByRole('dialog', { name: 'New brief' })
    await dialog.getByLabel('Title', { exact: true }).fill('Holdings')
    await dialog.getByText('UK submission', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Create brief' }).click()
    await page.getByRole('textbox', { name: 'Brief text' }).click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText('## Background\n\n::figure{#treasuries-held-by-japan}\n')
    await expect(page.frameLocator('iframe').locator('svg.chart')).toBeVisible()
    await keepScreen(open, 'brief-chart')
    const file = join(folder, 'chart.pdf')
    await answerSaveDialog(app, file)
    await page.getByRole('button', { name: 'Export' }).click()
    await expect(page.getByText('PDF exported')).toBeVisible()
    const { text } = await readPdf(file)
    expect(text).toContain('Treasuries held by Japan, $ billion')
    expect(text).toContain('1,125.9')
  })
})
