// The reading view as a person meets it: words looked for, larger text, evidence in the margin.
import { expect } from '@playwright/test'
import { takeInSample, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

test('the reading view with its tools', async ({ openApp }) => {
  test.setTimeout(120_000)
  const open = await openApp()
  const { page } = open
  await takeInSample(open)
  const signs = page.getByRole('toolbar', { name: 'Evidence in the margin' }).getByRole('button')
  await expect(signs).toHaveCount(6)
  await page.getByRole('button', { name: 'Find in the source' }).click()
  await page.keyboard.type('japan')
  await expect(page.getByRole('search').getByRole('status')).toContainText(/^1 of \d/)
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await keepScreen(open, 'reading-find')
  await page.getByRole('button', { name: 'Larger text' }).click()
  await page.getByRole('button', { name: 'Larger text' }).click()
  await signs.nth(1).scrollIntoViewIfNeeded()
  await keepScreen(open, 'reading-large')
})
