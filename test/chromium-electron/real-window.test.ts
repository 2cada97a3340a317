import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Launched, launchFixture } from './launch-fixture.ts'
import {
  environmentOn,
  hasVirtualScreen,
  pathWithout,
  startVirtualScreen,
  type VirtualScreen,
} from './screen-for-tests.ts'

describe.runIf(hasVirtualScreen)('in a real window', () => {
  let screen: VirtualScreen
  let folder: string
  let launched: Launched

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stand-in-window-'))
    writeFileSync(join(folder, 'kato.md'), '# Kato')
    writeFileSync(join(folder, 'smith & co.md'), '# Smith')
    writeFileSync(join(folder, 'photograph.png'), '')
    mkdirSync(join(folder, 'inner'))
    writeFileSync(join(folder, 'inner', 'koll.txt'), 'Koll')
    screen = await startVirtualScreen()
    // The pages are the stand-in's own only where the desktop has no chooser.
    const path = pathWithout(['zenity', 'kdialog'], join(folder, '.programs'))
    launched = await launchFixture({ env: environmentOn(screen, path) })
  })
  afterAll(async () => {
    await launched?.close()
    screen?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens the dialog that `ask` opens in the app, lets `act` do something on its page, and brings back its answer. */
  async function ask<T>(
    method: 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox',
    options: object,
    act: (page: Page) => Promise<unknown>,
  ): Promise<T> {
    const opening = launched.app.waitForEvent('window')
    const answer = launched.app.evaluate(
      ({ dialog }, [name, given]) => (dialog[name] as (options: object) => Promise<unknown>)(given),
      [method, options] as const,
    )
    const page = await opening
    await page.waitForSelector('form')
    await act(page).catch((error: Error) => {
      // The page goes as soon as it has its answer, which may be before Playwright hears of its last key.
      if (!error.message.includes('has been closed')) throw error
    })
    return (await answer) as T
  }

  const openOptions = () => ({
    title: 'Import sources',
    buttonLabel: 'Import',
    defaultPath: folder,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: 'Texts', extensions: ['md', 'txt'] },
      { name: 'All files', extensions: ['*'] },
    ],
  })

  test('shows the page in all of the window, with no bar above it, and answers a click', async () => {
    const { app, page } = launched
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 800])
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([
      1280, 800,
    ])
    await page.click('#add')
    await page.waitForFunction(() => document.querySelector('output')?.value === '5')
  })

  test('asks for several files on a page, by their boxes', async () => {
    const answer = await ask('showOpenDialog', openOptions(), async page => {
      expect(await page.locator('label').allTextContents()).toEqual(['kato.md', 'smith & co.md'])
      await page.getByLabel('kato.md').check()
      await page.getByLabel('smith & co.md').check()
      await page.getByRole('button', { name: 'Import' }).click()
    })
    expect(answer).toEqual({
      canceled: false,
      filePaths: [join(folder, 'kato.md'), join(folder, 'smith & co.md')],
    })
  })

  test('lets keys alone walk into a folder and choose a file there', async () => {
    const answer = await ask('showOpenDialog', openOptions(), async page => {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.getByLabel('koll.txt').waitFor()
      for (const key of ['ArrowDown', 'Space', 'Enter']) await page.keyboard.press(key)
    })
    expect(answer).toEqual({ canceled: false, filePaths: [join(folder, 'inner', 'koll.txt')] })
  })

  test('shows other files by another filter, and says when nothing is chosen', async () => {
    const answer = await ask('showOpenDialog', openOptions(), async page => {
      await page.getByRole('button', { name: 'Import' }).click()
      await page.getByText('Choose a file first.').waitFor()
      await page.getByLabel('Files').selectOption('All files')
      await page.getByLabel('photograph.png').dblclick()
    })
    expect(answer).toEqual({ canceled: false, filePaths: [join(folder, 'photograph.png')] })
  })

  test('takes a name to save by, and asks twice before it replaces a file', async () => {
    const options = { title: 'Export brief', defaultPath: join(folder, 'kato.md') }
    const answer = await ask('showSaveDialog', options, async page => {
      expect(await page.getByLabel('Name').inputValue()).toBe('kato.md')
      await page.keyboard.press('Enter')
      await page.getByText('“kato.md” is already there').waitFor()
      await page.keyboard.type('brief')
      expect(await page.getByLabel('Name').inputValue()).toBe('brief.md')
      await page.keyboard.press('Enter')
    })
    expect(answer).toEqual({ canceled: false, filePath: join(folder, 'brief.md') })
    const replaced = await ask('showSaveDialog', options, async page => {
      await page.keyboard.press('Enter')
      await page.getByText('“kato.md” is already there').waitFor()
      await page.keyboard.press('Enter')
    })
    expect(replaced).toEqual({ canceled: false, filePath: join(folder, 'kato.md') })
  })

  test('takes a dialog that was closed, or left by Escape, as canceled', async () => {
    const closed = await ask('showOpenDialog', openOptions(), page => page.close())
    expect(closed).toEqual({ canceled: true, filePaths: [] })
    const left = await ask('showSaveDialog', {}, page => page.keyboard.press('Escape'))
    expect(left).toEqual({ canceled: true, filePath: '' })
    const box = { message: 'Go on?', buttons: ['Go on', 'Stop'], cancelId: 1 }
    const message = await ask('showMessageBox', box, page => page.close())
    expect(message).toEqual({ response: 1, checkboxChecked: false })
  })

  test('shows a message box whose default button Enter presses', async () => {
    const box = {
      message: 'Keep the draft?',
      detail: 'It was not saved since 14:02.',
      buttons: ['Discard', 'Keep'],
      defaultId: 1,
      checkboxLabel: 'Do not ask again',
    }
    const answer = await ask('showMessageBox', box, async page => {
      await page.getByText('It was not saved since 14:02.').waitFor()
      await page.getByLabel('Do not ask again').check()
      await page.getByRole('button', { name: 'Keep' }).focus()
      await page.keyboard.press('Enter')
    })
    expect(answer).toEqual({ response: 1, checkboxChecked: true })
  })

  test('prints a window that is on no screen', async () => {
    const base64 = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/print.html')
      const pdf = await window.webContents.printToPDF({ pageSize: 'A4' })
      window.destroy()
      return pdf.toString('base64')
    })
    expect((await PDFDocument.load(Buffer.from(base64, 'base64'))).getPageCount()).toBe(1)
  })
})

