// The built app in out/: is it of today's sources, and if not, electron-vite.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectNode } from './packages.mjs'
import { run } from './run.mjs'

const sources = [
  'main',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/** Lists the sources that out/ was built from. */
export const builtFrom = 'out/built-from.txt'

/**
 * One line for each file that the build reads, with its size and the time of its last change: enough to tell
 * that something changed without reading anything.
 * @param {string} root
 */
export function sourceListing(root) {
  /** @type {string[]} */
  const lines = []
  /** @param {string} path */
  const visit = path => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    if (stat?.isFile()) lines.push(`${path} ${stat.size} ${stat.mtimeMs}`)
    if (stat?.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`)
  }
  for (const path of sources) visit(path)
  return lines.join('\n')
}

/** @param {string} root */
export function needsBuild(root) {
  const file = join(root, builtFrom)
  return !existsSync(file) || readFileSync(file, 'utf8') !== sourceListing(root)
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function build(root, say) {
  say('Building the app into out/ (electron-vite) …')
  // Listed before the build: what changes while it runs is built again next time.
  const listing = sourceListing(root)
  rmSync(join(root, builtFrom), { force: true })
  const done = await run(
    projectNode(root),
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'],
    { cwd: root },
  )
  if (done.code !== 0)
    throw new Error(`The app could not be built. electron-vite says:\n${done.output.trim()}`)
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(join(root, builtFrom), listing)
}
