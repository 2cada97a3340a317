// The page's own world: what Electron does differently from Chromium there, before any script of the page runs.
// Runs inside pages, as source: it uses nothing outside itself but what it is given.
import type { WorldBridge } from './world-bridge.ts'

export function startMainWorld(bridge: WorldBridge): void {
  const define = (name: string, value: (...args: never[]) => unknown) =>
    Object.defineProperty(window, name, { value, writable: true, enumerable: true, configurable: true })
  const absolute = (url: unknown): string => {
    if (url === undefined || url === '') return 'about:blank'
    return new URL(String(url), document.baseURI).href
  }
  define('open', function open(url?: unknown, name?: unknown, features?: unknown) {
    bridge.call('open', [
      absolute(url),
      name === undefined ? '' : String(name),
      features === undefined ? '' : String(features),
    ])
    return null
  })
  define('close', function close() {
    bridge.call('close', [])
  })
  define('prompt', function prompt() {
    throw new Error('prompt() is not supported.')
  })

  // Chromium would ask the person; Electron asks the app's permission request handler.
  const asked = (owner: object | undefined, method: string, permission: string) => {
    if (!owner) return
    const original = Reflect.get(owner, method) as ((...args: unknown[]) => unknown) | undefined
    if (!original) return
    const value = async function (this: unknown, ...args: unknown[]) {
      if (!(await bridge.call('permission', [permission]))) {
        throw new DOMException('Permission denied', 'NotAllowedError')
      }
      return Reflect.apply(original, this, args)
    }
    Object.defineProperty(owner, method, { value, writable: true, configurable: true })
  }
  const devices = navigator.mediaDevices as MediaDevices | undefined
  asked(devices, 'getUserMedia', 'media')
  asked(devices, 'getDisplayMedia', 'display-capture')
  asked(navigator.clipboard, 'read', 'clipboard-read')
  asked(navigator.clipboard, 'readText', 'clipboard-read')
  asked(navigator.clipboard, 'write', 'clipboard-sanitized-write')
  asked(navigator.clipboard, 'writeText', 'clipboard-sanitized-write')
  asked(navigator, 'requestMIDIAccess', 'midi')
  asked(Element.prototype, 'requestFullscreen', 'fullscreen')
  asked(globalThis.Notification, 'requestPermission', 'notifications')
  const { geolocation } = navigator
  for (const method of ['getCurrentPosition', 'watchPosition'] as const) {
    const original = geolocation[method]
    const value = (
      found: PositionCallback,
      failed?: PositionErrorCallback | null,
      options?: PositionOptions,
    ) => {
      // Refused or granted, Chromium's own answer follows: Node has told it which.
      const answer = bridge.call('permission', ['geolocation']) as Promise<unknown>
      answer.then(() => Reflect.apply(original, geolocation, [found, failed, options]))
      return 0
    }
    Object.defineProperty(geolocation, method, { value, writable: true, configurable: true })
  }
}
