import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { findExecutable, projectRoot } from '../../scripts/executable.mjs'
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

/** Those of npm's packages that something of ours is held against. */
const peers = ['minisearch', 'marked', '@codemirror/view', 'compromise', 'pagedjs']

/** The versions of what is measured against, by its name. */
export function versions(): Record<string, string> {
  const written = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const pinned: Record<string, string> = { ...written.dependencies, ...written.devDependencies }
  const database = new DatabaseSync(':memory:')
  const sqlite = String(database.prepare('SELECT sqlite_version() AS version').get()?.version)
  database.close()
  return { SQLite: sqlite, ...Object.fromEntries(peers.map(name => [name, pinned[name] ?? 'not installed'])) }
}

/** The same in one line. */
export function versionLine(): string {
  return Object.entries(versions())
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')
}
