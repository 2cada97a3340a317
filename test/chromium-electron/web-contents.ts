// webContents: one page, as the main process sees it.
import type { HandlerDetails, LoadURLOptions, PrintToPDFOptions, WindowOpenHandlerResponse } from 'electron'
import type { PageTarget } from './browser.ts'
import type { DevtoolsSession } from './devtools.ts'
import { evaluate } from './evaluate.ts'
import { pageAccelerators } from './menu-commands.ts'
import { Navigation } from './navigation.ts'
import { cloneToText } from './page/clone-text.ts'
import type { FromPage } from './page/messages.ts'
import { answerPageDialogs, pageAgreesToClose } from './page-dialogs.ts'
import { type LinkOptions, PageLink } from './page-link.ts'
import { bringMessage } from './page-messages.ts'
import { printPage } from './print.ts'
import { fromChromium } from './scheme-origins.ts'
import { defaultSession } from './session.ts'
import {
  createEvent,
  notInTheStandIn,
  refuseUnknownKeys,
  StrictEmitter,
  sealPrototype,
  strictly,
} from './strict.ts'
import { mainFrameOf } from './web-frame.ts'

const events = [
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'did-start-loading',
  'did-stop-loading',
  'will-navigate',
  'will-frame-navigate',
  'did-navigate',
  'did-navigate-in-page',
  'will-attach-webview',
  'render-process-gone',
  'console-message',
  'preload-error',
  'page-title-updated',
  'will-prevent-unload',
  'context-menu',
  'destroyed',
]

/** What a BrowserWindow gives its contents, and hears from them. */
export interface ContentsHost extends LinkOptions {
  close(): void
  gone(): void
  windowMayHaveChanged(): void
}

type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse

const all = new Map<number, WebContents>()
let lastId = 0

export class WebContents extends StrictEmitter {
  /** What nativeTheme says, for pages that are still to come. */
  static colorScheme: 'system' | 'light' | 'dark' = 'system'

  readonly id: number
  readonly session = defaultSession
  readonly #host: ContentsHost
  readonly #link: PageLink
  readonly #navigation = new Navigation(this, () => this.mainFrame)
  #isDestroyed = false
  #isCrashed = false
  #zoomLevel = 0
  #openHandler: OpenHandler | null = null

