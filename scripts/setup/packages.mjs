// The packages in node_modules: are they those of the lock file, and if not, `npm ci`.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * Whether what npm says it installed differs from the lock file. npm keeps its own list of what stands in
 * node_modules and writes it last, so an interrupted install is seen too, and one done by hand is believed.
 * @param {string} root
 */
export function needsPackages(root) {
  const wanted = lockedPackages(join(root, 'package-lock.json'))
  const installed = lockedPackages(join(root, 'node_modules/.package-lock.json'))
  if (!wanted)
    throw new Error(
      'package-lock.json is missing or cannot be read. Restore it with `git checkout package-lock.json`.',
    )
  if (!installed || !existsSync(projectNode(root))) return true
  return Object.entries(wanted).some(([path, locked]) => {
    if (path === '' || locked.link) return false
    const found = installed[path]
    // Packages for other platforms are locked too and rightly left out.
    if (!found) return !locked.optional
    return found.version !== locked.version || found.integrity !== locked.integrity
  })
}

/** The Node that the project runs on, from the `node` package, whatever the machine has. @param {string} root */
export function projectNode(root) {
  return join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function installPackages(root, say) {
  say('Installing the packages of package-lock.json into node_modules (npm ci) …')
  const done = await npm(root, ['ci'])
  if (done.code !== 0)
    throw new Error(`The packages could not be installed. npm says:\n${done.output.trim()}`)
  if (!existsSync(projectNode(root))) {
    throw new Error(
      'The package `node` came without its program: npm is set not to run install scripts. Run `npm rebuild node --ignore-scripts=false`.',
    )
  }
}

/** @param {string} root @param {string[]} args */
function npm(root, args) {
  // npm says to its scripts where it is; run by hand, the one on the PATH serves.
  const program = process.env.npm_execpath
  const [command, first] = program?.endsWith('.js') ? [process.execPath, [program]] : ['npm', []]
  const isShellNeeded = command === 'npm' && process.platform === 'win32'
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  return run(command, [...first, ...args, ...quiet], { cwd: root, shell: isShellNeeded })
}

/** @param {string} file @returns {Record<string, LockedPackage> | undefined} */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
