// Makes `process` look as it does in Electron's main process.
import childProcess, { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from '../../scripts/setup/browser.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/** The version of Electron whose API the stand-in stands for. */
export const electronVersion = (
  JSON.parse(readFileSync(join(here, '../../node_modules/electron/package.json'), 'utf8')) as {
    version: string
  }
).version

let chromiumVersion: string | undefined

/** What the running Chromium says of itself. */
export function setChromiumVersion(version: string): void {
  chromiumVersion = version
}

function askChromium(): string {
  const said = execFileSync(findBrowser() ?? 'chromium', ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return /[0-9]+(\.[0-9]+)+/.exec(said)?.[0] ?? '0.0.0.0'
}

/** Sets argv, versions, type and the rest; `args` are those after the executable. */
export function describeProcess(args: readonly string[]): void {
  const executable = join(here, 'electron')
  const node = process.execPath
  const versions = { ...process.versions, electron: electronVersion }
  Object.defineProperty(versions, 'chrome', {
    enumerable: true,
    get: () => {
      chromiumVersion ??= askChromium()
      return chromiumVersion
    },
  })
  process.argv = [executable, ...args]
  process.execPath = executable
  // Where the app asks for its own executable it gets the stand-in; forked scripts still run in plain Node.
  const { fork } = childProcess
  childProcess.fork = ((path: string, ...rest: unknown[]) => {
    const at = rest.findIndex(
      argument => typeof argument === 'object' && argument !== null && !Array.isArray(argument),
    )
    const options = (at >= 0 ? rest[at] : {}) as childProcess.ForkOptions
    const list = rest.find(argument => Array.isArray(argument)) as readonly string[] | undefined
    return fork(path, list ?? [], { execPath: node, ...options })
  }) as typeof fork
  syncBuiltinESMExports()
  Object.defineProperties(process, {
    versions: { value: Object.freeze(versions), enumerable: true, configurable: true },
    type: { value: 'browser', enumerable: true },
    defaultApp: { value: true, enumerable: true },
    resourcesPath: { value: join(here, 'resources'), enumerable: true, configurable: true },
  })
  process.env.CHROMIUM_ELECTRON_NODE = node
}
