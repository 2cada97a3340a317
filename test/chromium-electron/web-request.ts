// session.webRequest: the app may cancel a request before it is answered.
import { strictly } from './strict.ts'

type Details = { id: number; url: string; method: string; resourceType: string }
type Listener = (details: Details, decide: (response: { cancel?: boolean }) => void) => void

let listener: Listener | null = null
let requests = 0

/** Whether the app lets a request go on; one that it never decides on waits, as in Electron. */
export function isLetThrough(url: string, method: string, resourceType: string): Promise<boolean> {
  if (!listener) return Promise.resolve(true)
  const details = { id: ++requests, url, method, resourceType }
  return new Promise(resolve => listener?.(details, response => resolve(response.cancel !== true)))
}

export const webRequest = strictly('session.webRequest', {
  onBeforeRequest(handler: Listener | null): void {
    listener = handler
  },
})
