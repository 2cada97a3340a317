// Brings what a page tells Node to whom it concerns: menu, navigation, window, or ipcMain, whose answer goes back.
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { ipcMain } from './ipc-main.ts'
import { runMenuCommand } from './menu-commands.ts'
import type { Navigation } from './navigation.ts'
import { cloneToText, textToClone } from './page/clone-text.ts'
import type { FromPage } from './page/messages.ts'
import type { PageLink } from './page-link.ts'
import { defaultSession } from './session.ts'
import { createEvent, strictly } from './strict.ts'
import type { ContentsHost, WebContents } from './web-contents.ts'

interface Hearers {
  readonly contents: WebContents
  readonly host: ContentsHost
  readonly link: PageLink
  readonly navigation: Navigation
  /** The page asked for another window. */
  open(message: Extract<FromPage, { kind: 'open' }>): void
  preloadFailed(error: unknown): void
}

/** `world` is the isolated world that sent the message. */
export function bringMessage(
  message: FromPage,
  world: number,
  isMainFrame: boolean,
  { contents, host, link, navigation, open, preloadFailed }: Hearers,
): void {
  if (message.kind === 'accelerator') {
    runMenuCommand(message.command, contents)
  } else if (message.kind === 'open') {
    open(message)
  } else if (message.kind === 'leave') {
    navigation.isPrevented(message.url, isMainFrame)
  } else if (message.kind === 'context-menu') {
    contents.emit('context-menu', createEvent({}), strictly('context-menu parameter', message.params))
  } else if (!isMainFrame) {
    // Preload scripts run in the main frame only, so nothing else can have a message.
  } else if (message.kind === 'invoke' || message.kind === 'permission') {
    answer(message, world, contents, link)
  } else if (message.kind === 'send') {
    const reply = (channel: string, ...args: unknown[]) => contents.send(channel, ...args)
    const event = createEvent({ ...originOf(contents), reply, ports: [] }) as unknown as IpcMainEvent
    ipcMain.emit(message.channel, event, ...(textToClone(message.text) as unknown[]))
  } else if (message.kind === 'close') {
    host.close()
  } else if (message.kind === 'title') {
    navigation.takeTitle(message.title)
  } else if (message.kind === 'window') {
    host.windowMayHaveChanged()
  } else {
    preloadFailed(Object.assign(new Error(message.message), { stack: message.stack }))
  }
}

const originOf = (contents: WebContents) => ({
  type: 'frame' as const,
  processId: contents.id,
  frameId: 1,
  frameTreeNodeId: contents.id,
  sender: contents,
  senderFrame: contents.mainFrame,
})

async function answer(
  message: Extract<FromPage, { kind: 'invoke' | 'permission' }>,
  world: number,
  contents: WebContents,
  link: PageLink,
): Promise<void> {
  const { id } = message
  try {
    const value =
      message.kind === 'permission'
        ? await defaultSession.decide(contents, message.permission)
        : await ipcMain.answer(
            createEvent(originOf(contents)) as unknown as IpcMainInvokeEvent,
            message.channel,
            textToClone(message.text) as unknown[],
          )
    link.tell(world, { kind: 'result', id, ok: true, text: cloneToText(value) })
  } catch (error) {
    const sentence = error instanceof Error ? error.message : String(error)
    link.tell(world, { kind: 'result', id, ok: false, text: cloneToText(sentence) })
  }
}
