// WebFrameMain: the one frame of a page that the main process can ask about.
import { originOf } from './scheme-origins.ts'
import { strictly } from './strict.ts'
import type { WebContents } from './web-contents.ts'

export function mainFrameOf(contents: WebContents) {
  const url = contents.getURL()
  const frame = strictly('WebFrameMain', {
    url,
    origin: originOf(url),
    name: '',
    parent: null,
    frames: [],
    processId: contents.id,
    routingId: 1,
    frameTreeNodeId: contents.id,
    detached: false,
    isDestroyed: () => contents.isDestroyed(),
    executeJavaScript: (code: string) => contents.executeJavaScript(code),
    send: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
  })
  return Object.defineProperty(frame, 'top', { value: frame }) as typeof frame & {
    readonly top: typeof frame
  }
}
