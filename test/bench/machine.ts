import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { findExecutable } from '../../scripts/executable.mjs'
import { findBrowser } from '../../scripts/setup/browser.mjs'

/** What the figures were measured on, in one line. */
export function machine(): string {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const browser = findBrowser()
  const version = browser
    ? execFileSync(browser, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    : 'no Chromium'
  const executable = findExecutable().isStandIn ? 'the stand-in' : 'Electron'
  const system = `${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model.trim() ?? 'CPU'}, ${memory}`
  return `${system}, Node ${process.versions.node}, ${version}, ${executable}`
}
