// The DevTools protocol over Chromium's own pipe: it needs no open port, and Chromium ends when the pipe does.
import type { Readable, Writable } from 'node:stream'
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts'

export type { Protocol }

type Parameters = Protocol.CommandParameters
type Results = Protocol.CommandReturnValues
export type Command = keyof Parameters & keyof Results
type Events = Protocol.EventMap
export type DevtoolsEvent = keyof Events

interface Waiting {
  readonly method: string
  resolve(result: unknown): void
  reject(error: Error): void
}

interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A command Chromium refused, or could not answer because its target had gone. */
class DevtoolsError extends Error {}

/** One attached target, or the browser itself (without an id). */
export class DevtoolsSession {
  readonly id: string | undefined
  isDetached = false
  readonly connection: DevtoolsConnection
  readonly #listeners = new Map<string, ((params: never) => void)[]>()
  readonly #waiting = new Set<Waiting>()

  constructor(connection: DevtoolsConnection, id: string | undefined) {
    this.connection = connection
    this.id = id
  }

  send<C extends Command>(method: C, params?: Parameters[C]): Promise<Results[C]> {
    if (this.isDetached) return Promise.reject(new DevtoolsError(`${method}: the target is gone`))
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        method,
        resolve: result => {
          this.#waiting.delete(waiting)
          resolve(result as Results[C])
        },
        reject: error => {
          this.#waiting.delete(waiting)
          reject(error)
        },
      }
      this.#waiting.add(waiting)
      this.connection.post(waiting, params ?? {}, this.id)
    })
  }

  /** Sends what may fail because the target is going; nobody waits for it. */
  tell<C extends Command>(method: C, params?: Parameters[C]): void {
    this.send(method, params).catch(() => {})
  }

  on<E extends DevtoolsEvent>(event: E, listener: (params: Events[E][0]) => void): void {
    const listeners = this.#listeners.get(event)
    if (listeners) listeners.push(listener)
    else this.#listeners.set(event, [listener])
  }

  receive(event: string, params: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(params as never)
  }

  detach(): void {
    this.isDetached = true
    for (const waiting of [...this.#waiting]) {
      waiting.reject(new DevtoolsError(`${waiting.method}: the target is gone`))
    }
  }
}

export class DevtoolsConnection {
  readonly browser = new DevtoolsSession(this, undefined)
  readonly #sessions = new Map<string, DevtoolsSession>()
  readonly #waiting = new Map<number, Waiting>()
  readonly #output: Writable
  #lastId = 0

  constructor(input: Readable, output: Writable) {
    this.#output = output
    let parts: Buffer[] = []
    input.on('data', (chunk: Buffer) => {
      let start = 0
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
        parts.push(chunk.subarray(start, end))
        const text = Buffer.concat(parts).toString('utf8')
        parts = []
        start = end + 1
        this.#receive(JSON.parse(text) as Message)
      }
      if (start < chunk.length) parts.push(chunk.subarray(start))
    })
    // The process ending is noticed by its own exit; a pipe that breaks before it is no news.
    input.on('error', () => {})
    output.on('error', () => {})
  }

  session(id: string): DevtoolsSession {
    const known = this.#sessions.get(id)
    if (known) return known
    const session = new DevtoolsSession(this, id)
    this.#sessions.set(id, session)
    return session
  }

  detach(id: string): void {
    this.#sessions.get(id)?.detach()
    this.#sessions.delete(id)
  }

  post(waiting: Waiting, params: unknown, sessionId: string | undefined): void {
    this.#lastId += 1
    this.#waiting.set(this.#lastId, waiting)
    this.#output.write(`${JSON.stringify({ id: this.#lastId, method: waiting.method, params, sessionId })}\0`)
  }

  close(): void {
    this.browser.detach()
    for (const session of this.#sessions.values()) session.detach()
    this.#sessions.clear()
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if (message.error) waiting?.reject(new DevtoolsError(`${waiting.method}: ${message.error.message}`))
      else waiting?.resolve(message.result)
    } else if (message.method) {
      const session = message.sessionId === undefined ? this.browser : this.session(message.sessionId)
      session.receive(message.method, message.params)
    }
  }
}
