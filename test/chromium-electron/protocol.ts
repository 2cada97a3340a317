// The app's own schemes: registered before ready, handled by a function from Request to Response.
import type { CustomScheme, Protocol } from 'electron'
import { isReady } from './lifecycle.ts'
import { addScheme } from './scheme-origins.ts'
import { notInTheStandIn, refuseUnknownKeys, strictly } from './strict.ts'

type Handler = Parameters<Protocol['handle']>[1]

const privileged = new Map<string, CustomScheme>()
const handlers = new Map<string, Handler>()
let registered = false

const privileges = [
  'standard',
  'secure',
  'bypassCSP',
  'allowServiceWorkers',
  'supportFetchAPI',
  'corsEnabled',
  'stream',
  'codeCache',
  'allowExtensions',
]
const builtIn = new Set([
  'http',
  'https',
  'file',
  'ftp',
  'ws',
  'wss',
  'data',
  'blob',
  'about',
  'chrome',
  'devtools',
  'javascript',
])

/** What answers requests for `scheme`, or undefined. */
export function handlerOf(scheme: string): Handler | undefined {
  return handlers.get(scheme)
}

export const protocol = strictly('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    if (registered) {
      throw new Error(
        'protocol.registerSchemesAsPrivileged may be called once only: a second call replaces the first',
      )
    }
    for (const custom of schemes) {
      refuseUnknownKeys('a scheme with', custom, ['scheme', 'privileges'])
      refuseUnknownKeys('the scheme privilege', custom.privileges ?? {}, privileges)
      if (!/^[a-z][a-z0-9+-]*$/.test(custom.scheme)) throw notInTheStandIn(`a scheme named ${custom.scheme}`)
      if (builtIn.has(custom.scheme)) throw notInTheStandIn(`replacing the built-in scheme ${custom.scheme}`)
      if (!custom.privileges?.standard || !custom.privileges.secure) {
        throw notInTheStandIn(`a scheme that is not standard and secure (${custom.scheme})`)
      }
      if (custom.privileges.bypassCSP) throw notInTheStandIn(`bypassCSP (${custom.scheme})`)
    }
    registered = true
    for (const custom of schemes) {
      privileged.set(custom.scheme, custom)
      addScheme(custom.scheme)
    }
  },

  handle(scheme: string, handler: Handler): void {
    if (!isReady()) throw new Error('Session can only be received when app is ready')
    if (!privileged.has(scheme)) {
      throw notInTheStandIn(`handling '${scheme}', which registerSchemesAsPrivileged was not told of`)
    }
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    handlers.set(scheme, handler)
  },

  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  },

  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
}) satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>
