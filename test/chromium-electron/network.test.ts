import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Launched, launchFixture } from './launch-fixture.ts'

let launched: Launched
let server: Server
let outside: string
/** Connections made to a server of this machine that would answer anybody. */
let reached = 0

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.end('reached')
  })
  server.on('connection', () => {
    reached += 1
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  launched = await launchFixture()
})
afterAll(async () => {
  await launched.close()
  server.close()
})

describe('outside the app’s protocol', () => {
  it('lets no request of a page, its frames or its workers go anywhere', async () => {
    const outcomes = await launched.page.evaluate(async address => {
      const load = (element: HTMLImageElement | HTMLScriptElement) =>
        new Promise<string>(resolve => {
          element.addEventListener('load', () => resolve('reached'))
          element.addEventListener('error', () => resolve('refused'))
          element.src = `${address}/x`
          document.body.append(element)
        })
      const ask = (url: string) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        )
      const socket = new Promise<string>(resolve => {
        const opened = new WebSocket(address.replace('http', 'ws'))
        opened.addEventListener('open', () => resolve('reached'))
        opened.addEventListener('error', () => resolve('refused'))
      })
      const worker = new Promise<string>(resolve => {
        const started = new Worker('/worker.js')
        started.addEventListener('message', ({ data }) => resolve(data))
        started.postMessage(address)
      })
      const frame = document.createElement('iframe')
      frame.src = address
      const framed = new Promise(resolve => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await framed
      const inFrame = frame.contentDocument ? 'reached' : 'refused'
      frame.remove()
      navigator.sendBeacon(`${address}/beacon`)
      return {
        http: await ask(address),
        https: await ask('https://example.org/'),
        file: await ask('file:///etc/hostname'),
        image: await load(new Image()),
        script: await load(document.createElement('script')),
        socket: await socket,
        worker: await worker,
        frame: inFrame,
      }
    }, outside)
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([])
    expect(reached).toBe(0)
  })

  it('lets no page go there either', async () => {
    const failed = await launched.app.evaluate(async ({ BrowserWindow }, address) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/second.html')
      const failure = new Promise<unknown[]>(resolve =>
        window.webContents.once('did-fail-load', (_event, ...details) => resolve(details)),
      )
      await window.webContents.executeJavaScript(`location.href = ${JSON.stringify(address)}; undefined`)
      const [, , url] = await failure
      window.destroy()
      return url
    }, `${outside}/`)
    expect(failed).toBe(`${outside}/`)
    expect(reached).toBe(0)
  })

  it('asks the app before a page leaves, and stays where it is told to', async () => {
    const { app } = launched
    const seen = await app.evaluate(async ({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false })
      await window.loadURL('app://fixture/second.html')
      const asked: string[] = []
      const told = new Promise<void>(resolve =>
        window.webContents.on('will-navigate', (event, url) => {
          asked.push(url)
          event.preventDefault()
          resolve()
        }),
      )
      await window.webContents.executeJavaScript(`location.href = '/index.html'; undefined`)
      await told
      await new Promise(resolve => setTimeout(resolve, 100))
      asked.push(window.webContents.getURL(), await window.webContents.executeJavaScript('document.title'))
      window.destroy()
      return asked
    })
    expect(seen).toEqual(['app://fixture/index.html', 'app://fixture/second.html', 'Second'])
  })
})

describe('the app’s protocol', () => {
  it('brings method, headers and body to the handler, by the app’s own address', async () => {
    const echoed = await launched.page.evaluate(async () => {
      const response = await fetch('/echo?a=b', {
        method: 'POST',
        headers: { 'x-test': 'yes' },
        body: 'words é',
      })
      return response.json()
    })
    expect(echoed).toEqual({ method: 'POST', url: 'app://fixture/echo?a=b', header: 'yes', body: 'words é' })
  })

  it('answers with the handler’s status', async () => {
    expect(await launched.page.evaluate(async () => (await fetch('/nowhere')).status)).toBe(404)
  })

  it('may be canceled by the app for each request', async () => {
    const { app, page } = launched
    const ask = () =>
      page.evaluate(() =>
        Promise.all(
          ['/echo', '/second.html'].map(path =>
            fetch(path).then(
              () => 'answered',
              () => 'canceled',
            ),
          ),
        ),
      )
    const seen = await app.evaluate(({ session }) => {
      const asked: string[] = []
      Reflect.set(globalThis, 'asked', asked)
      session.defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
        asked.push(url)
        decide({ cancel: url.endsWith('/echo') })
      })
      return asked
    })
    expect(seen).toEqual([])
    expect(await ask()).toEqual(['canceled', 'answered'])
    const asked = await app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest(null)
      return Reflect.get(globalThis, 'asked') as string[]
    })
    expect(asked.sort()).toEqual(['app://fixture/echo', 'app://fixture/second.html'])
    expect(await ask()).toEqual(['answered', 'answered'])
  })
})

describe('what a page may do', () => {
  it('opens no window, and the app hears what it asked for', async () => {
    const { app, page } = launched
    await app.evaluate(({ BrowserWindow }) => {
      const asked: unknown[] = []
      Reflect.set(globalThis, 'opened', asked)
      BrowserWindow.getAllWindows()[0]?.webContents.setWindowOpenHandler(
        ({ url, frameName, disposition }) => {
          asked.push([url, frameName, disposition])
          return { action: 'deny' }
        },
      )
    })
    const opened = await page.evaluate(() => {
      const link = document.createElement('a')
      Object.assign(link, {
        href: '/print.html',
        target: '_blank',
        textContent: 'elsewhere',
        id: 'elsewhere',
      })
      document.body.append(link)
      return window.open('/second.html', 'second')
    })
    expect(opened).toBe(null)
    await page.click('#elsewhere')
    const heard = () => app.evaluate(() => Reflect.get(globalThis, 'opened') as unknown[])
    await expect.poll(heard).toEqual([
      ['app://fixture/second.html', 'second', 'foreground-tab'],
      ['app://fixture/print.html', '_blank', 'foreground-tab'],
    ])
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(app.context().pages()).toHaveLength(1)
  })

  it('gets no permission unless the app grants it', async () => {
    const { app, page } = launched
    const write = () =>
      page.evaluate(() =>
        navigator.clipboard.writeText('words').then(
          () => 'written',
          error => error.name,
        ),
      )
    expect(await write()).toBe('NotAllowedError')
    await app.evaluate(({ session }) => {
      const asked: string[] = []
      Reflect.set(globalThis, 'permissions', asked)
      session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
        asked.push(permission)
        decide(permission === 'clipboard-sanitized-write')
      })
    })
    const refused = await page.evaluate(() =>
      navigator.clipboard.readText().then(
        () => 'read',
        error => error.name,
      ),
    )
    expect(refused).toBe('NotAllowedError')
    expect(await write()).toBe('written')
    expect(await app.evaluate(() => Reflect.get(globalThis, 'permissions'))).toEqual([
      'clipboard-read',
      'clipboard-sanitized-write',
    ])
    await app.evaluate(({ session }) => session.defaultSession.setPermissionCheckHandler(() => false))
    expect(await write()).toBe('NotAllowedError')
  })
})
