// Everything a command needs before it can run; nothing is done twice, and nothing is said where nothing is done.
import { join } from 'node:path'
import { findExecutable } from '../executable.mjs'
import { findBrowser, installBrowser } from './browser.mjs'
import { build, needsBuild } from './build.mjs'
import { fetchElectron, needsElectron } from './electron.mjs'
import { withLock } from './lock.mjs'
import { installPackages, needsPackages } from './packages.mjs'

/**
 * - packages: node_modules alone
 * - app: and the built app
 * - window: and something to show it with, Electron or a browser for the stand-in
 * - browser: and a browser even where Electron is installed, for the tests of the stand-in
 * @typedef {'packages' | 'app' | 'window' | 'browser'} Extent
 */

/** @param {Extent} extent @param {string} root */
function stepsFor(extent, root) {
  const packages = { isNeeded: () => needsPackages(root), do: installPackages }
  const app = { isNeeded: () => needsBuild(root), do: build }
  const electron = { isNeeded: () => needsElectron(root), do: fetchElectron }
  const browser = {
    isNeeded: () => (extent === 'browser' || findExecutable(root).isStandIn) && !findBrowser(),
    do: (/** @type {string} */ _root, /** @type {(line: string) => void} */ say) => installBrowser(say),
  }
  if (extent === 'packages') return [packages]
  if (extent === 'app') return [packages, app]
  return [packages, app, electron, browser]
}

/**
 * Makes ready what the extent names. Throws, with a sentence for the person, where it cannot.
 * @param {Extent} extent
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function setUp(extent, root, say) {
  const steps = stepsFor(extent, root)
  if (!steps.some(step => step.isNeeded())) return
  await withLock(join(root, '.cache/setup.lock'), say, async () => {
    // Asked again: whoever held the lock before may have done it.
    for (const step of steps) if (step.isNeeded()) await step.do(root, say)
  })
}

/** @param {string} line */
export function sayOnStderr(line) {
  process.stderr.write(`${line}\n`)
}
