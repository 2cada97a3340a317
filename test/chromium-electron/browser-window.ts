// BrowserWindow: one window, real or headless, and its page.
import type { BrowserWindowConstructorOptions, LoadURLOptions, Rectangle } from 'electron'
import type { Appearance } from './browser.ts'
import { isHeadless } from './chromium.ts'
import { commandLine } from './command-line.ts'
import { isReady } from './lifecycle.ts'
import { createEvent, notInTheStandIn, StrictEmitter, sealPrototype } from './strict.ts'
import { WebContents } from './web-contents.ts'
import { WindowFrame } from './window-frame.ts'
import { checkWindowOptions } from './window-options.ts'

const windowEvents = [
  'ready-to-show',
  'show',
  'hide',
  'close',
  'closed',
  'focus',
  'blur',
  'resize',
  'move',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'page-title-updated',
]

const windows = new Map<number, BrowserWindow>()
let lastId = 0
let focused: BrowserWindow | null = null
const createdListeners: ((window: BrowserWindow) => void)[] = []
const allClosedListeners: (() => void)[] = []

/** Hears of every new window. */
export function onWindowCreated(listener: (window: BrowserWindow) => void): void {
  createdListeners.push(listener)
}

/** Hears when the last window has gone. */
export function onAllWindowsClosed(listener: () => void): void {
  allClosedListeners.push(listener)
}

