// Answers what a page asks for: the app's schemes by their handlers, everything else with a refusal.
import type { DevtoolsSession, Protocol } from './devtools.ts'
import { handlerOf } from './protocol.ts'
import { appSchemeOf, fromChromium, policyToChromium, toChromium } from './scheme-origins.ts'
import { isLetThrough } from './web-request.ts'

type Paused = Protocol.Fetch.requestPausedPayload

const withoutBody = new Set(['GET', 'HEAD'])
// These name origins, and so must be said in the form of the world that reads them.
const policies = new Set(['content-security-policy', 'content-security-policy-report-only'])
const origins = new Set(['location', 'access-control-allow-origin', 'origin', 'referer', 'content-location'])

function requestFor(url: string, { request }: Paused): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    headers.append(name, origins.has(name.toLowerCase()) ? fromChromium(value) : value)
  }
  const parts = (request.postDataEntries ?? []).map(entry => Buffer.from(entry.bytes ?? '', 'base64'))
  const body = parts.length > 0 ? Buffer.concat(parts) : request.postData
  return new Request(url, {
    method: request.method,
    headers,
    ...(body === undefined || withoutBody.has(request.method)
      ? {}
      : { body: new Uint8Array(Buffer.from(body)) }),
  })
}

function headersFor(response: Response): { name: string; value: string }[] {
  return [...response.headers].map(([name, value]) => {
    if (policies.has(name)) return { name, value: policyToChromium(value) }
    return { name, value: origins.has(name) ? toChromium(value) : value }
  })
}

/** Answers one request that Chromium holds; never throws, since the page may go away at any moment. */
export async function answerRequest(paused: Paused, session: DevtoolsSession): Promise<void> {
  const { requestId } = paused
  const url = fromChromium(paused.request.url)
  const scheme = appSchemeOf(url)
  if (!scheme) {
    // Blobs and data made by the page itself never leave it; its content security policy decides.
    const own = /^(blob|data):/.test(url)
    if (own) session.tell('Fetch.continueRequest', { requestId })
    else session.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    return
  }
  // Electron's windows have no place for an icon, so it never asks for one.
  if (paused.resourceType === 'Other' && url.endsWith('/favicon.ico')) {
    session.tell('Fetch.fulfillRequest', { requestId, responseCode: 204 })
    return
  }
  try {
    if (!(await isLetThrough(url, paused.request.method, paused.resourceType))) {
      session.tell('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
      return
    }
    const handler = handlerOf(scheme)
    const response = await handler?.(requestFor(url, paused))
    if (!(response instanceof Response) || response.type === 'error') {
      session.tell('Fetch.failRequest', { requestId, errorReason: 'Failed' })
      return
    }
    const body = Buffer.from(await response.arrayBuffer())
    session.tell('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      ...(response.statusText ? { responsePhrase: response.statusText } : {}),
      responseHeaders: headersFor(response),
      body: body.toString('base64'),
    })
  } catch (error) {
    console.error(`The handler of ${scheme}: failed for ${url}:`, error)
    session.tell('Fetch.failRequest', { requestId, errorReason: 'Failed' })
  }
}
