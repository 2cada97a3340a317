// Nothing that reads a file has anything to fetch; a library that tries is told so.
import { Socket } from 'node:dgram'
import { Socket as Connection } from 'node:net'

/** Makes every connection of this thread throw, by fetch, HTTP, TLS or plain sockets. It is no wall against foreign machine code. */
export function forbidNetwork(): void {
  const refuse = () => {
    throw new Error('Nothing is fetched while a file is read')
  }
  Connection.prototype.connect = refuse
  Socket.prototype.send = refuse
  Socket.prototype.connect = refuse
  Object.assign(globalThis, { fetch: async () => refuse(), WebSocket: refuse, EventSource: refuse })
}
