import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Launched, launchFixture } from './launch-fixture.ts'

/** What the fixture's preload script exposes. */
interface Api {
  echo(value: unknown): Promise<unknown>
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  send(channel: string, ...args: unknown[]): void
  on(channel: string, listener: (...args: unknown[]) => void): () => void
  add(left: number, right: number): Promise<number>
  kindOf(value: unknown): string
  throwHere(): void
  callTwice(callback: (value: number) => unknown): unknown[]
  sameBack<T>(value: T): T
  exposeAgain(): void
  preloadSees(): unknown
  required: Record<string, string>
  bytes: Uint8Array
  list: [number, { two: number }]
}

declare global {
  interface Window {
    api: Api
    seenAtStart: string
  }
}

let launched: Launched
beforeAll(async () => {
  launched = await launchFixture()
})
afterAll(() => launched.close())

describe('the page’s own world', () => {
  it('has nothing of Node, of Electron or of the wire to them', async () => {
    const found = await launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`
        const names = 'require process module exports global Buffer setImmediate ipcRenderer contextBridge electron'
        const isWire = name => /^_[0-9a-f]{32}$/.test(name)
        ;[...names.split(' ').filter(name => name in globalThis), ...Object.getOwnPropertyNames(globalThis).filter(isWire)]`),
    )
    expect(found).toEqual([])
  })

  it('cannot listen in on the bridge by replacing what it is built of', async () => {
    const seen = await launched.page.evaluate(async () => {
      const heard: string[] = []
      const { dispatchEvent } = EventTarget.prototype
      const { get } = Map.prototype
      EventTarget.prototype.dispatchEvent = function (event) {
        heard.push(event.type)
        return dispatchEvent.call(this, event)
      }
      Map.prototype.get = function (key) {
        heard.push(String(key))
        return get.call(this, key)
      }
      const five = await window.api.add(2, 3)
      Object.assign(EventTarget.prototype, { dispatchEvent })
      Object.assign(Map.prototype, { get })
      return [five, ...heard]
    })
    expect(seen).toEqual([5])
  })

  it('finds the preload’s API before its first script, again after a reload, and frozen', async () => {
    const { page } = launched
    const look = () =>
      page.evaluate(() => {
        const attempts: (() => void)[] = [
          () => Object.assign(window, { api: {} }),
          () => Object.assign(window.api, { add: () => 0 }),
          () => Object.assign(window.api.list[1], { two: 3 }),
          () => Reflect.deleteProperty(window, 'api') || Promise.reject(new Error()).catch(() => {}),
        ]
        for (const attempt of attempts) {
          try {
            attempt()
          } catch {
            // Frozen, as it should be.
          }
        }
        return [
          window.seenAtStart,
          window.api.list[1].two,
          window.api.add.length,
          Object.isFrozen(window.api),
        ]
      })
    expect(await look()).toEqual(['object', 2, 0, true])
    expect(await page.evaluate(() => window.api.add(1, 1))).toBe(2)
    await page.reload()
    expect(await look()).toEqual(['object', 2, 0, true])
  })

  it('has no API in a frame inside the page', async () => {
    const found = await launched.page.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.src = '/second.html'
      const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
      document.body.append(frame)
      await loaded
      const seen = [frame.contentDocument?.title, typeof frame.contentWindow?.api]
      frame.remove()
      return seen
    })
    expect(found).toEqual(['Second', 'undefined'])
  })
})

describe('a preload script', () => {
  it('may require electron, events, timers and url, and nothing else', async () => {
    expect(await launched.page.evaluate(() => window.api.required)).toEqual({
      electron: 'object',
      events: 'function',
      timers: 'object',
      url: 'object',
      fs: 'module not found: fs',
      'node:path': 'module not found: node:path',
      ws: 'module not found: ws',
      './main.js': 'module not found: ./main.js',
    })
  })

  it('knows that it is sandboxed', async () => {
    expect(await launched.page.evaluate(() => window.api.preloadSees())).toEqual({
      process: 'renderer',
      sandboxed: true,
      require: 'function',
    })
  })

  it('cannot expose a second API by the same name', async () => {
    const said = await launched.page.evaluate(() => {
      try {
        window.api.exposeAgain()
        return 'exposed'
      } catch (error) {
        return (error as Error).message
      }
    })
    expect(said).toBe('Cannot bind an API on top of an existing property on the window object')
  })
})

