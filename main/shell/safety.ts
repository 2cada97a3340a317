// What no page may ever do, refused for every page there will be.
import { app, session, type WebContents } from 'electron'
import { appOrigin } from './origin.ts'

/** To be called once the app is ready, before the first window. */
export function refuseWhatPagesMayNotDo(): void {
  // What a person copies goes into the clipboard; what is in there is not read.
  const isAllowed = (permission: string) => permission === 'clipboard-sanitized-write'
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) =>
    decide(isAllowed(permission)),
  )
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  session.defaultSession.on('will-download', event => event.preventDefault())
  // Everything the app shows comes through its own protocol; no request goes anywhere else.
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOwnAddress(details.url) && !details.url.startsWith('devtools://') })
  })
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** Whether an address is one of the app's own pages. */
export function isOwnAddress(address: string): boolean {
  return address === appOrigin || address.startsWith(`${appOrigin}/`)
}

function confine(contents: WebContents): void {
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-frame-navigate', event => {
    // The preview's frame loads the document page, once, from the app itself.
    if (event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
