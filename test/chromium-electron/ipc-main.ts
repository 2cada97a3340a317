// ipcMain: handlers for what pages invoke, and listeners for what they send.
import { EventEmitter } from 'node:events'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { sealPrototype } from './strict.ts'

type InvokeHandler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

class IpcMainOfTheStandIn extends EventEmitter {
  readonly #handlers = new Map<string, InvokeHandler>()

  handle(channel: string, listener: InvokeHandler): void {
    if (this.#handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    this.#handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: InvokeHandler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** The channel's answer; rejects with the sentence a page is to see. */
  async answer(event: IpcMainInvokeEvent, channel: string, args: readonly unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    if (!handler) {
      throw new Error(
        `Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`,
      )
    }
    try {
      return await handler(event, ...args)
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error)
      throw new Error(
        `Error invoking remote method '${channel}': ${error instanceof Error ? String(error) : error}`,
      )
    }
  }
}
sealPrototype('ipcMain', IpcMainOfTheStandIn)

export const ipcMain = new IpcMainOfTheStandIn() satisfies Pick<
  IpcMain,
  'handle' | 'handleOnce' | 'removeHandler'
>
