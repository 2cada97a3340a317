import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMain } from './run-main.ts'
import {
  environmentOn,
  hasVirtualScreen,
  startVirtualScreen,
  type VirtualScreen,
} from './screen-for-tests.ts'

/** Closes the window as a person would: by way of Chromium, who has clicked in the page before. */
const main = (whenClosing: string) => `
import { app, BrowserWindow, protocol } from 'electron'
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
app.on('window-all-closed', () => {
  console.log('all closed')
  app.quit()
})
app.whenReady().then(async () => {
  protocol.handle('app', () => new Response('<!doctype html><title>x</title>', { headers: { 'content-type': 'text/html' } }))
  const window = new BrowserWindow({ webPreferences: {} })
  window.on('closed', () => console.log('closed'))
  await window.loadURL('app://here/')
  const { session } = await window.webContents.page
  const at = { x: 20, y: 20, button: 'left', clickCount: 1 }
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
  const closeByPerson = () => session.tell('Page.close')
  const contents = window.webContents
  ${whenClosing}
})
`

describe.runIf(hasVirtualScreen)('a window on a screen', () => {
  let screen: VirtualScreen
  beforeAll(async () => {
    screen = await startVirtualScreen()
  })
  afterAll(() => screen?.stop())

  const run = async (whenClosing: string) => {
    const running = startMain(main(whenClosing), [], undefined, environmentOn(screen))
    return (await running.ended).lines
  }

  it('asks the app when a person closes it, and stays where the app prevents that', async () => {
    const lines = await run(`
      window.on('close', event => {
        event.preventDefault()
        console.log('asked')
        setTimeout(() => {
          console.log(window.isDestroyed() ? 'gone' : 'still there')
          contents.executeJavaScript('1 + 1').then(two => {
            console.log(two)
            window.destroy()
          })
        }, 300)
      })
      closeByPerson()`)
    expect(lines).toEqual(['asked', 'still there', '2', 'closed', 'all closed'])
  })

  it('closes when a person closes it and nobody minds', async () => {
    expect(await run(`window.on('close', () => console.log('asked')); closeByPerson()`)).toEqual([
      'asked',
      'closed',
      'all closed',
    ])
  })

  it('does not take a reload or another page for a person who closes it', async () => {
    const lines = await run(`
      window.on('close', () => console.log('asked'))
      const loaded = () => new Promise(resolve => contents.once('did-finish-load', resolve))
      const click = async () => {
        await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at })
        await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at })
      }
      contents.reload()
      await loaded()
      await click()
      await window.loadURL('app://here/second')
      await click()
      contents.executeJavaScript('location.href = "/third"')
      await loaded()
      console.log(contents.getURL())
      window.destroy()`)
    expect(lines).toEqual(['app://here/third', 'closed', 'all closed'])
  })
})
