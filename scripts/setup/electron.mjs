// Electron's binary, which its package downloads from elsewhere: on locked-down machines that is refused.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { electronBinary, electronRefused } from '../executable.mjs'
import { projectNode } from './packages.mjs'
import { run } from './run.mjs'

/** Whether the binary is neither there nor known to be out of reach. @param {string} root */
export function needsElectron(root) {
  return electronBinary(root) === undefined && !existsSync(join(root, electronRefused))
}

/**
 * Tries once; a refusal is remembered and never stops anything, since Chromium with the stand-in does the same work.
 * @param {string} root
 * @param {(line: string) => void} say
 */
export async function fetchElectron(root, say) {
  say("Fetching Electron's binary …")
  const install = join(root, 'node_modules/electron/install.js')
  const fetched = await run(projectNode(root), [install], { cwd: root, timeout: 60_000 })
  const binary = electronBinary(root)
  if (fetched.code !== 0 || !binary) {
    remember(root, fetched.output.trim() || 'no answer within a minute')
    say("Electron's binary could not be downloaded; using Chromium with the stand-in.")
    return
  }
  // As Node it needs no display, and yet every library that it is linked to.
  const started = await run(binary, ['--version'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 30_000,
  })
  if (started.code !== 0) {
    remember(root, started.output.trim() || 'does not start')
    say("Electron's binary does not start on this machine; using Chromium with the stand-in.")
  }
}

/** @param {string} root @param {string} reason */
function remember(root, reason) {
  mkdirSync(dirname(join(root, electronRefused)), { recursive: true })
  writeFileSync(join(root, electronRefused), `${reason}\n`)
}
