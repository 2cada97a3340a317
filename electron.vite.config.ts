import { resolve } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'postcss'
import { dictionariesBundle } from './scripts/dictionaries-bundle.mjs'
import { licencesBundle } from './scripts/licences-bundle.mjs'
import { pagerBundle } from './scripts/pager-bundle.mjs'
import { pdfjsBundle } from './scripts/pdfjs-bundle.mjs'
import { sqliteBundle } from './scripts/sqlite-bundle.mjs'

const at = (path: string) => resolve(import.meta.dirname, path)

/** Every Chromium reads woff2; the older woff that fontsource names beside it would double the fonts in the app. */
const woff2Only: Plugin = {
  postcssPlugin: 'woff2-only',
  AtRule: {
    'font-face': rule => {
      rule.walkDecls('src', source => {
        source.value = source.value.replace(/,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g, '')
      })
    },
  },
}

export default defineConfig({
  main: {
    plugins: [pdfjsBundle(), pagerBundle(), dictionariesBundle(), sqliteBundle()],
    build: {
      outDir: 'out/main',
      // Everything is bundled: the packaged app carries no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: at('main/start.ts'),
          cli: at('main/cli.ts'),
          'backup-thread': at('main/library/backup-thread.ts'),
          'finder-thread': at('main/finder/finder-thread.ts'),
          'search-thread': at('main/search/search-thread.ts'),
          'capture-process': at('main/capture/process/capture-process.ts'),
        },
        external: ['electron'],
        // Beside each other, as they find their files from where they are.
        output: {
          chunkFileNames: '[name]-[hash].js',
          // Less to read at a start; names stay, so that a fault can be told by where it was.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      // A sandboxed preload is one CommonJS file.
      rollupOptions: {
        input: { preload: at('main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    resolve: { alias: { 'temporal-polyfill': at('renderer/bridge/chromium-temporal.ts') } },
    plugins: [preact(), licencesBundle()],
    css: { postcss: { plugins: [woff2Only] } },
    build: {
      outDir: 'out/renderer',
      // The window starts sooner with less to parse.
      minify: true,
      // Fonts stay files: the content security policy allows no data: fonts.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: at('renderer/index.html'), document: at('renderer/document.html') } },
    },
  },
})
