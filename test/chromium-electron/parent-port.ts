// Runs first in a utility process: what Electron has there instead of Node's channel to its parent.
import { isMainThread } from 'node:worker_threads'
import { StrictEmitter, sealPrototype } from './strict.ts'

class ParentPort extends StrictEmitter {
  readonly #send: (message: unknown) => void
  #isHeard = false

  constructor(send: (message: unknown) => void) {
    super('parentPort', ['message'])
    this.#send = send
  }

  /** What comes before anybody listens waits until somebody does. */
  hear(): void {
    if (this.#isHeard) return
    this.#isHeard = true
    process.on('message', data => this.emit('message', { data, ports: [] }))
  }

  postMessage(message: unknown): void {
    this.#send(structuredClone(message))
  }
}
sealPrototype('parentPort', ParentPort)

if (isMainThread) {
  const send = process.send?.bind(process)
  const port = new ParentPort(message => void send?.(message, undefined, undefined, () => undefined))
  for (const name of ['on', 'once', 'addListener'] as const) {
    const listen = port[name]
    Object.defineProperty(port, name, {
      value: (event: 'message', listener: (...args: unknown[]) => void) => {
        listen.call(port, event, listener)
        port.hear()
        return port
      },
    })
  }
  Object.defineProperties(process, {
    parentPort: { value: port, enumerable: true },
    type: { value: 'utility', enumerable: true },
    send: { value: undefined },
  })
  process.on('disconnect', () => process.exit(0))
}
