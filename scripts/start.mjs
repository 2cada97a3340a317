// `npm start`: opens the app in a window.
//   --library DIR         another library than the app's own
//   --user-data-dir DIR   another folder for settings, log and backups
//   --headless            no window on a screen, for programs that look on
//   FILE…                 files to open
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { resolvePaths } from './caller-paths.mjs'
import { findExecutable, isWithoutDisplay, launchSwitches, projectRoot } from './executable.mjs'
import { helpIfAsked } from './help.mjs'

helpIfAsked(import.meta.url)

// npm runs scripts in the project's folder; paths are meant from where it was called.
const args = argumentsOfCaller()
const { path, isStandIn } = findExecutable()
const isHeadless = args.includes('--headless') || process.env.DISPATCH_BOX_HEADLESS === '1'

if (isWithoutDisplay() && !isHeadless) {
  process.stderr.write(
    'There is no display to open a window on: use `npm run -s brief -- --help` for the same work without a window, `npm test` for the tests, or `xvfb-run npm start`.\n',
  )
  process.exit(1)
}
if (isStandIn)
  process.stderr.write("Electron's binary is not installed: opening the app in Chromium with the stand-in.\n")

const switches = launchSwitches({ isStandIn }, isHeadless)
if (switches.includes('--no-sandbox'))
  process.stderr.write('Running as root, where Electron has no sandbox: starting it with --no-sandbox.\n')

const app = spawn(path, [...switches, projectRoot, ...args.filter(word => word !== '--headless')], {
  stdio: 'inherit',
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => app.kill(signal))
app.on('error', error => {
  process.stderr.write(`The app could not be started: ${error.message}\n`)
  process.exitCode = 1
})
app.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))

function argumentsOfCaller() {
  try {
    return resolvePaths(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(2)
  }
}
