// The isolated world of a page: ipcRenderer, contextBridge and the sandboxed `require` that a preload script gets.
// Runs inside pages, as source: it uses nothing outside itself but what it is given.
import type { cloneToText as CloneToText, textToClone as TextToClone } from './clone-text.ts'
import type { FromPage, PageAccelerator, PageSettings, ToPage } from './messages.ts'
import type { WorldBridge } from './world-bridge.ts'

interface Parts {
  readonly cloneToText: typeof CloneToText
  readonly textToClone: typeof TextToClone
  readonly connectWorlds: (side: string, otherSide: string) => WorldBridge
  readonly watchPage: (
    post: (message: FromPage) => void,
    holdsClosing: boolean,
  ) => {
    useAccelerators(list: readonly PageAccelerator[]): void
  }
}

type Preload = (
  require: (name: string) => unknown,
  process: unknown,
  module: { exports: unknown },
  exports: unknown,
  global: unknown,
  setImmediate: unknown,
  clearImmediate: unknown,
) => void

export function startPreloadWorld(settings: PageSettings, parts: Parts, preload: Preload | undefined): void {
  const { cloneToText, textToClone } = parts
  const binding = Reflect.get(globalThis, settings.binding) as (text: string) => void
  const post = (message: FromPage) => binding(JSON.stringify(message))
  const page = parts.watchPage(post, settings.holdsClosing)
  const isMainFrame = window.top === window
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let lastId = 0

  const notInTheStandIn = (what: string) => new Error(`not in the stand-in: ${what}`)
  const strictly = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get(target, key, receiver) {
        if (
          key in target ||
          typeof key === 'symbol' ||
          key === 'then' ||
          key === 'toJSON' ||
          key === 'default' ||
          key === '__esModule'
        ) {
          return Reflect.get(target, key, receiver)
        }
        throw notInTheStandIn(`${name}.${key}`)
      },
    })

  type Listener = (...args: unknown[]) => void
  class EventEmitter {
    static EventEmitter = EventEmitter
    readonly #listeners = new Map<unknown, { listener: Listener; once: boolean }[]>()
    on(event: unknown, listener: Listener): this {
      if (typeof listener !== 'function')
        throw new TypeError('The "listener" argument must be of type function.')
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), { listener, once: false }])
      return this
    }
    once(event: unknown, listener: Listener): this {
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), { listener, once: true }])
      return this
    }
    off(event: unknown, listener: Listener): this {
      const kept = [...(this.#listeners.get(event) ?? [])]
      const index = kept.findLastIndex(entry => entry.listener === listener)
      if (index >= 0) kept.splice(index, 1)
      this.#listeners.set(event, kept)
      return this
    }
    addListener(event: unknown, listener: Listener): this {
      return this.on(event, listener)
    }
    removeListener(event: unknown, listener: Listener): this {
      return this.off(event, listener)
    }
    removeAllListeners(event?: unknown): this {
      if (event === undefined) this.#listeners.clear()
      else this.#listeners.delete(event)
      return this
    }
    listenerCount(event: unknown): number {
      return this.#listeners.get(event)?.length ?? 0
    }
    listeners(event: unknown): Listener[] {
      return (this.#listeners.get(event) ?? []).map(entry => entry.listener)
    }
    eventNames(): unknown[] {
      return [...this.#listeners.keys()].filter(event => this.listenerCount(event) > 0)
    }
    setMaxListeners(): this {
      return this
    }
    emit(event: unknown, ...args: unknown[]): boolean {
      const entries = this.#listeners.get(event) ?? []
      for (const entry of entries) {
        if (entry.once) this.off(event, entry.listener)
        entry.listener.apply(this, args)
      }
      return entries.length > 0
    }
  }

  const messages = new EventEmitter()
  const ipcRenderer = strictly('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const text = cloneToText(args)
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        post({ kind: 'invoke', id: lastId, channel: String(channel), text })
      }),
    send: (channel: string, ...args: unknown[]): void => {
      post({ kind: 'send', channel: String(channel), text: cloneToText(args) })
    },
    on: (channel: string, listener: Listener) => {
      messages.on(channel, listener)
      return ipcRenderer
    },
    once: (channel: string, listener: Listener) => {
      messages.once(channel, listener)
      return ipcRenderer
    },
    addListener: (channel: string, listener: Listener) => {
      messages.on(channel, listener)
      return ipcRenderer
    },
    off: (channel: string, listener: Listener) => {
      messages.off(channel, listener)
      return ipcRenderer
    },
    removeListener: (channel: string, listener: Listener) => {
      messages.off(channel, listener)
      return ipcRenderer
    },
    removeAllListeners: (channel?: string) => {
      messages.removeAllListeners(channel)
      return ipcRenderer
    },
    listenerCount: (channel: string) => messages.listenerCount(channel),
  })

  const receive = (message: ToPage): void => {
    if (message.kind === 'accelerators') {
      page.useAccelerators(message.list)
    } else if (message.kind === 'message') {
      messages.emit(
        message.channel,
        { sender: ipcRenderer, ports: [] },
        ...(textToClone(message.text) as unknown[]),
      )
    } else {
      const promise = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.ok) promise?.resolve(textToClone(message.text))
      else promise?.reject(new Error(textToClone(message.text) as string))
    }
  }
  Object.defineProperty(globalThis, settings.receiver, { value: receive })
  // A preload runs in the main frame only (nodeIntegrationInSubFrames is false).
  if (!isMainFrame) return

  const bridge = parts.connectWorlds(settings.side, settings.mainSide)
  bridge.offer('open', (url: string, name: string, features: string) =>
    post({ kind: 'open', url, name, features, disposition: features ? 'new-window' : 'foreground-tab' }),
  )
  bridge.offer(
    'permission',
    (permission: string) =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        post({ kind: 'permission', id: lastId, permission })
      }),
  )
  bridge.offer('close', () => post({ kind: 'close' }))
  if (!preload) return

  const contextBridge = strictly('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api),
  })
  const webUtils = strictly('webUtils', {})
  const electron = strictly('electron (in a preload script)', { contextBridge, ipcRenderer, webUtils })
  const immediates = {
    setImmediate: (callback: Listener, ...args: unknown[]) => setTimeout(callback, 0, ...args),
    clearImmediate: (id: number) => clearTimeout(id),
  }
  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: EventEmitter,
    timers: strictly('timers', {
      setTimeout: setTimeout.bind(globalThis),
      clearTimeout: clearTimeout.bind(globalThis),
      setInterval: setInterval.bind(globalThis),
      clearInterval: clearInterval.bind(globalThis),
      ...immediates,
    }),
    url: strictly('url (in a preload script)', { URL, URLSearchParams }),
  }
  const require = (name: string): unknown => {
    const known = name.startsWith('node:') ? name.slice(5) : name
    if (!Object.hasOwn(modules, known)) throw new Error(`module not found: ${name}`)
    return modules[known]
  }
  const module = { exports: {} }
  const { setImmediate, clearImmediate } = immediates
  try {
    preload(require, settings.process, module, module.exports, globalThis, setImmediate, clearImmediate)
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    console.error('Unable to load preload script')
    console.error(error)
    post({ kind: 'preload-failed', message, stack: stack ?? '' })
  }
}
