import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { executable, fixtureApp, headlessEnvironment, launchFixture } from './launch-fixture.ts'
import { startMain } from './run-main.ts'

it('closes when its last window is closed, and exits with 0', async () => {
  const { app, page } = await launchFixture()
  const exited = new Promise(resolve => app.process().on('exit', resolve))
  await page.evaluate(() => window.close())
  expect(await exited).toBe(0)
})

it('leaves no Chromium and no profile behind when the app is killed', async () => {
  const { app } = await launchFixture()
  const mine = app.process().pid ?? 0
  const browser = browserOf(mine)
  const args = spawnSync('ps', ['-o', 'args=', '-p', String(browser)], { encoding: 'utf8' }).stdout
  const profile = /--user-data-dir=(\S+)/.exec(args)?.[1] ?? ''
  expect(existsSync(profile)).toBe(true)
  process.kill(mine, 'SIGKILL')
  await expect.poll(() => isRunning(browser)).toBe(false)
  await expect.poll(() => existsSync(profile)).toBe(false)
})

it('ends with a sentence when Chromium dies', async () => {
  const child = spawn(executable, [fixtureApp], { env: headlessEnvironment() })
  let said = ''
  child.stderr.on('data', part => {
    said += part
  })
  const exited = new Promise(resolve => child.on('exit', resolve))
  await expect.poll(() => browserOf(child.pid)).toBeGreaterThan(0)
  process.kill(browserOf(child.pid), 'SIGKILL')
  expect(await exited).toBe(1)
  expect(said).toContain('Chromium ended unexpectedly')
})

it('quits when its last window is closed and nobody listens for that', async () => {
  const { ended } = startMain(`
    import { app, BrowserWindow } from 'electron'
    app.on('before-quit', () => console.log('before-quit'))
    app.on('will-quit', () => console.log('will-quit'))
    app.on('quit', (_event, code) => console.log('quit', code))
    app.whenReady().then(() => new BrowserWindow({ show: false }).close())`)
  expect(await ended).toEqual({ code: 0, lines: ['before-quit', 'will-quit', 'quit 0'] })
})

it('lives on without a window where the app listens for the last one', async () => {
  const { ended } = startMain(`
    import { app, BrowserWindow } from 'electron'
    app.on('window-all-closed', () => setTimeout(() => {
      console.log('still here')
      app.exit(3)
    }, 100))
    app.on('before-quit', () => console.log('before-quit'))
    app.whenReady().then(() => new BrowserWindow({ show: false }).close())`)
  expect(await ended).toEqual({ code: 3, lines: ['still here'] })
})

it('does not quit where the app, or a window, prevents it', async () => {
  const { ended } = startMain(`
    import { app, BrowserWindow } from 'electron'
    const later = () => new Promise(resolve => setTimeout(resolve, 50))
    app.once('before-quit', event => event.preventDefault())
    app.on('will-quit', () => console.log('will-quit'))
    app.whenReady().then(async () => {
      const window = new BrowserWindow({ show: false })
      window.on('close', () => console.log('close'))
      await window.webContents.executeJavaScript('1')
      app.quit()
      await later()
      console.log('prevented by the app')
      window.once('close', event => event.preventDefault())
      app.quit()
      await later()
      console.log('prevented by the window')
      app.quit()
    })`)
  expect(await ended).toEqual({
    code: 0,
    lines: ['prevented by the app', 'close', 'prevented by the window', 'close', 'will-quit'],
  })
})

it('hears of the last window where one prevented a quit while the page of another did not answer', async () => {
  const { ended } = startMain(`
    import { app, BrowserWindow } from 'electron'
    app.on('window-all-closed', () => {
      console.log('window-all-closed')
      app.quit()
    })
    app.whenReady().then(async () => {
      const window = new BrowserWindow({ show: false })
      const printing = new BrowserWindow({ show: false })
      await printing.webContents.executeJavaScript('1')
      printing.webContents.executeJavaScript('for (;;);').catch(() => {})
      window.on('close', event => {
        event.preventDefault()
        // As a page that was asked and lets its window go.
        setTimeout(() => {
          printing.destroy()
          window.destroy()
        }, 50)
      })
      // A swallowed event is to be seen as an exit code, not as a test that hangs.
      setTimeout(() => app.exit(3), 15_000)
      app.quit()
    })`)
  expect(await ended).toEqual({ code: 0, lines: ['window-all-closed'] })
}, 40_000)

it('is one instance for each profile, and the first hears what the second was asked', async () => {
  const source = `
    import { app } from 'electron'
    const isFirst = app.requestSingleInstanceLock({ asked: 'something' })
    console.log(isFirst ? 'first' : 'second')
    if (!isFirst) app.quit()
    app.on('second-instance', (_event, argv, _folder, data) => {
      console.log(argv.at(-1), data.asked)
      app.quit()
    })`
  const first = startMain(source)
  await first.says('first')
  const second = startMain(source, ['--marked'], first.userData)
  expect(await second.ended).toEqual({ code: 0, lines: ['second'] })
  expect(await first.ended).toEqual({ code: 0, lines: ['first', '--marked something'] })
})

/** The process of the Chromium that `pid` keeps, or 0. */
/** Chromium itself; the shells that start it and watch over it have its arguments too. */
function browserOf(pid: number | undefined): number {
  const processes = spawnSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' })
    .stdout.split('\n')
    .map(line => line.trim().split(/\s+/))
  const keeper = processes.find(([, parent]) => Number(parent) === pid)
  const browser = processes.find(
    ([, parent, program = '', ...args]) =>
      parent === keeper?.[0] && !/(?:^|\/)\w*sh$/.test(program) && args.includes('--remote-debugging-pipe'),
  )
  return Number(browser?.[0] ?? 0)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
