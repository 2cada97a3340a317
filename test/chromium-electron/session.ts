// session.defaultSession: who may ask for what. Nothing is granted, and nothing downloaded, unless the app says so.
import type { Session } from 'electron'
import { isReady } from './lifecycle.ts'
import { protocol } from './protocol.ts'
import { toChromium } from './scheme-origins.ts'
import { notInTheStandIn, StrictEmitter, sealPrototype, strictly } from './strict.ts'
import type { WebContents } from './web-contents.ts'
import { webRequest } from './web-request.ts'

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>

/** What Chromium calls each permission of Electron's, in the web's own words. */
const inChromium: Record<string, readonly string[]> = {
  media: ['microphone', 'camera'],
  'display-capture': ['display-capture'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  midi: ['midi'],
  notifications: ['notifications'],
  geolocation: ['geolocation'],
}

class DefaultSession extends StrictEmitter {
  readonly protocol = protocol
  readonly webRequest = webRequest
  #requestHandler: RequestHandler | null = null
  #checkHandler: CheckHandler | null = null

  constructor() {
    super('session', ['will-download'])
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#requestHandler = handler
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#checkHandler = handler
  }

  /** Asks the app on a page's behalf; true where it granted, and Chromium was told so. */
  async decide(contents: WebContents, permission: string): Promise<boolean> {
    const url = contents.getURL()
    const origin = contents.mainFrame.origin
    const asked = contents as unknown as Electron.WebContents
    const details = { requestingUrl: url, isMainFrame: true }
    const allowed =
      this.#checkHandler === null ||
      this.#checkHandler(asked, permission as never, origin, { ...details, securityOrigin: origin } as never)
    const granted =
      allowed &&
      this.#requestHandler !== null &&
      (await new Promise<boolean>(resolve => {
        this.#requestHandler?.(asked, permission as never, resolve, details as never)
      }))
    const { browser } = await contents.page
    for (const name of inChromium[permission] ?? []) {
      await browser
        .send('Browser.setPermission', {
          permission: { name },
          setting: granted ? 'granted' : 'denied',
          origin: toChromium(origin),
        })
        .catch(() => {})
    }
    return granted
  }
}
sealPrototype('session', DefaultSession)

/** The one session there is; not to be had before the app is ready. */
export const defaultSession = new DefaultSession()

export const session = strictly('session', {
  get defaultSession(): DefaultSession {
    if (!isReady()) throw new Error('Session can only be received when app is ready')
    return defaultSession
  },
  fromPartition(): never {
    throw notInTheStandIn('session.fromPartition')
  },
})
