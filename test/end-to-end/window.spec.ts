// The window as people live with it: bad files, broken libraries, closing while typing, and where it was.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { answerOpenDialog, answerSaveDialog, chooseMenu, type OpenApp, takeInSample, test } from './desk.ts'

const invoke = (page: Page, name: string, input: unknown) =>
  page.evaluate(
    ([name, input]) => {
      const { dispatchBox } = window as unknown as {
        dispatchBox: { invoke: (name: string, input: unknown) => Promise<{ value: { id: string } }> }
      }
      return dispatchBox.invoke(name, input)
    },
    [name, input] as const,
  )

async function openBrief({ page }: OpenApp, body: string): Promise<void> {
  await invoke(page, 'brief.create', { template: 'uk-submission', title: 'Holdings', body })
  await page.reload()
  await page.getByRole('list', { name: 'Briefs' }).getByRole('button').first().click()
  await page.getByRole('textbox', { name: 'Brief text' }).click()
}

const close = ({ app }: OpenApp) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

/** Does what ends the app and waits for its end, which may come before what was done is answered. */
async function untilEnded({ app }: OpenApp, act: () => Promise<unknown>): Promise<void> {
  const ended = app.waitForEvent('close')
  await act().catch((error: Error) => {
    if (!error.message.includes('has been closed')) throw error
  })
  await ended
}

test('files that cannot be imported are each named with the reason, and the others are imported', async ({
  folder,
  openApp,
}) => {
  const files = ['empty.md', 'latin.txt', 'photo.md', 'missing.md', 'good.md'].map(name => join(folder, name))
  writeFileSync(join(folder, 'empty.md'), '')
  writeFileSync(join(folder, 'latin.txt'), Buffer.from('café', 'latin1'))
  writeFileSync(join(folder, 'photo.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]))
  writeFileSync(join(folder, 'good.md'), '# A good article\n\nWords.')
  const { app, page } = await openApp()
  await answerOpenDialog(app, files)
  await chooseMenu(app, 'import-source')
  for (const message of [
    '“empty.md” is empty',
    '“latin.txt” is not valid UTF-8',
    '“photo.md” is named as Markdown, and holds an image',
    'missing.md” is not there',
  ]) {
    await expect(page.getByText(message)).toBeVisible()
  }
  await expect(page.getByRole('article', { name: 'Source text' })).toContainText('Words.')
})

test('a library file cut in half is named when the app starts, and the rest is there', async ({
  folder,
  openApp,
}) => {
  const first = await openApp()
  await invoke(first.page, 'brief.create', { template: 'uk-submission', title: 'Whole' })
  await invoke(first.page, 'brief.create', { template: 'uk-submission', title: 'Half' })
  await first.close()
  const file = join(folder, 'library/briefs/half.json')
  writeFileSync(file, readFileSync(file).subarray(0, 150))
  const { page } = await openApp()
  await expect(
    page.getByText('One file of the library could not be read. Everything else is here.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Show…' }).click()
  const recovery = page.getByRole('dialog', { name: 'Recovery' })
  await expect(recovery).toContainText(/briefs\/half\.json.*It was set aside\..*set-aside\/briefs\/half\./)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('list', { name: 'Briefs' }).getByRole('button')).toHaveCount(1)
})

test('a library that is open in another Dispatch Box can be read and says why it cannot be changed', async ({
  folder,
  openApp,
}) => {
  const { page } = await openApp()
  await invoke(page, 'brief.create', { template: 'uk-submission', title: 'Kept' })
  const { page: second } = await openApp('another-profile')
  await expect(second.getByText('This library is open in another Dispatch Box')).toBeVisible()
  await expect(second.getByRole('list', { name: 'Briefs' })).toContainText('Kept')
  expect(await invoke(second, 'record.delete', { id: 'kept' })).toMatchObject({
    ok: false,
    problem: { code: 'read-only' },
  })
  expect(existsSync(join(folder, 'library/briefs/kept.json'))).toBe(true)
})

test('words typed in the moment of closing are on the disk', async ({ folder, openApp }) => {
  const open = await openApp()
  await openBrief(open, 'Start.')
  await open.page.keyboard.press('ControlOrMeta+End')
  await open.page.keyboard.type(' And the end.')
  await untilEnded(open, () => close(open))
  expect(JSON.parse(readFileSync(join(folder, 'library/briefs/holdings.json'), 'utf8')).body).toBe(
    'Start. And the end.',
  )
})

test('what was typed is there after the app was killed in mid-sentence', async ({ folder, openApp }) => {
  const open = await openApp()
  await openBrief(open, 'Start.')
  await open.page.keyboard.press('ControlOrMeta+End')
  await open.page.keyboard.type(' Saved.')
  await expect(open.page.getByRole('status', { name: 'Status' })).toHaveText('Saved')
  // No save gets through from here on, however slow this machine is: a folder has the file's name.
  const file = join(folder, 'library/briefs/holdings.json')
  renameSync(file, join(folder, 'holdings.json'))
  mkdirSync(file)
  await open.page.keyboard.type(' And then')
  const drafts = join(folder, 'library/drafts')
  const isKept = () =>
    readdirSync(drafts)
      .filter(name => name.endsWith('.json'))
      .some(name => readFileSync(join(drafts, name), 'utf8').includes('Start. Saved. And then'))
  await expect.poll(isKept, { intervals: [5] }).toBe(true)
  await untilEnded(open, async () => open.app.process().kill('SIGKILL'))
  rmSync(file, { recursive: true })
  renameSync(join(folder, 'holdings.json'), file)

  const { page } = await openApp()
  const text = page.getByRole('textbox', { name: 'Brief text' })
  await expect(text).toHaveText('Start. Saved.')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByRole('button', { name: 'Use what was typed' }).click()
  await expect(text).toHaveText('Start. Saved. And then')
})

test.describe('closing where words would be lost', () => {
  /** Moves the clock of the main process past the time that a page has to answer. */
  const waitLong = ({ app }: OpenApp) =>
    app.evaluate(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + 6000
    })

  /** Closes, keeps editing, closes much later, and lets go at last: asked each time. */
  async function closeTwice(open: OpenApp, title: string, yes: string): Promise<void> {
    const dialog = open.page.getByRole('dialog', { name: title })
    await close(open)
    await dialog.getByRole('button', { name: 'Keep editing' }).click()
    await expect(dialog).toBeHidden()
    await waitLong(open)
    await close(open)
    await expect(dialog).toBeVisible()
    await waitLong(open)
    await close(open)
    await expect(dialog).toBeVisible()
    await untilEnded(open, () => dialog.getByRole('button', { name: yes }).click())
  }

  test('asks for a form every time', async ({ openApp }) => {
    const open = await openApp()
    await open.page.getByRole('button', { name: 'Evidence' }).click()
    await open.page.getByRole('button', { name: 'New event' }).first().click()
    await open.page.getByLabel('Title').fill('Talks end')
    await closeTwice(open, 'Discard what you typed?', 'Discard')
  })

  test('asks for a pasted text every time', async ({ openApp }) => {
    const open = await openApp()
    await open.page.getByRole('button', { name: 'Sources' }).click()
    await open.page.getByRole('button', { name: 'Paste' }).first().click()
    await open.page.getByRole('dialog').getByRole('textbox').fill('An article.')
    await closeTwice(open, 'Discard what you typed?', 'Discard')
  })

  test('asks for a text that cannot be saved every time', async ({ folder, openApp }) => {
    const open = await openApp()
    await openBrief(open, 'Start.')
    rmSync(join(folder, 'library/briefs/holdings.json'))
    mkdirSync(join(folder, 'library/briefs/holdings.json'))
    await open.page.keyboard.type('More. ')
    await closeTwice(open, 'Close without saving?', 'Close without saving')
  })

  test('a page that gives no answer does not keep the window for ever', async ({ openApp }) => {
    const open = await openApp()
    await open.app.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('request')
      ipcMain.handle('request', () => new Promise(() => {}))
    })
    await close(open)
    await waitLong(open)
    await untilEnded(open, () => close(open))
  })
})

