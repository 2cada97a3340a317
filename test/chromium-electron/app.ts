// app: from start to quit.
import { mkdirSync } from 'node:fs'
import { pathOf, setPathOf } from './app-paths.ts'
import { startBrowser } from './browser.ts'
import { BrowserWindow, onAllWindowsClosed, onWindowCreated } from './browser-window.ts'
import { leaveChromium } from './chromium.ts'
import { commandLine } from './command-line.ts'
import { setChromiumVersion } from './electron-process.ts'
import { isReady, markReady } from './lifecycle.ts'
import {
  hasInstanceLock,
  releaseInstanceLock,
  type SecondInstance,
  takeInstanceLock,
} from './single-instance.ts'
import { createEvent, StrictEmitter, sealPrototype } from './strict.ts'

const events = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  // Of a Mac alone: emitted by a test.
  'open-file',
  'web-contents-created',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'render-process-gone',
]

/** What Electron's default app tells `app` of the application it loads. */
export interface ApplicationDescription {
  readonly path: string
  readonly name: string
  readonly version: string
}

class App extends StrictEmitter {
  readonly commandLine = commandLine
  readonly isPackaged = false
  readonly #ready = Promise.withResolvers<void>()
  #path = process.cwd()
  #name = 'Electron'
  #version = ''
  /** The attempt under way, until something refuses. */
  #quitting: object | null = null
  #isLeaving = false

  constructor() {
    super('app', events)
    onWindowCreated(window => {
      this.emit('web-contents-created', createEvent({}), window.webContents)
      this.emit('browser-window-created', createEvent({}), window)
      window.on('focus', () => this.emit('browser-window-focus', createEvent({}), window))
      window.on('blur', () => this.emit('browser-window-blur', createEvent({}), window))
      window.webContents.on('render-process-gone', (...[, details]: unknown[]) =>
        this.emit('render-process-gone', createEvent({}), window.webContents, details),
      )
    })
    onAllWindowsClosed(() => {
      if (this.#quitting || this.#isLeaving) return
      if (!this.emit('window-all-closed')) this.quit()
    })
  }

  describe(description: ApplicationDescription): void {
    this.#path = description.path
    this.#name = description.name
    this.#version = description.version
  }

  /** Starts Chromium, a program, and announces 'ready'. */
  async start(chromium: string): Promise<void> {
    if (this.#isLeaving) return
    const version = await startBrowser(chromium, sentence => {
      process.stderr.write(`${sentence}\n`)
      this.#leave(1)
    })
    setChromiumVersion(version)
    markReady()
    this.emit('ready', createEvent({}), {})
    this.#ready.resolve()
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return isReady()
  }

  quit(): void {
    if (this.#quitting || this.#isLeaving) return
    const attempt = {}
    this.#quitting = attempt
    // A later attempt is not this one's to end.
    const stay = () => {
      if (this.#quitting === attempt) this.#quitting = null
    }
    this.#tryToQuit(stay)
      .then(quits => {
        if (quits) this.#leave(0)
        else stay()
      })
      .catch(error => {
        console.error(error)
        this.#leave(1)
      })
  }

  async #tryToQuit(stay: () => void): Promise<boolean> {
    const beforeQuit = createEvent({})
    this.emit('before-quit', beforeQuit)
    if (beforeQuit.defaultPrevented) return false
    const closed = await Promise.all(
      BrowserWindow.getAllWindows().map(async window => {
        const isClosed = await window.tryToClose()
        // As in Electron, the first refusal ends the quitting: a window that is slow to answer must not keep
        // 'window-all-closed' from being heard.
        if (!isClosed) stay()
        return isClosed
      }),
    )
    if (closed.includes(false)) return false
    const willQuit = createEvent({})
    this.emit('will-quit', willQuit)
    return !willQuit.defaultPrevented
  }

  exit(exitCode = 0): void {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    this.#leave(exitCode)
  }

  #leave(exitCode: number): void {
    if (this.#isLeaving) return
    this.#isLeaving = true
    leaveChromium()
    this.emit('quit', createEvent({}), exitCode)
    process.exit(exitCode)
  }

  getPath(name: string): string {
    const given = commandLine.getSwitchValue('user-data-dir')
    const path =
      name === 'userData' && given !== '' && !this.#userDataWasSet ? given : pathOf(name, this.#name)
    if (name === 'userData') mkdirSync(path, { recursive: true })
    return path
  }

  #userDataWasSet = false

  setPath(name: string, path: string): void {
    setPathOf(name, path, this.#name)
    if (name === 'userData') this.#userDataWasSet = true
  }

  getAppPath(): string {
    return this.#path
  }

  getName(): string {
    return this.#name
  }

  setName(name: string): void {
    this.#name = name
  }

  get name(): string {
    return this.#name
  }

  set name(name: string) {
    this.#name = name
  }

  getVersion(): string {
    return this.#version
  }

  requestSingleInstanceLock(additionalData?: Record<PropertyKey, unknown>): boolean {
    const own = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return takeInstanceLock(this.getPath('userData'), own, second => this.#announceSecond(second))
  }

  #announceSecond({ argv, workingDirectory, additionalData }: SecondInstance): void {
    this.#ready.promise.then(() => {
      if (!this.#isLeaving)
        this.emit('second-instance', createEvent({}), argv, workingDirectory, additionalData)
    })
  }

  hasSingleInstanceLock(): boolean {
    return hasInstanceLock()
  }

  releaseSingleInstanceLock(): void {
    releaseInstanceLock()
  }
}
sealPrototype('app', App)

export const app = new App()
