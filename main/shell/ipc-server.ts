// The one channel between window and main process: requests in, notices out.
import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { RequestName } from '../../shared/request-names.ts'
import type { Result } from '../../shared/result.ts'
import type { Notify } from '../requests/ports.ts'
import type { Answer } from '../requests/requests.ts'
import { isOwnAddress } from './safety.ts'

/** Answers the requests of one window's own page; whoever else asks is refused. */
export function answerWindow(window: BrowserWindow, answer: Answer): void {
  ipcMain.handle('request', (event, name: RequestName, input: unknown): Promise<Result<unknown>> => {
    if (!isFromPageOf(window, event))
      throw new Error('Requests are taken from the window of Dispatch Box alone.')
    return answer(name, input)
  })
}

/** Sends notices to a window for as long as it is there. */
export function notifyWindow(window: () => BrowserWindow | null): Notify {
  return (name, payload) => {
    const open = window()
    if (open && !open.isDestroyed()) open.webContents.send('notice', name, payload)
  }
}

function isFromPageOf(window: BrowserWindow, event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame
  return (
    event.sender === window.webContents && frame !== null && frame.parent === null && isOwnAddress(frame.url)
  )
}
