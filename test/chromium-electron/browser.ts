// A Chromium behind the app: its targets, each attached to and held back until the stand-in is ready for it.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appWindowArguments, isHeadless, type RunningChromium, startChromium } from './chromium.ts'
import type { DevtoolsConnection, DevtoolsSession, Protocol } from './devtools.ts'

/** A page that the stand-in opened. */
export interface PageTarget {
  readonly id: string
  readonly session: DevtoolsSession
  /** The Chromium it is in. */
  readonly browser: DevtoolsSession
}

/** How a page is to appear: as a window, as a window out of sight for now, or never. */
export type Appearance = 'window' | 'window-out-of-sight' | 'hidden'

/** The address of a page in which nothing has been loaded yet begins so; Chromium takes no about: for an app window. */
const startingPage = 'data:text/html,'

export function isStartingPage(url: string): boolean {
  return url === '' || url.startsWith('about:blank') || url.startsWith(startingPage)
}

/** Puts every request of a target, and of the frames and workers it starts, before `answer`. */
export function guardSession(
  session: DevtoolsSession,
  answer: (request: Protocol.Fetch.requestPausedPayload, session: DevtoolsSession) => unknown,
): void {
  session.on('Fetch.requestPaused', request => answer(request, session))
  session.on('Target.attachedToTarget', ({ sessionId }) => {
    const child = session.connection.session(sessionId)
    guardSession(child, answer)
    child.tell('Runtime.runIfWaitingForDebugger')
  })
  session.on('Target.detachedFromTarget', ({ sessionId }) => session.connection.detach(sessionId))
  session.tell('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
  session.tell('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
}

class Browser {
  readonly #running: RunningChromium
  readonly #connection: DevtoolsConnection
  readonly #attached = new Map<string, PageTarget>()
  readonly #arrivals = new Map<string, (target: PageTarget) => void>()
  readonly #gone = new Map<string, () => void>()
  readonly #openings = new Set<Promise<unknown>>()

  constructor(running: RunningChromium) {
    this.#running = running
    this.#connection = running.connection
    const { browser } = this.#connection
    browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => this.#arrive(sessionId, targetInfo))
    browser.on('Target.detachedFromTarget', ({ sessionId }) => this.#connection.detach(sessionId))
    browser.on('Target.targetDestroyed', ({ targetId }) => {
      const gone = this.#gone.get(targetId)
      this.#attached.delete(targetId)
      this.#gone.delete(targetId)
      gone?.()
    })
  }

  /** Resolves with Chromium's version when it answers. */
  async prepare(): Promise<string> {
    const { browser } = this.#connection
    const chromiumsOwn = ['browser', 'tab', 'browser_ui'].map(type => ({ type, exclude: true }))
    const [{ product }] = await Promise.all([
      browser.send('Browser.getVersion'),
      browser.send('Target.setDiscoverTargets', { discover: true }),
      browser.send('Target.setAutoAttach', {
        autoAttach: true,
        waitForDebuggerOnStart: true,
        flatten: true,
        filter: [...chromiumsOwn, {}],
      }),
      browser.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
    ])
    return product.replace(/^[^/]*\//, '')
  }

  #arrive(sessionId: string, info: Protocol.Target.TargetInfo): void {
    const { browser } = this.#connection
    const target = { id: info.targetId, session: this.#connection.session(sessionId), browser }
    const expected = this.#arrivals.get(info.url)
    if (info.type !== 'page') {
      guardSession(target.session, ({ requestId }, session) =>
        session.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }),
      )
      target.session.tell('Runtime.runIfWaitingForDebugger')
      return
    }
    this.#attached.set(info.targetId, target)
    if (expected) {
      expected(target)
      return
    }
    // It may be the stand-in's own, whose creation is unanswered yet; whatever else opened (a popup) is shut unseen.
    Promise.allSettled([...this.#openings]).then(() => {
      if (this.#gone.has(info.targetId)) return
      browser.tell('Target.closeTarget', { targetId: info.targetId })
    })
  }

  /** Opens an empty page; `gone` is called once when it disappears, whoever closed it. It waits for `Runtime.runIfWaitingForDebugger` from its new owner. */
  open(gone: () => void): Promise<PageTarget> {
    const opening = this.#running.isHeadless ? this.#createTarget() : this.#openAppWindow()
    const owned = opening.then(target => {
      this.#gone.set(target.id, gone)
      return target
    })
    this.#openings.add(owned)
    owned.finally(() => this.#openings.delete(owned)).catch(() => {})
    return owned
  }

  async #createTarget(): Promise<PageTarget> {
    const { browser } = this.#connection
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true })
    const target = this.#attached.get(targetId)
    if (!target) throw new Error('Chromium opened a page but did not attach to it')
    return target
  }

  /** A second call of Chromium with the same profile opens a window without tabs and address bar in the first. */
  #openAppWindow(): Promise<PageTarget> {
    return new Promise((resolve, reject) => {
      const url = `${startingPage}${randomBytes(8).toString('hex')}`
      this.#arrivals.set(url, target => {
        this.#arrivals.delete(url)
        resolve(target)
      })
      const { executable, profile } = this.#running
      execFile(executable, appWindowArguments(profile, url), { timeout: 20_000 }, error => {
        if (!error || !this.#arrivals.delete(url)) return
        reject(new Error(`Chromium would not open a window: ${error.message}`))
      })
    })
  }
}

let started: { executable: string; died: (sentence: string) => void } | undefined
let main: Browser | undefined
let unseen: Promise<Browser> | undefined

/** Starts the Chromium of the app's windows; resolves with its version. */
export function startBrowser(executable: string, died: (sentence: string) => void): Promise<string> {
  started = { executable, died }
  main = new Browser(startChromium(executable, { isHeadless: isHeadless(), isForTests: true }, died))
  return main.prepare()
}

// A Chromium with windows cannot print what has no window, and one on the screen for each PDF would startle.
async function startUnseen(): Promise<Browser> {
  if (!started) throw new Error('Chromium has not been started')
  const browser = new Browser(
    startChromium(started.executable, { isHeadless: true, isForTests: false }, started.died),
  )
  await browser.prepare()
  return browser
}

/** Opens an empty page in the Chromium that suits its appearance. */
export function openPage(appearance: Appearance, gone: () => void): Promise<PageTarget> {
  if (!main) return Promise.reject(new Error('Chromium has not been started'))
  if (appearance !== 'hidden' || isHeadless()) return main.open(gone)
  unseen ??= startUnseen()
  return unseen.then(browser => browser.open(gone))
}
