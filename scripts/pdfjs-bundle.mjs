// What the bundle of main takes of pdf.js beside its code.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const canvas = 'require("@napi-rs/canvas")'

/**
 * A Vite plugin that puts the character maps of East Asian fonts beside the bundle, in `cmaps/`, and takes out what pdf.js draws with: a
 * native package that reading does without.
 * @returns {import('vite').Plugin}
 */
export function pdfjsBundle() {
  const maps = join(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '../cmaps')
  return {
    name: 'pdfjs-bundle',
    transform(code, id) {
      if (!id.includes('pdfjs-dist') || !code.includes(canvas)) return null
      return { code: code.replaceAll(canvas, 'undefined'), map: null }
    },
    generateBundle() {
      for (const name of readdirSync(maps)) {
        this.emitFile({ type: 'asset', fileName: `cmaps/${name}`, source: readFileSync(join(maps, name)) })
      }
    },
  }
}
