// The link between a webContents and its page in Chromium: the target, the scripts in its two worlds, their messages.
import { type Appearance, guardSession, openPage, type PageTarget } from './browser.ts'
import type { DevtoolsSession, Protocol } from './devtools.ts'
import { pageAccelerators } from './menu-commands.ts'
import type { FromPage, ToPage } from './page/messages.ts'
import { createPageSettings, isolatedWorldScript, mainWorldScript } from './page/page-scripts.ts'
import { answerRequest } from './request-router.ts'

const worldName = 'Electron Isolated Context'

export interface LinkOptions {
  readonly appearance: Appearance
  readonly preload: string | undefined
  readonly additionalArguments: readonly string[]
  /** Whether the page holds a window that a person closes until the app has been asked. */
  readonly holdsClosing: boolean
  /** Sizes the new window, before anything is loaded in it. */
  arrange(target: PageTarget): Promise<void>
}

export interface LinkListener {
  /** The page's session is there, and nothing has happened on it yet. */
  opened(session: DevtoolsSession, targetId: string): void
  gone(): void
  preloadFailed(error: unknown): void
  received(message: FromPage, world: number, isMainFrame: boolean): void
  /** Whether a request may go on to the app's handlers; if not, the listener has failed it. */
  mayRequest(request: Protocol.Fetch.requestPausedPayload, from: DevtoolsSession): Promise<boolean>
}

const processForPreloads = (additionalArguments: readonly string[]) => ({
  platform: process.platform,
  arch: process.arch,
  versions: { ...process.versions },
  type: 'renderer',
  sandboxed: true,
  contextIsolated: true,
  env: {},
  argv: [process.execPath, ...additionalArguments],
})

export class PageLink {
  /** Ready to be navigated. */
  readonly page: Promise<PageTarget>
  readonly #options: LinkOptions
  readonly #listener: LinkListener
  readonly #settings
  readonly #opened: Promise<PageTarget>
  /** Isolated worlds by the frame they are in. */
  readonly #worlds = new Map<number, string>()
  #mainWorld: number | undefined
  #targetId = ''

  constructor(options: LinkOptions, listener: LinkListener) {
    this.#options = options
    this.#listener = listener
    this.#settings = createPageSettings(processForPreloads(options.additionalArguments), options.holdsClosing)
    this.#opened = openPage(options.appearance, () => listener.gone())
    this.page = this.#prepare()
    this.page.catch(() => {})
  }

  get targetId(): string {
    return this.#targetId
  }

  async #prepare(): Promise<PageTarget> {
    const target = await this.#opened
    const { session } = target
    this.#targetId = target.id
    this.#listener.opened(session, target.id)
    this.#listen(session)
    guardSession(session, async (request, from) => {
      if (await this.#listener.mayRequest(request, from)) await answerRequest(request, from)
    })
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Inspector.enable'),
      session.send('Runtime.addBinding', { name: this.#settings.binding, executionContextName: worldName }),
      // In this order: the page's own world has to be listening when the preload exposes something to it.
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(this.#settings) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: this.#isolatedScript(), worldName }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ])
    await this.#options.arrange(target)
    return target
  }

  #isolatedScript(): string {
    try {
      return isolatedWorldScript(this.#settings, this.#options.preload)
    } catch (error) {
      this.#listener.preloadFailed(error)
      return isolatedWorldScript(this.#settings, undefined)
    }
  }

  #listen(session: DevtoolsSession): void {
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== this.#settings.binding) return
      const isMainFrame = this.#worlds.get(executionContextId) === this.#targetId
      this.#listener.received(JSON.parse(payload) as FromPage, executionContextId, isMainFrame)
    })
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frameId = context.auxData?.frameId as string | undefined
      if (context.name !== worldName || !frameId) return
      this.#worlds.set(context.id, frameId)
      if (frameId === this.#targetId) this.#mainWorld = context.id
      this.tell(context.id, { kind: 'accelerators', list: pageAccelerators() })
    })
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#worlds.delete(executionContextId)
      if (this.#mainWorld === executionContextId) this.#mainWorld = undefined
    })
    session.on('Runtime.executionContextsCleared', () => {
      this.#worlds.clear()
      this.#mainWorld = undefined
    })
  }

  /** Does something with the page once it is there; if it goes first, that is no fault. */
  command(run: (session: DevtoolsSession) => unknown): void {
    this.page.then(({ session }) => run(session)).catch(() => {})
  }

  tell(world: number, message: ToPage): void {
    this.#opened
      .then(({ session }) =>
        session.tell('Runtime.callFunctionOn', {
          executionContextId: world,
          functionDeclaration: `function (text) { globalThis[${JSON.stringify(this.#settings.receiver)}](JSON.parse(text)) }`,
          arguments: [{ value: JSON.stringify(message) }],
          silent: true,
        }),
      )
      .catch(() => {})
  }

  /** To the preload's world; lost, as in Electron, where no document is there to hear it. */
  tellMainFrame(message: ToPage): void {
    this.command(() => {
      if (this.#mainWorld !== undefined) this.tell(this.#mainWorld, message)
    })
  }

  tellEveryFrame(message: ToPage): void {
    for (const world of this.#worlds.keys()) this.tell(world, message)
  }

  /** Closes the page without asking anybody. */
  shut(): void {
    this.#opened
      .then(({ id, session, browser }) => {
        session.detach()
        browser.tell('Target.closeTarget', { targetId: id })
      })
      .catch(() => {})
  }
}