test('the window comes back where it was', async ({ openApp }) => {
  const first = await openApp()
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1024, height: 640 }),
  )
  await first.close()
  const { app } = await openApp()
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual({
    x: 40,
    y: 30,
    width: 1024,
    height: 640,
  })
})

test('an export that cannot be written says why, and leaves nothing', async ({ folder, openApp }) => {
  const open = await openApp()
  await openBrief(open, 'Words.')
  mkdirSync(join(folder, 'taken.pdf'))
  await answerSaveDialog(open.app, join(folder, 'taken.pdf'))
  await chooseMenu(open.app, 'export-brief')
  await expect(open.page.getByRole('heading', { name: 'Nothing was written' })).toBeVisible()
  await expect(open.page.getByText(/a folder has that name.*choose another place/)).toBeVisible()
  await answerSaveDialog(open.app, join(folder, 'none/holdings.pdf'))
  await chooseMenu(open.app, 'export-brief')
  await expect(open.page.getByText(/the folder is not there/)).toBeVisible()
})

test('an error holds the export, and what the checks find is told with its line', async ({
  folder,
  openApp,
}) => {
  const open = await openApp()
  await openBrief(open, 'First.\n\nSee :quote["it"]{#gone}.')
  await answerSaveDialog(open.app, join(folder, 'holdings'))
  await chooseMenu(open.app, 'export-brief')
  await expect(open.page.getByText('Line 3')).toBeVisible()
  expect(existsSync(join(folder, 'holdings.pdf'))).toBe(false)
  await open.page.getByRole('button', { name: 'Export even so' }).click()
  await expect(open.page.getByRole('button', { name: 'Export even so' })).toHaveCount(0)
  await expect.poll(() => existsSync(join(folder, 'holdings.pdf'))).toBe(true)
  await expect(open.page.getByText('Line 3')).toBeVisible()
  expect(existsSync(join(folder, 'holdings.pdf'))).toBe(true)
})

test('a key in the very moment in which a room is drawn is heard, and the next one is in the form', async ({
  openApp,
}) => {
  const open = await openApp()
  const { page } = open
  await takeInSample(open)
  const inspector = page.getByRole('complementary', { name: 'Inspector' })
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'People' }).click()
  await expect(page.getByRole('article')).toHaveCount(0)
  const focused = await page.evaluate(async () => {
    const tick = () => new Promise(done => setTimeout(done))
    const rail = [...document.querySelectorAll<HTMLElement>('nav button')]
    rail.find(button => button.textContent?.startsWith('Sources'))?.click()
    // No drawing comes between, and with it none of what waits for one.
    await tick()
    const article = document.querySelector('article')
    if (!article) throw new Error('No source is open.')
    getSelection()?.selectAllChildren(article.firstElementChild ?? article)
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'q', bubbles: true }))
    await tick()
    return document.activeElement?.closest('aside')?.getAttribute('aria-label')
  })
  expect(focused).toBe('Inspector')
  await expect(inspector.getByRole('combobox', { name: 'Speaker' })).toBeFocused()
})

test('the menu’s keys work', async ({ openApp }) => {
  const { page } = await openApp()
  await page.keyboard.press('ControlOrMeta+n')
  await expect(page.getByRole('dialog', { name: 'New brief' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+2')
  await expect(page.getByText('Start with what somebody said')).toBeVisible()
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
})