describe.runIf(hasVirtualScreen)('where the desktop has a chooser', () => {
  let screen: VirtualScreen
  let folder: string
  let launched: Launched

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stand-in-zenity-'))
    // Keeps what it was asked, and answers with what the test left for it; without that, as a person who cancels.
    const zenity = `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/asked'\ncat '${folder}/answer' 2>/dev/null\n`
    writeFileSync(join(folder, 'zenity'), zenity, { mode: 0o755 })
    screen = await startVirtualScreen()
    const path = `${folder}${delimiter}${process.env.PATH}`
    launched = await launchFixture({ env: environmentOn(screen, path) })
  })
  afterAll(async () => {
    await launched?.close()
    screen?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('asks it for files', async () => {
    writeFileSync(join(folder, 'answer'), '/tmp/one file.md\n/tmp/two.md\n')
    const answer = await launched.app.evaluate(({ dialog }) =>
      dialog.showOpenDialog({
        title: 'Import sources',
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'Texts', extensions: ['md', 'txt'] }],
      }),
    )
    expect(answer).toEqual({ canceled: false, filePaths: ['/tmp/one file.md', '/tmp/two.md'] })
    const asked = readFileSync(join(folder, 'asked'), 'utf8')
    expect(asked).toContain('--file-selection\n--title=Import sources\n')
    expect(asked).toContain('--file-filter=Texts | *.md *.txt\n--multiple\n')
  })

  test('takes its failure as a person who canceled', async () => {
    rmSync(join(folder, 'answer'), { force: true })
    const answer = await launched.app.evaluate(({ dialog }) =>
      dialog.showSaveDialog({ defaultPath: '/tmp/b.pdf' }),
    )
    expect(answer).toEqual({ canceled: true, filePath: '' })
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toContain('--save\n')
  })
})
