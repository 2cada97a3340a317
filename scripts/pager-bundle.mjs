// The code that breaks a brief into pages, as one text that main runs in the page it prints.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const name = 'virtual:pager'
const entry = fileURLToPath(new URL('../renderer/paging/page-brief.ts', import.meta.url))

/**
 * A Vite plugin that gives `virtual:pager`, whose `script` makes the global `pager`.
 * @returns {import('vite').Plugin}
 */
export function pagerBundle() {
  return {
    name: 'pager-bundle',
    resolveId: id => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null
      const built = await build({
        configFile: false,
        logLevel: 'silent',
        build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'pager' } },
      })
      const [output] = Array.isArray(built) ? built : [built]
      const chunk = output && 'output' in output ? output.output[0] : null
      if (!chunk) throw new Error('The pager was not built.')
      return `export const script = ${JSON.stringify(chunk.code)}`
    },
  }
}
