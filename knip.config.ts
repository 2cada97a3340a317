import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  // The page links its style by itself, the stand-in's shell script starts its program, and capture, bench, eval and
  // torture their processes.
  entry: [
    'resources/print/document.css',
    'renderer/bridge/chromium-temporal.ts',
    'renderer/paging/page-brief.ts',
    'test/chromium-electron/{boot,parent-port}.ts',
    'test/main/capture/process/readers-process.ts',
    'test/bench/held-memory.ts',
    'test/bench/typing/bare-editor.ts',
    'test/bench/paper/peers/typst-process.ts',
    'test/eval/tool.ts',
    'test/torture/{writer,saver,stock-writer}.ts',
  ],
  // A peer's style, with the file names of fonts that stand beside it when it is run.
  ignore: ['test/bench/paper/peers/pages.css'],
  project: ['{main,renderer,shared,test,scripts,resources}/**/*.{ts,tsx,mjs,css}', '*.config.ts'],
  // A type may have a name of its own only to be read by it.
  ignoreExportsUsedInFile: { type: true, interface: true },
  // Playwright's own part, whose types of the DevTools protocol stand in no public entry; and what the bench and the check of
  // spelling read as files.
  ignoreDependencies: ['playwright-core', 'pagedjs', '@cspell/dict-.+'],
  // Of the system.
  ignoreBinaries: ['mkfifo', 'mount', 'umount', 'strace', 'xdg-open', 'pdftoppm'],
  compilers: {
    // Style sheets import style sheets, and name fonts of packages.
    css: text =>
      [...text.matchAll(/(?:@import\s+|url\(\s*)["']([^"']+)["']/g)]
        .map(([, path]) => `import ${JSON.stringify(path)}`)
        .join('\n'),
  },
}

export default config
