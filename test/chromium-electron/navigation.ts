// Where a page is and where it goes: loadURL and its outcome, and navigations of the page's own that the app may prevent.
import type { EventEmitter } from 'node:events'
import { isStartingPage } from './browser.ts'
import type { DevtoolsSession, Protocol } from './devtools.ts'
import type { PageLink } from './page-link.ts'
import { fromChromium, toChromium } from './scheme-origins.ts'
import { createEvent } from './strict.ts'

const errorNumbers: Record<string, number> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_TIMED_OUT: -7,
  ERR_ACCESS_DENIED: -10,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_INVALID_URL: -300,
  ERR_UNKNOWN_URL_SCHEME: -302,
  ERR_EMPTY_RESPONSE: -324,
}

interface LoadError extends Error {
  readonly code: string
  readonly errno: number
  readonly url: string
}

function loadError(text: string, url: string): LoadError {
  const code = text.replace(/^net::/, '')
  const errno = errorNumbers[code] ?? -2
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url })
}

interface Load {
  readonly url: string
  loaderId: string | undefined
  resolve(): void
  reject(error: Error): void
}

/** Emits its events on `contents`. */
export class Navigation {
  /** In the app's form; empty until something was loaded. */
  url = ''
  title = ''
  isLoading = false
  readonly #contents: EventEmitter
  readonly #frame: () => object
  readonly #finishedLoaders = new Set<string>()
  /** Frames whose own page, and nobody outside, asked to go somewhere. */
  readonly #askedByPage = new Set<string>()
  #targetId = ''
  #load: Load | undefined
  #ownNavigations = 0
  #isReloading = false

  constructor(contents: EventEmitter, frame: () => object) {
    this.#contents = contents
    this.#frame = frame
  }

  listen(session: DevtoolsSession, targetId: string): void {
    this.#targetId = targetId
    session.on('Page.frameRequestedNavigation', ({ frameId }) => this.#askedByPage.add(frameId))
    session.on('Page.frameNavigated', ({ frame }) => {
      this.#askedByPage.delete(frame.id)
      if (frame.parentId) return
      this.#isReloading = false
      const url = fromChromium(frame.unreachableUrl ?? frame.url)
      if (isStartingPage(url)) return
      this.url = url
      if (!frame.unreachableUrl) this.#contents.emit('did-navigate', createEvent({}), url, 200, 'OK')
      else if (!this.#load) this.#failLoad('net::ERR_FAILED', url)
    })
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== targetId) return
      this.url = fromChromium(url)
      this.#contents.emit('did-navigate-in-page', createEvent({}), this.url, true, 0, 0)
    })
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId !== targetId || !loaderId) return
      if (name === 'DOMContentLoaded' && this.url) this.#contents.emit('dom-ready', createEvent({}))
      if (name === 'load') this.#finishLoad(loaderId)
    })
  }

  /** A page without a title of its own is called by its address. */
  takeTitle(title: string): void {
    const shown = title || this.url
    if (shown === this.title) return
    this.title = shown
    this.#contents.emit('page-title-updated', createEvent({}), shown, title !== '')
  }

  #finishLoad(loaderId: string): void {
    this.#finishedLoaders.add(loaderId)
    this.isLoading = false
    const load = this.#load
    if (load && load.loaderId === loaderId) {
      this.#load = undefined
      load.resolve()
    }
    if (this.url === '' || this.url.startsWith('chrome-error:')) return
    this.#contents.emit('did-finish-load', createEvent({}))
    this.#contents.emit('did-stop-loading', createEvent({}))
  }

  #failLoad(errorText: string, url: string): void {
    const error = loadError(errorText, url)
    this.isLoading = false
    if (error.code !== 'ERR_ABORTED') {
      this.#contents.emit('did-fail-load', createEvent({}), error.errno, error.code, url, true, 1, 1)
    }
    this.#load?.reject(error)
    this.#load = undefined
  }

  /** Gives up whatever is being loaded. */
  abandon(): void {
    this.#load?.reject(loadError('ERR_ABORTED', this.#load.url))
    this.#load = undefined
  }

  /** Asks the app about a navigation that the page itself started; false where it was prevented, and failed. */
  async mayRequest(request: Protocol.Fetch.requestPausedPayload, from: DevtoolsSession): Promise<boolean> {
    const { frameId, requestId, resourceType, redirectedRequestId } = request
    if (resourceType !== 'Document' || redirectedRequestId) return true
    const isMainFrame = frameId === this.#targetId
    if (isMainFrame && (this.#isReloading || this.#ownNavigations > 0)) return true
    if (isMainFrame && !(await this.#isAskedByPage(frameId))) return true
    this.#askedByPage.delete(frameId)
    if (!this.isPrevented(fromChromium(request.request.url), isMainFrame)) return true
    from.tell('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    return false
  }

  /** Whether the page is about to be left for another, by the app's will or its own. */
  async isUnderWay(): Promise<boolean> {
    return this.#isReloading || this.#ownNavigations > 0 || this.#isAskedByPage(this.#targetId)
  }

  /** Whether the page wants this, rather than a debugger (a test's reload, which Electron announces to nobody). */
  async #isAskedByPage(frameId: string): Promise<boolean> {
    // The page says so on another wire than the request comes by, so it may arrive a moment later.
    for (let tries = 0; tries < 10 && !this.#askedByPage.has(frameId); tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 10))
    }
    return this.#askedByPage.has(frameId)
  }

  /** Announces a navigation of the page's own; true where the app prevented it. */
  isPrevented(url: string, isMainFrame: boolean): boolean {
    const frame = this.#frame()
    const event = createEvent({ url, isMainFrame, isSameDocument: false, frame, initiator: frame })
    this.#contents.emit('will-frame-navigate', event)
    if (isMainFrame && !event.defaultPrevented) this.#contents.emit('will-navigate', event, url)
    return event.defaultPrevented
  }

  /** Resolves when the page has loaded; rejects as Electron does, with `code`, `errno` and `url`. */
  async load(link: PageLink, url: string): Promise<void> {
    this.abandon()
    this.isLoading = true
    const { session } = await link.page
    await new Promise<void>((resolve, reject) => {
      const load: Load = { url, loaderId: undefined, resolve, reject }
      this.abandon()
      this.#load = load
      this.#ownNavigations += 1
      this.#contents.emit('did-start-loading', createEvent({}))
      session
        .send('Page.navigate', { url: toChromium(url) })
        .then(({ loaderId, errorText }) => {
          if (this.#load !== load) return
          load.loaderId = loaderId
          if (errorText) {
            this.#failLoad(errorText, url)
          } else if (!loaderId || this.#finishedLoaders.has(loaderId)) {
            this.#load = undefined
            resolve()
          }
        })
        .catch(reject)
        .finally(() => {
          this.#ownNavigations -= 1
        })
    })
  }

  reload(link: PageLink): void {
    this.#isReloading = true
    link.command(session => session.send('Page.reload'))
  }
}
