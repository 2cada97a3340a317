import { createRequire } from 'node:module'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executable, fixtureApp, type Launched, launchFixture } from './launch-fixture.ts'

const electronVersion: string = createRequire(import.meta.url)('electron/package.json').version

describe('a running app', () => {
  let launched: Launched
  beforeAll(async () => {
    launched = await launchFixture()
  })
  afterAll(() => launched.close())

  it('answers a click through the preload and ipcMain', async () => {
    const { page } = launched
    await page.click('#add')
    await page.waitForFunction(() => document.querySelector('output')?.value === '5')
  })

  it('shows the page at exactly the size asked for', async () => {
    const { page } = launched
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1280, 800])
    const png = await page.screenshot()
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 800])
  })

  it('resizes the page with the window', async () => {
    const { app, page } = launched
    const sizes = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.setSize(1000, 700)
      return [window?.getSize(), window?.getContentSize()]
    })
    expect(sizes).toEqual([
      [1000, 700],
      [1000, 700],
    ])
    await page.waitForFunction(() => innerWidth === 1000 && innerHeight === 700)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1280, 800))
    await page.waitForFunction(() => innerWidth === 1280)
  })

  it('looks like Electron to the main process', async () => {
    const { app, userData } = launched
    const seen = await app.evaluate(({ app }) => ({
      argv: process.argv,
      type: process.type,
      defaultApp: process.defaultApp,
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      packaged: app.isPackaged,
      path: app.getAppPath(),
      name: app.getName(),
      version: app.getVersion(),
      userData: app.getPath('userData'),
    }))
    expect(seen.argv[0]).toBe(executable)
    expect(seen.argv).toContain(fixtureApp)
    expect(seen).toMatchObject({
      type: 'browser',
      defaultApp: true,
      electron: electronVersion,
      chrome: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      packaged: false,
      path: fixtureApp,
      name: 'stand-in-fixture',
      version: '1.2.3',
      userData,
    })
  })

  it('hands one and the same window from the page and from the list', async () => {
    const { app, page } = launched
    const window = await app.browserWindow(page)
    expect(await window.evaluate((it, id) => it.id === id, 1)).toBe(true)
    expect(await window.evaluate(it => it.getTitle())).toBe('Fixture')
    expect(await window.evaluate(it => it.webContents.getURL())).toBe('app://fixture/index.html')
  })

  it('evaluates in the page and brings back a structured clone', async () => {
    const value = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const found = await contents?.executeJavaScript(
        'Promise.resolve({ map: new Map([[1, 2n]]), title: document.title })',
      )
      return { title: found.title, two: String(found.map.get(1)) }
    })
    expect(value).toEqual({ title: 'Fixture', two: '2' })
  })

  it('prints a window that nobody sees', async () => {
    const base64 = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/print.html')
      const pdf = await window.webContents.printToPDF({
        pageSize: 'A4',
        generateTaggedPDF: true,
        landscape: true,
      })
      window.destroy()
      return pdf.toString('base64')
    })
    const document = await PDFDocument.load(Buffer.from(base64, 'base64'))
    const { width, height } = document.getPage(0).getSize()
    expect(Math.abs(width - 842)).toBeLessThan(2)
    expect(Math.abs(height - 595)).toBeLessThan(2)
    expect(document.getPageCount()).toBe(1)
  })

  it('refuses print options of the wrong type, as Electron does', async () => {
    const refused = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const wrong: unknown[] = [
        { landscape: 'yes' },
        { pageSize: 'A9' },
        { margins: { top: '1' } },
        { margins: { top: 40 } },
        { pageSize: { width: 1 } },
        { silent: true },
      ]
      const sentences: string[] = []
      for (const options of wrong) {
        await contents?.printToPDF(options as object).catch((error: Error) => sentences.push(error.message))
      }
      return sentences
    })
    expect(refused).toEqual([
      'landscape must be a boolean',
      'Invalid pageSize A9',
      'margins.top must be a number',
      'margins must be less than or equal to pageSize',
      'height and width properties are required for pageSize',
      'not in the stand-in: printToPDF option silent',
    ])
  })

  it('rejects a load that fails with Electron’s own words', async () => {
    const failures = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      const sentences: string[] = []
      for (const url of ['app://fixture/broken', 'https://example.org/', 'file:///etc/hostname']) {
        await window.loadURL(url).catch((error: Error) => sentences.push(error.message))
      }
      window.destroy()
      return sentences
    })
    expect(failures).toEqual([
      "ERR_FAILED (-2) loading 'app://fixture/broken'",
      "ERR_BLOCKED_BY_CLIENT (-20) loading 'https://example.org/'",
      "ERR_BLOCKED_BY_CLIENT (-20) loading 'file:///etc/hostname'",
    ])
  })

  it('keeps a window open that does not agree to close', async () => {
    const outcome = await launched.app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/second.html')
      const seen: string[] = []
      window.once('close', event => {
        seen.push('close prevented')
        event.preventDefault()
      })
      window.close()
      await new Promise(resolve => setTimeout(resolve, 50))
      seen.push(window.isDestroyed() ? 'gone' : 'still there')
      await window.webContents.executeJavaScript('onbeforeunload = () => false; undefined')
      const asked = new Promise<void>(resolve =>
        window.webContents.once('will-prevent-unload', () => resolve()),
      )
      window.close()
      await asked
      await new Promise(resolve => setTimeout(resolve, 50))
      seen.push(window.isDestroyed() ? 'gone' : 'still there')
      window.webContents.once('will-prevent-unload', event => event.preventDefault())
      const closed = new Promise<void>(resolve => window.once('closed', () => resolve()))
      window.close()
      await closed
      seen.push(window.isDestroyed() ? 'gone' : 'still there')
      return seen
    })
    expect(outcome).toEqual(['close prevented', 'still there', 'still there', 'gone'])
  })

  it('does not hang on alert and confirm, and has no prompt', async () => {
    const { app } = launched
    const answers = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/second.html')
      const found = await window.webContents.executeJavaScript(
        `[alert('x'), confirm('y'), (() => { try { prompt('z') } catch (error) { return error.message } })()]`,
      )
      window.destroy()
      return found
    })
    expect(answers).toEqual(
      [null, false, 'prompt() is not supported.'].map(it => (it === null ? undefined : it)),
    )
  })
})
