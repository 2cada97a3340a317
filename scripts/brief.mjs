// `npm run -s brief -- <command>`: the app's requests from a terminal.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findExecutable, launchSwitches, projectRoot } from './executable.mjs'
import { sayOnStderr, setUp } from './setup/set-up.mjs'

const args = process.argv.slice(2)
const prints = ['export', 'make'].includes(args[0] ?? '') && !args.includes('--help')
try {
  if (prints) await setUp('window', projectRoot, sayOnStderr)
  const { path, isStandIn } = findExecutable()
  process.env.DISPATCH_BOX_EXECUTABLE ??= path
  const isOurs = process.env.DISPATCH_BOX_EXECUTABLE === path
  const switches = launchSwitches({ isStandIn: isStandIn && isOurs }, true)
  process.env.DISPATCH_BOX_SWITCHES ??= switches.join(' ')
  await import(pathToFileURL(join(projectRoot, 'out/main/cli.js')).href)
} catch (error) {
  sayOnStderr(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
