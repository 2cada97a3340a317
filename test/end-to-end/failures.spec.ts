// What went wrong in a way that nobody foresaw: told, written without anybody's words, and saved where a person says.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answerSaveDialog, test } from './desk.ts'
import { keepScreen } from './keep-screen.ts'

const secret = 'The minister resigns on Thursday'

test('failures of the window and of the main process are told, written and saved, and hold no word of a brief', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  const { app, page } = open
  const log = join(folder, 'profile/logs/log.txt')
  const told = page.getByText('Something went wrong inside Dispatch Box')
  expect(existsSync(log)).toBe(false)

  // As a handler of an event would.
  await page.evaluate(words => void setTimeout(() => JSON.parse(words)), secret)
  await expect(told).toBeVisible()
  await page.evaluate(words => void Promise.reject(new TypeError(words)), secret)
  await expect(told).toHaveCount(1)
  await keepScreen(open, 'failure')
  await page.getByRole('button', { name: 'Dismiss' }).click()

  await app.evaluate((_, words) => void setTimeout(() => new Map(words as never), 0), secret)
  await expect(told).toBeVisible()
  const report = join(folder, 'report.txt')
  await answerSaveDialog(app, report)
  await page.getByRole('button', { name: 'Save report…' }).click()
  await expect(page.getByText('The report was saved as')).toBeVisible()

  const text = readFileSync(report, 'utf8')
  expect(text).toMatch(/^Dispatch Box: version \d+\.\d+\.\d+, Electron /)
  expect(text).toContain(readFileSync(log, 'utf8'))
  expect(text).toMatch(/ window: SyntaxError\n/)
  expect(text).toMatch(/ window: TypeError\n/)
  expect(text).toMatch(/ main: TypeError\n/)
  for (const word of ['minister', 'Thursday', folder]) expect(text).not.toContain(word)
})

test('a window whose process ends is offered to be reported, and closes', async ({ folder, openApp }) => {
  const { app, page } = await openApp()
  const report = join(folder, 'report.txt')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
  }, report)
  const ended = app.waitForEvent('close')
  const devtools = await page.context().newCDPSession(page)
  // It is never answered.
  void devtools.send('Page.crash').catch(() => undefined)
  await ended
  expect(readFileSync(report, 'utf8')).toMatch(/ window process: ended \(crashed, -?\d+\)\n/)
})
