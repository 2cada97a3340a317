// utilityProcess: a process of plain Node beside the app, which ends with it.
import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { isAbsolute } from 'node:path'
import type { ForkOptions } from 'electron'
import { isReady } from './lifecycle.ts'
import { notInTheStandIn, refuseUnknownKeys, StrictEmitter, sealPrototype, strictly } from './strict.ts'

const parentPort = new URL('./parent-port.ts', import.meta.url).href

class UtilityProcess extends StrictEmitter {
  readonly stdout = null
  readonly stderr = null
  readonly #child: ChildProcess
  #isOver = false

  constructor(child: ChildProcess) {
    super('UtilityProcess', ['spawn', 'message', 'exit'])
    this.#child = child
    child.on('spawn', () => this.emit('spawn'))
    child.on('message', message => this.emit('message', message))
    const end = (code: number) => {
      if (this.#isOver) return
      this.#isOver = true
      this.emit('exit', code)
    }
    child.on('exit', code => end(code ?? 1))
    child.on('error', () => end(1))
  }

  /** Undefined before it has begun and after it has ended. */
  get pid(): number | undefined {
    return this.#isOver ? undefined : this.#child.pid
  }

  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw notInTheStandIn('UtilityProcess.postMessage with ports')
    // What cannot be cloned throws here, and not on the other side.
    const cloned = structuredClone(message) as Serializable
    if (this.#child.connected) this.#child.send(cloned, () => undefined)
  }

  /** False where it has ended already. */
  kill(): boolean {
    return !this.#isOver && this.#child.kill('SIGTERM')
  }
}
sealPrototype('UtilityProcess', UtilityProcess)

export const utilityProcess = strictly('utilityProcess', {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) => {
    if (!isReady()) throw new TypeError('utilityProcess cannot be created before app is ready.')
    if (!modulePath) throw new Error('Missing UtilityProcess entry script.')
    if (!isAbsolute(modulePath)) throw notInTheStandIn(`a utility process of a relative path (${modulePath})`)
    refuseUnknownKeys('utilityProcess option', options, ['env', 'execArgv', 'serviceName', 'stdio'])
    const { env = process.env, execArgv = [], stdio = 'inherit' } = options
    if (stdio !== 'ignore' && stdio !== 'inherit') throw notInTheStandIn(`utilityProcess stdio ${stdio}`)
    const child = fork(modulePath, [...args], {
      ...(process.env.CHROMIUM_ELECTRON_NODE && { execPath: process.env.CHROMIUM_ELECTRON_NODE }),
      env: { ...env },
      // Electron's own switches are not Node's.
      execArgv: [`--import=${parentPort}`, ...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    return new UtilityProcess(child)
  },
})
