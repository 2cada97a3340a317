import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Launched, launchFixture } from './launch-fixture.ts'
import { startMain } from './run-main.ts'

it('keeps to the order of things around ready', async () => {
  const { ended } = startMain(`
    import { app, BrowserWindow, protocol, screen, session } from 'electron'
    const attempt = run => {
      try { run(); console.log('allowed') } catch (error) { console.log(error.message) }
    }
    const privileges = { standard: true, secure: true }
    attempt(() => new BrowserWindow())
    attempt(() => session.defaultSession)
    attempt(() => screen.getPrimaryDisplay())
    attempt(() => protocol.handle('app', () => new Response('')))
    attempt(() => protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { secure: true } }]))
    attempt(() => protocol.registerSchemesAsPrivileged([{ scheme: 'file', privileges }]))
    attempt(() => protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]))
    attempt(() => protocol.registerSchemesAsPrivileged([{ scheme: 'two', privileges }]))
    await null
    app.whenReady().then(() => {
      attempt(() => protocol.registerSchemesAsPrivileged([{ scheme: 'two', privileges }]))
      attempt(() => protocol.handle('two', () => new Response('')))
      attempt(() => protocol.handle('app', () => new Response('')))
      attempt(() => protocol.handle('app', () => new Response('')))
      app.exit(0)
    })`)
  expect(await ended).toEqual({
    code: 0,
    lines: [
      'Cannot create BrowserWindow before app is ready',
      'Session can only be received when app is ready',
      "The 'screen' module can't be used before the app 'ready' event",
      'Session can only be received when app is ready',
      'not in the stand-in: a scheme that is not standard and secure (app)',
      'not in the stand-in: replacing the built-in scheme file',
      'allowed',
      'protocol.registerSchemesAsPrivileged may be called once only: a second call replaces the first',
      'protocol.registerSchemesAsPrivileged should be called before app is ready',
      "not in the stand-in: handling 'two', which registerSchemesAsPrivileged was not told of",
      'allowed',
      'Failed to register protocol: app',
    ],
  })
})

describe('in a running app', () => {
  let launched: Launched
  beforeAll(async () => {
    launched = await launchFixture()
  })
  afterAll(() => launched.close())

  it('throws for each module, property, option and event that it lacks', async () => {
    const said = await launched.app.evaluate(electron => {
      const { app, BrowserWindow, dialog, Menu, MenuItem, session, Tray, net } = electron
      const window = BrowserWindow.getAllWindows()[0]
      const attempts: (() => unknown)[] = [
        () => new Tray('icon.png'),
        () => net.fetch('https://example.org/'),
        () => Reflect.get(electron, 'nothingOfTheKind'),
        () => app.dock,
        () => app.getPath('crashDumps'),
        () => dialog.showOpenDialogSync({}),
        () => window?.setOpacity(0.5),
        () => window?.webContents.debugger,
        () => window?.on('swipe', () => {}),
        () => app.on('login', () => {}),
        () => session.fromPartition('other'),
        () => session.defaultSession.cookies,
        () => new BrowserWindow({ frame: false }),
        () => new BrowserWindow({ webPreferences: { webgl: false } }),
        () => new MenuItem({ role: 'services' }),
        () => Menu.sendActionToFirstResponder('copy:'),
      ]
      return attempts.map(attempt => {
        try {
          return `returned ${attempt()}`
        } catch (error) {
          return (error as Error).message
        }
      })
    })
    expect(said).toEqual(
      [
        'Tray',
        'net.fetch',
        'electron.nothingOfTheKind',
        'app.dock',
        "app.getPath('crashDumps')",
        'dialog.showOpenDialogSync',
        'BrowserWindow.setOpacity',
        'webContents.debugger',
        "BrowserWindow event 'swipe'",
        "app event 'login'",
        'session.fromPartition',
        'session.cookies',
        'BrowserWindow option frame',
        'webPreferences webgl',
        'the menu role services',
        'Menu.sendActionToFirstResponder',
      ].map(what => `not in the stand-in: ${what}`),
    )
  })

  it('refuses a page that would reach Node', async () => {
    const said = await launched.app.evaluate(({ BrowserWindow }) =>
      [
        { contextIsolation: false },
        { nodeIntegration: true },
        { sandbox: false },
        { webSecurity: false },
        { webviewTag: true },
        { preload: 'preload.cjs' },
      ].map(webPreferences => {
        try {
          new BrowserWindow({ show: false, webPreferences }).destroy()
          return 'opened'
        } catch (error) {
          return (error as Error).message
        }
      }),
    )
    expect(said).toEqual([
      'not in the stand-in: webPreferences contextIsolation: false',
      'not in the stand-in: webPreferences nodeIntegration: true',
      'not in the stand-in: webPreferences sandbox: false',
      'not in the stand-in: webPreferences webSecurity: false',
      'not in the stand-in: webPreferences webviewTag: true',
      'The preload script must be an absolute path: preload.cjs',
    ])
    expect(await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('has nobody to ask without a screen, and asks what a test puts in the dialog’s place', async () => {
    const { app, page } = launched
    const said = await app.evaluate(async ({ dialog }) => {
      const reason = (error: Error) => error.message
      return [
        await dialog.showOpenDialog({}).catch(reason),
        await dialog.showSaveDialog({}).catch(reason),
        await dialog.showMessageBox({ message: 'Well?' }).catch(reason),
      ]
    })
    expect(said).toEqual(
      ['showOpenDialog', 'showSaveDialog', 'showMessageBox'].map(
        name =>
          `dialog.${name}: there is no screen to ask anybody on; a test replaces it (dialog.${name} = async () => …)`,
      ),
    )
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: ['/tmp/kato.md'] })
    })
    expect(await page.evaluate(() => window.api.invoke('choose'))).toEqual(['/tmp/kato.md'])
  })
})
