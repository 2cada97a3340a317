// `npm run proof:package`: the end-to-end tests on the packed app.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from './executable.mjs'

const help = `npm run proof:package [-- options]

Runs end-to-end tests from the app.asar that \`npm run package -- --dir\` has made, on Electron where its binary is installed, else in the
stand-in, which unpacks it into a folder that holds nothing else. (Commands of a terminal are run from the project.)

  --app FILE   another app.asar
  --all        every end-to-end test, and not only those of the window, of writing and of export`

const { values } = parseArgs({
  options: { app: { type: 'string' }, all: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help) {
  console.log(help)
  process.exit()
}
const unpacked = [
  'linux-unpacked/resources',
  'linux-arm64-unpacked/resources',
  'mac-universal/Dispatch Box.app/Contents/Resources',
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