export class BrowserWindow extends StrictEmitter {
  readonly id: number
  readonly webContents: WebContents
  readonly #frame: WindowFrame
  /** A window without a preload script that starts unseen is for printing: it never comes on the screen. */
  readonly #isPageOnly: boolean
  readonly #minimum: readonly [number, number]
  #isVisible: boolean
  #isDestroyed = false
  #isReadyToShow = false
  #title: string
  #closing: Promise<boolean> | undefined

  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    checkWindowOptions(options)
    super('BrowserWindow', windowEvents)
    lastId += 1
    this.id = lastId
    windows.set(this.id, this)
    const {
      x,
      y,
      width = 800,
      height = 600,
      minWidth = 0,
      minHeight = 0,
      show = true,
      title = '',
      useContentSize = false,
      webPreferences,
    } = options
    this.#isVisible = show
    this.#title = title
    this.#minimum = [minWidth, minHeight]
    const isForPrinting = !show && webPreferences?.preload === undefined
    this.#isPageOnly = isForPrinting && !isHeadless()
    this.#frame = new WindowFrame(
      this,
      {
        size: [Math.max(width, minWidth), Math.max(height, minHeight)],
        isContentSize: useContentSize,
        minimum: this.#minimum,
        position: x === undefined || y === undefined ? undefined : [x, y],
        hasFrame: !isHeadless() && !isForPrinting,
        startsShown: show,
      },
      () => this.webContents.page,
    )
    const appearance: Appearance = show ? 'window' : isForPrinting ? 'hidden' : 'window-out-of-sight'
    this.webContents = new WebContents({
      appearance,
      // A debugger reloads and closes pages as it likes, and expects no answer.
      holdsClosing: !isHeadless() && !commandLine.hasSwitch('remote-debugging-port'),
      preload: webPreferences?.preload,
      additionalArguments: webPreferences?.additionalArguments ?? [],
      arrange: target => this.#frame.arrange(target),
      close: () => this.close(),
      gone: () => this.#disappear(),
      windowMayHaveChanged: () => this.#look(),
    })
    this.#followPage()
    if (show) this.#takeFocus()
    for (const listener of createdListeners) listener(this)
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()]
  }

  static getFocusedWindow(): BrowserWindow | null {
    return focused
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(window => window.webContents === contents) ?? null
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null
  }

  #followPage(): void {
    this.webContents.on('page-title-updated', (...[, title, isExplicit]: unknown[]) => {
      const event = createEvent({})
      this.emit('page-title-updated', event, title, isExplicit)
      if (!event.defaultPrevented) this.#title = String(title)
    })
    this.webContents.on('did-finish-load', () => {
      if (this.#isReadyToShow) return
      this.#isReadyToShow = true
      this.emit('ready-to-show', createEvent({}))
    })
  }

  #look(): void {
    if (isHeadless()) return
    this.#frame.look().catch(() => {})
    this.webContents
      .executeJavaScript('document.hasFocus()')
      .then(hasFocus => {
        if (hasFocus) this.#takeFocus()
        else this.#loseFocus()
      })
      .catch(() => {})
  }

  #takeFocus(): void {
    if (focused === this) return
    if (focused) focused.#loseFocus()
    focused = this
    queueMicrotask(() => this.emit('focus', createEvent({})))
  }

  #loseFocus(): void {
    if (focused !== this) return
    focused = null
    this.emit('blur', createEvent({}))
  }

  #disappear(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    windows.delete(this.id)
    if (focused === this) focused = null
    this.emit('closed', createEvent({}))
    if (windows.size === 0) for (const listener of allClosedListeners) listener()
  }

  loadURL(url: string, options?: LoadURLOptions): Promise<void> {
    return this.webContents.loadURL(url, options)
  }

  reload(): void {
    this.webContents.reload()
  }

  show(): void {
    this.showInactive()
    this.focus()
  }

  showInactive(): void {
    if (this.#isPageOnly) {
      throw notInTheStandIn('showing a window that was made hidden and without a preload script')
    }
    if (this.#isVisible) return
    this.#isVisible = true
    this.#frame.setShown(true)
    this.emit('show', createEvent({}))
  }

  hide(): void {
    if (!this.#isVisible) return
    this.#isVisible = false
    this.#frame.setShown(false)
    this.emit('hide', createEvent({}))
  }

  focus(): void {
    if (!this.#isVisible) return
    this.#takeFocus()
    this.webContents.focus()
  }

  isFocused(): boolean {
    return focused === this
  }

  close(): void {
    this.tryToClose().catch(error => console.error(error))
  }

  /** Asks the app ('close'), then the page (beforeunload); resolves false where one of them refused. */
  tryToClose(): Promise<boolean> {
    if (this.#isDestroyed) return Promise.resolve(true)
    this.#closing ??= this.#askToClose().finally(() => {
      this.#closing = undefined
    })
    return this.#closing
  }

  async #askToClose(): Promise<boolean> {
    const event = createEvent({})
    this.emit('close', event)
    if (this.#isDestroyed) return true
    if (event.defaultPrevented || !(await this.webContents.agreesToClose().catch(() => true))) return false
    this.destroy()
    return true
  }

  destroy(): void {
    this.webContents.shut()
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  isVisible(): boolean {
    return this.#isVisible && !this.#isDestroyed
  }

  isMinimized(): boolean {
    return this.#frame.state === 'minimized'
  }

  isMaximized(): boolean {
    return this.#frame.state === 'maximized'
  }

  isFullScreen(): boolean {
    return this.#frame.state === 'fullscreen'
  }

  minimize(): void {
    this.#frame.setState('minimized')
  }

  maximize(): void {
    this.#frame.setState('maximized')
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#frame.setState('normal')
  }

  restore(): void {
    this.#frame.setState('normal')
  }

  setFullScreen(full: boolean): void {
    if (full !== this.isFullScreen()) this.#frame.setState(full ? 'fullscreen' : 'normal')
  }

  getBounds(): Rectangle {
    return this.#frame.bounds
  }

  getNormalBounds(): Rectangle {
    return this.#frame.normalBounds
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#frame.setBounds(bounds)
  }

  getSize(): number[] {
    const { width, height } = this.#frame.bounds
    return [width, height]
  }

  setSize(width: number, height: number): void {
    this.#frame.setBounds({ width, height })
  }

  getContentSize(): number[] {
    return this.#frame.contentSize
  }

  setContentSize(width: number, height: number): void {
    this.#frame.setContentSize(width, height)
  }

  getPosition(): number[] {
    const { x, y } = this.#frame.bounds
    return [x, y]
  }

  setPosition(x: number, y: number): void {
    this.#frame.setBounds({ x, y })
  }

  getMinimumSize(): number[] {
    return [...this.#minimum]
  }

  setTitle(title: string): void {
    this.#title = title
  }

  getTitle(): string {
    return this.#title
  }
}
sealPrototype('BrowserWindow', BrowserWindow)
