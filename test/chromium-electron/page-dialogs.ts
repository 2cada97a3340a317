// alert, confirm and beforeunload: nothing a page asks may leave it waiting for an answer that nobody can give.
import type { EventEmitter } from 'node:events'
import { isHeadless } from './chromium.ts'
import type { DevtoolsSession } from './devtools.ts'
import { createEvent } from './strict.ts'
import type { ContentsHost } from './web-contents.ts'

/** Long enough for a test to answer first. */
const patience = 400

export function answerPageDialogs(
  session: DevtoolsSession,
  contents: EventEmitter,
  { appearance, holdsClosing, close }: ContentsHost,
  isNavigating: () => Promise<boolean>,
): void {
  session.on('Page.javascriptDialogOpening', async ({ type }) => {
    if (type === 'beforeunload' && holdsClosing) {
      // Chromium asks for a navigation too, which the app is asked about elsewhere. Otherwise a person closes the
      // window: it stays, and closes the way that close() does, which the app may prevent.
      const accept = await isNavigating()
      session.tell('Page.handleJavaScriptDialog', { accept })
      if (!accept) close()
    } else if (type === 'beforeunload') {
      session.tell('Page.handleJavaScriptDialog', { accept: mayLeave(contents) })
    } else if (isHeadless() || appearance === 'hidden') {
      setTimeout(
        () => session.tell('Page.handleJavaScriptDialog', { accept: type === 'alert' }),
        patience,
      ).unref()
    }
  })
}

function mayLeave(contents: EventEmitter): boolean {
  const event = createEvent({})
  contents.emit('will-prevent-unload', event)
  return event.defaultPrevented
}

// Chromium would ask a person whether to leave, where Electron asks the app; so the page's listeners are asked here.
const beforeUnload = `(() => {
  const event = document.createEvent('BeforeUnloadEvent')
  event.initEvent('beforeunload', false, true)
  window.dispatchEvent(event)
  return event.defaultPrevented || event.returnValue !== ''
})()`

export async function pageAgreesToClose(session: DevtoolsSession, contents: EventEmitter): Promise<boolean> {
  const asked = await session
    .send('Runtime.evaluate', { expression: beforeUnload, returnByValue: true })
    .catch(() => undefined)
  return asked?.result.value !== true || mayLeave(contents)
}
