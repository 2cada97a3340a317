// What the executable runs in Node: reads the command line, shadows `electron`, and loads the app.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBrowser } from '../../scripts/setup/browser.mjs'
import { readInvocation, readSwitches } from './command-line.ts'
import { describeProcess, electronVersion } from './electron-process.ts'
import { unpackArchive } from './unpack-archive.ts'

const names = new Set(['electron', 'electron/main', 'electron/common'])

function shadowElectron(): void {
  const url = new URL('./electron.ts', import.meta.url).href
  registerHooks({
    resolve(specifier, context, nextResolve) {
      return names.has(specifier) ? { url, shortCircuit: true } : nextResolve(specifier, context)
    },
  })
}

interface Application {
  readonly path: string
  readonly main: string
  readonly name: string
  readonly version: string
}

function findApplication(given: string): Application {
  const path = resolve(given)
  const folder = path.endsWith('.asar') && existsSync(path) ? unpackArchive(path) : path
  const description = join(folder, 'package.json')
  if (!existsSync(description)) {
    const main =
      existsSync(path) && statSync(path).isFile() ? path : createRequire(import.meta.url).resolve(path)
    return { path: dirname(main), main, name: 'Electron', version: electronVersion }
  }
  const { name, productName, version, main } = JSON.parse(readFileSync(description, 'utf8')) as Record<
    string,
    string | undefined
  >
  return {
    path,
    main: join(folder, main ?? 'index.js'),
    name: productName ?? name ?? 'Electron',
    version: version ?? '',
  }
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

async function run(): Promise<void> {
  const args = process.argv.slice(2)
  const invocation = readInvocation(args)
  if (invocation.version) {
    process.stdout.write(`v${electronVersion}\n`)
    return
  }
  if (!invocation.appPath) fail('Usage: electron [switches] <app folder or main file> [arguments]')
  readSwitches(args)
  describeProcess(args)
  shadowElectron()

  let application: Application
  try {
    application = findApplication(invocation.appPath)
    if (!existsSync(application.main)) throw new Error(`${application.main} does not exist`)
  } catch (error) {
    fail(
      `Unable to find Electron app at ${resolve(invocation.appPath)}: ${error instanceof Error ? error.message : error}`,
    )
  }
  const chromium = findBrowser()
  if (!chromium) {
    fail(
      'No Chromium was found on this machine: install one (chromium, google-chrome or microsoft-edge), or name it in CHROMIUM_PATH.',
    )
  }

  const { app } = await import('./app.ts')
  app.describe(application)
  const require = createRequire(pathToFileURL(join(process.cwd(), 'index.js')))
  for (const module of invocation.preloadedModules) require(module)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())

  const reminder = setTimeout(() => {
    console.error(
      "The main module is still loading, and 'ready' waits for it: does it await app.whenReady() at its top level?",
    )
  }, 5000)
  await import(pathToFileURL(application.main).href)
  clearTimeout(reminder)
  await app.start(chromium)
}

run().catch(error => {
  console.error(error)
  process.exit(1)
})