  constructor(host: ContentsHost) {
    super('webContents', events)
    lastId += 1
    this.id = lastId
    this.#host = host
    all.set(this.id, this)
    this.#link = new PageLink(host, {
      opened: (session, targetId) => this.#listen(session, targetId),
      gone: () => this.#disappear(),
      preloadFailed: error => this.#reportPreload(error),
      received: (message, world, isMainFrame) =>
        bringMessage(message, world, isMainFrame, {
          contents: this,
          host,
          link: this.#link,
          navigation: this.#navigation,
          open: opening => this.#refuseWindow(opening),
          preloadFailed: error => this.#reportPreload(error),
        }),
      mayRequest: (request, from) => this.#navigation.mayRequest(request, from),
    })
    if (WebContents.colorScheme !== 'system') this.useColorScheme(WebContents.colorScheme)
  }

  static getAllWebContents(): WebContents[] {
    return [...all.values()]
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id)
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find(contents => contents.#link.targetId === targetId)
  }

  /** The page in Chromium, once it is there. */
  get page(): Promise<PageTarget> {
    return this.#link.page
  }

  get mainFrame() {
    return mainFrameOf(this)
  }

  #listen(session: DevtoolsSession, targetId: string): void {
    this.#navigation.listen(session, targetId)
    answerPageDialogs(session, this, this.#host, () => this.#navigation.isUnderWay())
    session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      if (this.listenerCount('console-message') === 0) return
      const message = args.map(argument => argument.value ?? argument.description ?? argument.type).join(' ')
      const level = type === 'error' || type === 'warning' || type === 'debug' ? type : 'info'
      const at = stackTrace?.callFrames[0]
      const position = { lineNumber: at?.lineNumber ?? 0, sourceId: fromChromium(at?.url ?? '') }
      this.emit('console-message', createEvent({ message, level, ...position, frame: this.mainFrame }))
    })
    session.on('Inspector.targetCrashed', () => {
      this.#isCrashed = true
      this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 1 })
    })
  }

  #reportPreload(error: unknown): void {
    console.error(`Unable to load preload script: ${this.#host.preload}`)
    console.error(error)
    queueMicrotask(() => this.emit('preload-error', createEvent({}), this.#host.preload, error))
  }

  #refuseWindow({ url, name, features, disposition }: Extract<FromPage, { kind: 'open' }>): void {
    const referrer = { url: this.getURL(), policy: 'default' }
    const details = { url: fromChromium(url), frameName: name, features, disposition, referrer }
    const answer = this.#openHandler?.(details as unknown as HandlerDetails)
    if (answer && answer.action !== 'deny')
      throw notInTheStandIn("setWindowOpenHandler's answer { action: 'allow' }")
  }

  #disappear(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#navigation.abandon()
    all.delete(this.id)
    this.emit('destroyed', createEvent({}))
    this.#host.gone()
  }

  loadURL(url: string, options: LoadURLOptions = {}): Promise<void> {
    refuseUnknownKeys('loadURL option', options, [])
    return this.#navigation.load(this.#link, url)
  }

  reload(): void {
    this.#navigation.reload(this.#link)
  }

  stop(): void {
    this.#link.command(session => session.send('Page.stopLoading'))
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument')
    let text: string
    try {
      text = cloneToText(args)
    } catch {
      throw new Error('Failed to serialize arguments')
    }
    this.#link.tellMainFrame({ kind: 'message', channel, text })
  }

  /** Tells the page's frames which keys the application menu listens to now. */
  useAccelerators(): void {
    this.#link.tellEveryFrame({ kind: 'accelerators', list: pageAccelerators() })
  }

  useColorScheme(scheme: 'system' | 'light' | 'dark'): void {
    const features = [{ name: 'prefers-color-scheme', value: scheme === 'system' ? '' : scheme }]
    this.#link.command(session => session.send('Emulation.setEmulatedMedia', { features }))
  }

  setWindowOpenHandler(handler: OpenHandler | null): void {
    this.#openHandler = handler
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { session } = await this.#link.page
    return evaluate(session, code, userGesture)
  }

  async printToPDF(options: PrintToPDFOptions = {}): Promise<Buffer> {
    return printPage(
      this.#link.page.then(({ session }) => session),
      options,
    )
  }

  getURL(): string {
    return this.#navigation.url
  }

  getTitle(): string {
    return this.#navigation.title
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  isCrashed(): boolean {
    return this.#isCrashed
  }

  isLoading(): boolean {
    return this.#navigation.isLoading
  }

  /** Closes the window; with `waitForBeforeUnload` the page may still refuse. */
  close(options?: { waitForBeforeUnload?: boolean }): void {
    if (options?.waitForBeforeUnload) this.#host.close()
    else this.shut()
  }

  /** Whether the page's own beforeunload lets the window go. */
  async agreesToClose(): Promise<boolean> {
    const { session } = await this.#link.page
    return pageAgreesToClose(session, this)
  }

  /** Removes the page without asking anybody. */
  shut(): void {
    this.#link.shut()
    this.#disappear()
  }

  focus(): void {
    this.#link.command(session => session.send('Page.bringToFront'))
  }

  /** A step is 20 percent; 0 is the actual size. */
  setZoomLevel(level: number): void {
    this.#zoomLevel = level
    const expression = `document.documentElement.style.zoom = ${level === 0 ? "''" : 1.2 ** level}`
    this.#link.command(session => session.send('Runtime.evaluate', { expression }))
  }

  getZoomLevel(): number {
    return this.#zoomLevel
  }

  #edit(command: string): void {
    // As a menu does it, and not a script of the page: editors hear of it before it is done, and may paste.
    this.#link.command(session =>
      session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] }),
    )
  }

  undo(): void {
    this.#edit('undo')
  }

  redo(): void {
    this.#edit('redo')
  }

  cut(): void {
    this.#edit('cut')
  }

  copy(): void {
    this.#edit('copy')
  }

  paste(): void {
    this.#edit('paste')
  }

  pasteAndMatchStyle(): void {
    this.#edit('pasteAndMatchStyle')
  }

  selectAll(): void {
    this.#edit('selectAll')
  }
}
sealPrototype('webContents', WebContents)

/** As the `webContents` module: its static functions. */
export const webContentsModule = strictly('webContents', {
  getAllWebContents: WebContents.getAllWebContents,
  fromId: WebContents.fromId,
  fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
})
