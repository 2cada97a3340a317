// `npm run proof:package`: end-to-end tests from the app.asar that `npm run package -- --dir` has made.
//   --app FILE   another app.asar
//   --all        every end-to-end test, and not only those of the main job, the window, writing and export
// On Electron where its binary is installed, else in the stand-in, which unpacks it into a folder that holds nothing else. Commands of a
// terminal are run from the project even so.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from './executable.mjs'
import { helpIfAsked } from './help.mjs'

helpIfAsked(import.meta.url)

const { values } = parseArgs({
  options: { app: { type: 'string' }, all: { type: 'boolean' } },
})
const unpacked = [
  'linux-unpacked/resources',
  'linux-arm64-unpacked/resources',
  'mac-universal/Dispatch Box.app/Contents/Resources',
  'mac-arm64/Dispatch Box.app/Contents/Resources',
  'mac/Dispatch Box.app/Contents/Resources',
  'win-unpacked/resources',
]
const archive = values.app
  ? resolve(process.env.INIT_CWD ?? '.', values.app)
  : unpacked.map(folder => join(projectRoot, 'dist', folder, 'app.asar')).find(file => existsSync(file))
if (!archive || !existsSync(archive)) {
  console.error('There is no packed app: run `npm run package -- --dir` first, or name one with --app FILE.')
  process.exit(1)
}
console.log(`From ${archive} (${(statSync(archive).size / 1e6).toFixed(1)} MB)`)
const core = ['main-job', 'window', 'writing', 'export'].map(name => `end-to-end/${name}.spec.ts`)
const { status } = spawnSync('playwright', ['test', ...(values.all ? [] : core)], {
  cwd: projectRoot,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, DISPATCH_BOX_APP: archive },
})
process.exitCode = status ?? 1
