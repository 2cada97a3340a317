// Run before start, test, brief and the rest, on whatever Node the machine has (18 or newer), without packages.
//   --packages     node_modules alone
//   --no-browser   and the built app
//   --browser      and a browser even where Electron is installed
//   --again        whatever was done before: build, and try Electron's download
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { electronRefused, projectRoot } from './executable.mjs'
import { helpIfAsked } from './help.mjs'
import { builtFrom } from './setup/build.mjs'
import { sayOnStderr, setUp } from './setup/set-up.mjs'

helpIfAsked(import.meta.url)

const has = (/** @type {string} */ flag) => process.argv.includes(flag)

const extent = has('--packages')
  ? 'packages'
  : has('--no-browser')
    ? 'app'
    : has('--browser')
      ? 'browser'
      : 'window'
if (has('--again')) {
  rmSync(join(projectRoot, builtFrom), { force: true })
  if (extent !== 'app') rmSync(join(projectRoot, electronRefused), { force: true })
}
try {
  await setUp(extent, projectRoot, sayOnStderr)
} catch (error) {
  sayOnStderr(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