describe('the context bridge', () => {
  it('carries structured clones, functions and errors', async () => {
    const seen = await launched.page.evaluate(() => {
      const { api } = window
      let thrown = ''
      try {
        api.throwHere()
      } catch (error) {
        thrown = (error as Error).message
      }
      const own = {
        date: new Date(5),
        map: new Map([[1, { two: 2n }]]),
        none: undefined,
        bytes: new Uint8Array([7]),
      }
      const back = api.sameBack(own)
      return {
        thrown,
        isOther: back !== own,
        date: back.date.getTime(),
        two: String(back.map.get(1)?.two),
        none: 'none' in back,
        bytes: [...back.bytes],
        kinds: [new Date(), new Map(), new Uint8Array(), 1n].map(value => api.kindOf(value)),
        twice: api.callTwice(value => value * 10),
        exposed: [...api.bytes],
      }
    })
    expect(seen).toEqual({
      thrown: 'thrown in the preload',
      isOther: true,
      date: 5,
      two: '2',
      none: true,
      bytes: [7],
      kinds: ['[object Date]', '[object Map]', '[object Uint8Array]', '[object BigInt]'],
      twice: [10, 20],
      exposed: [1, 2, 3],
    })
  })

  it('refuses symbols and what is no plain data', async () => {
    const said = await launched.page.evaluate(() =>
      [Symbol('x'), new WeakMap(), { deep: Symbol('y') }].map(value => {
        try {
          return window.api.kindOf(value)
        } catch (error) {
          return (error as Error).message
        }
      }),
    )
    expect(said).toEqual(Array(3).fill('An object could not be cloned.'))
  })
})

describe('IPC', () => {
  it('keeps bytes, dates, maps, undefined and BigInt both ways', async () => {
    const { app, page } = launched
    await app.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('kinds')
      ipcMain.handle('kinds', (_event, ...values) =>
        values.map(value => Object.prototype.toString.call(value).slice(8, -1)),
      )
    })
    const seen = await page.evaluate(async () => {
      const value = {
        bytes: new Uint8Array([1, 2, 255]),
        date: new Date(86_400_000),
        map: new Map([['key', new Set([1])]]),
        none: undefined,
        big: 2n ** 70n,
        odd: [Number.NaN, -0, Number.POSITIVE_INFINITY],
      }
      const back = (await window.api.echo(value)) as typeof value
      return {
        kinds: await window.api.invoke('kinds', ...Object.values(value).slice(0, 5)),
        bytes: [back.bytes instanceof Uint8Array, ...back.bytes],
        date: back.date.getTime(),
        set: back.map.get('key')?.has(1),
        none: 'none' in back && back.none === undefined,
        big: String(back.big),
        odd: back.odd.map(number => (Object.is(number, -0) ? '-0' : String(number))),
      }
    })
    expect(seen).toEqual({
      kinds: ['Uint8Array', 'Date', 'Map', 'Undefined', 'BigInt'],
      bytes: [true, 1, 2, 255],
      date: 86_400_000,
      set: true,
      none: true,
      big: String(2n ** 70n),
      odd: ['NaN', '-0', 'Infinity'],
    })
  })

  it('refuses functions and symbols in each direction', async () => {
    const { app, page } = launched
    const said = await page.evaluate(async () => {
      const reason = (error: Error) => error.message
      return [
        await window.api.echo(() => 1).catch(reason),
        await window.api.echo({ deep: [() => 1] }).catch(reason),
        await window.api.invoke('uncloneable').catch(reason),
      ]
    })
    expect(said).toEqual(Array(3).fill('An object could not be cloned.'))
    const refused = await app.evaluate(({ BrowserWindow }) =>
      [() => 1, Symbol('x')].map(value => {
        try {
          BrowserWindow.getAllWindows()[0]?.webContents.send('noted', value)
          return 'sent'
        } catch (error) {
          return (error as Error).message
        }
      }),
    )
    expect(refused).toEqual(Array(2).fill('Failed to serialize arguments'))
  })

  it('rejects with Electron’s own sentences', async () => {
    const said = await launched.page.evaluate(async () => [
      await window.api.invoke('fail').catch((error: Error) => error.message),
      await window.api.invoke('nobody').catch((error: Error) => error.message),
    ])
    expect(said).toEqual([
      "Error invoking remote method 'fail': TypeError: no such thing",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    ])
  })

  it('says who asks, by the app’s own address', async () => {
    expect(await launched.page.evaluate(() => window.api.invoke('sender'))).toEqual({
      url: 'app://fixture/index.html',
      origin: 'app://fixture',
      id: 1,
    })
  })

  it('brings what is sent, and its reply, until nobody listens', async () => {
    const { app, page } = launched
    const heard = await page.evaluate(async () => {
      const notes: unknown[][] = []
      const first = new Promise<() => void>(resolve => {
        const stop = window.api.on('noted', (...args) => {
          notes.push(args)
          resolve(stop)
        })
      })
      window.api.send('note', 'one', new Date(3))
      const stop = await first
      stop()
      window.api.send('note', 'two')
      await window.api.echo('after it')
      return notes.map(([text, date]) => [text, (date as Date).getTime()])
    })
    expect(heard).toEqual([['one', 3]])
    const sent = await app.evaluate(() => Reflect.get(globalThis, 'sent').map((args: unknown[]) => args[0]))
    expect(sent).toEqual(['one', 'two'])
  })
})
