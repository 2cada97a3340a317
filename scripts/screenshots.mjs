// `npm run screenshots`: every screen that the end-to-end tests keep, light and dark and in two sizes, in out/screenshots.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './executable.mjs'
import { helpIfAsked } from './help.mjs'

helpIfAsked(import.meta.url)

const folder = join(projectRoot, 'test/end-to-end')
const specs = readdirSync(folder)
  .filter(name => name.endsWith('.spec.ts'))
  .filter(name => /\bkeepScreen(shot)?\(/.test(readFileSync(join(folder, name), 'utf8')))
// None is left of a screen that there is no more.
rmSync(join(projectRoot, 'out/screenshots'), { recursive: true, force: true })
const { status } = spawnSync('playwright', ['test', ...specs.map(name => `end-to-end/${name}`)], {
  cwd: projectRoot,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
