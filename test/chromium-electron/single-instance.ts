// One instance per user-data folder: the first listens on a socket, the next ones tell it their arguments.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SecondInstance {
  readonly argv: string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

let server: Server | undefined

function socketFor(userData: string): string {
  const digest = createHash('sha256')
    .update(`${process.getuid?.() ?? 0} ${userData}`)
    .digest('hex')
    .slice(0, 24)
  // Linux has sockets without a file, which the kernel lets go of with the process; elsewhere a file may stay behind.
  return process.platform === 'linux'
    ? `\0chromium-electron-${digest}`
    : join(tmpdir(), `chromium-electron-${digest}.sock`)
}

// Runs in a process of its own, because the caller has to know synchronously whether somebody heard it.
const messenger = `
const [address, message] = process.argv.slice(1)
const socket = require('node:net').connect(decodeURIComponent(address), () => socket.end(message))
socket.on('error', () => process.exit(1))
socket.on('data', () => process.exit(0))
setTimeout(() => process.exit(1), 5000)
`

function tellFirst(address: string, message: string): boolean {
  const node = process.env.CHROMIUM_ELECTRON_NODE ?? process.argv0
  const told = spawnSync(node, ['-e', messenger, encodeURIComponent(address), message], { stdio: 'ignore' })
  return told.status === 0
}

function listen(address: string, heard: (second: SecondInstance) => void): boolean {
  const candidate = createServer({ allowHalfOpen: true }, socket => {
    let text = ''
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    socket.on('error', () => {})
    socket.on('end', () => {
      socket.end('heard')
      heard(JSON.parse(text) as SecondInstance)
    })
  })
  candidate.on('error', () => {})
  // A pipe is bound before listen returns.
  candidate.listen(address)
  if (!candidate.listening) return false
  candidate.unref()
  server = candidate
  return true
}

/** True where this process is the first; otherwise the first has been told of `second`. */
export function takeInstanceLock(
  userData: string,
  second: SecondInstance,
  heard: (second: SecondInstance) => void,
): boolean {
  if (server) return true
  const address = socketFor(userData)
  if (listen(address, heard)) return true
  if (tellFirst(address, JSON.stringify(second))) return false
  if (process.platform !== 'linux') rmSync(address, { force: true })
  return listen(address, heard)
}

export function hasInstanceLock(): boolean {
  return server !== undefined
}

export function releaseInstanceLock(): void {
  server?.close()
  server = undefined
}
