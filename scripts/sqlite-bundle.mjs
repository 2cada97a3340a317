// SQLite as WebAssembly, for a Node whose own has no full-text index.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What each of its files is called beside the bundle: a package of modules takes `.js` for one. */
const files = {
  'node-sqlite3-wasm.js': 'node-sqlite3-wasm.cjs',
  'node-sqlite3-wasm.wasm': 'node-sqlite3-wasm.wasm',
}

/**
 * A Vite plugin that puts it beside the bundle: it is loaded from there only where it is needed, and finds its code by its own place.
 * @returns {import('vite').Plugin}
 */
export function sqliteBundle() {
  const folder = dirname(createRequire(import.meta.url).resolve('node-sqlite3-wasm'))
  return {
    name: 'sqlite-bundle',
    generateBundle() {
      for (const [from, fileName] of Object.entries(files))
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(folder, from)) })
    },
  }
}
