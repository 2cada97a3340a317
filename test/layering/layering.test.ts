import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { projectRoot } from '../../scripts/executable.mjs'
import { importsOf } from './imports.ts'
import { readModuleGraph } from './module-graph.ts'
import { violations } from './rules.ts'

test('no import of the product enters a room that it may not', () => {
  const graph = readModuleGraph(projectRoot)
  expect(graph.size).toBeGreaterThan(20)
  expect(violations(graph)).toEqual([])
})

test('every way of importing is seen, and which take types alone', () => {
  const text = [
    "import { a, type B } from './a.ts'",
    "import type { C } from './c.ts'",
    "import { type D } from './d.ts'",
    "import './e.css'",
    "export * from './f.ts'",
    "export { g } from './g.ts'",
    "export type { H } from './h.ts'",
    "type I = import('./i.ts').I",
    "await import('./j.ts')",
    "require('./k.cjs')",
    "new Worker(new URL('./l.ts', import.meta.url))",
    "new URL('./page', 'app://window')",
    'await import(name)',
  ].join('\n')
  expect(importsOf('all.ts', text).map(({ specifier, isType }) => [specifier, isType])).toEqual([
    ['./a.ts', false],
    ['./c.ts', true],
    ['./d.ts', false],
    ['./e.css', false],
    ['./f.ts', false],
    ['./g.ts', false],
    ['./h.ts', true],
    ['./i.ts', true],
    ['./j.ts', false],
    ['./k.cjs', false],
    ['./l.ts', false],
    [null, false],
  ])
})

describe('a tree of modules', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'dispatch-box-layering-'))
    write({
      'main/main.ts':
        "import { app } from 'electron'\nimport './shell/window.ts'\nimport './requests/note.ts'",
      'main/preload.ts': "import { ipcRenderer } from 'electron'",
      'main/cli.ts': "import './requests/note.ts'",
      'main/shell/window.ts': "import { BrowserWindow } from 'electron/main'",
      'main/requests/note.ts': "import '../library/records.ts'\nimport '../capture/text.ts'",
      'main/library/records.ts': "import 'node:fs'\nimport '../../shared/model/record.ts'",
      'main/capture/text.ts': "import { createHash } from 'crypto'",
      'renderer/main.tsx':
        "import 'preact'\nimport type { R } from '../shared/model/record.ts'\nimport '../shared/anchor.ts'",
      'shared/model/record.ts': "import * as z from 'zod'",
      'shared/anchor.ts': "import type { R } from './model/record.ts'",
      'shared/dates/format-edtf.ts': '',
      'renderer/ui/dates-and-numbers.ts': "import '../../shared/dates/format-edtf.ts'",
      'test/fake.ts': '',
      'vitest.config.ts': '',
      'scripts/tool.mjs': '',
    })
  })

  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })

  function write(files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
  }

  test('that keeps every rule has no violations', () => {
    expect(violations(readModuleGraph(root))).toEqual([])
  })

  const sharedSays = 'shared/ imports nothing but shared/ and its few pure libraries'
  const mainSays = 'main/ imports main/, shared/ and resources/ alone'
  const rendererSays = 'renderer/ imports renderer/, shared/ and resources/ alone'
  const electronSays = 'only main/start.ts, main/main.ts, main/preload.ts and main/shell/ import electron'
  const requestsSay = 'main/requests/ knows library, capture, finder, search and its ports, never the shell'
  const librarySays =
    'main/library/, main/capture/, main/exchange/, main/finder/ and main/search/ know neither the requests nor the shell'
  const datesSay =
    'the window says dates by renderer/ui/dates-and-numbers.ts, as is preferred; but for words of a brief'
  const zodSays = 'zod compiles with `new Function`, which the window refuses: take its types alone'

  test.each([
    ['shared/a.ts', "import '../main/library/records.ts'", `main/library/records.ts: ${sharedSays}`],
    ['shared/a.ts', "import type { W } from '../renderer/main.tsx'", `renderer/main.tsx: ${sharedSays}`],
    ['shared/a.ts', "import 'node:path'", `node:path: ${sharedSays}`],
    ['shared/a.ts', "import 'path'", `path: ${sharedSays}`],
    ['shared/a.ts', "import 'preact'", `preact: ${sharedSays}`],
    ['shared/a.ts', "import '../test/fake.ts'", `test/fake.ts: ${sharedSays}`],
    ['main/a.ts', "import '../renderer/main.tsx'", `renderer/main.tsx: ${mainSays}`],
    ['main/a.ts', "import '../test/fake.ts'", `test/fake.ts: ${mainSays}`],
    ['main/a.ts', "await import('../scripts/tool.mjs')", `scripts/tool.mjs: ${mainSays}`],
    ['main/a.ts', "import '../vitest.config.ts'", `./vitest.config.ts: ${mainSays}`],
    ['main/a.ts', "import type { App } from 'electron'", `electron: ${electronSays}`],
    ['main/library/a.ts', "require('electron')", `electron: ${electronSays}`],
    ['main/library/a.ts', "import '../requests/note.ts'", `main/requests/note.ts: ${librarySays}`],
    ['main/capture/a.ts', "import '../shell/window.ts'", `main/shell/window.ts: ${librarySays}`],
    ['main/search/a.ts', "import '../requests/note.ts'", `main/requests/note.ts: ${librarySays}`],
    ['main/requests/a.ts', "export * from '../shell/window.ts'", `main/shell/window.ts: ${requestsSay}`],
    [
      'renderer/a.ts',
      "import type { R } from '../main/library/records.ts'",
      `main/library/records.ts: ${rendererSays}`,
    ],
    ['renderer/a.ts', "import '../scripts/tool.mjs'", `scripts/tool.mjs: ${rendererSays}`],
    ['renderer/a.ts', "import 'fs/promises'", 'fs: renderer/ runs in a window, where there is no Node'],
    ['renderer/a.ts', "import '../shared/dates/format-edtf.ts'", `shared/dates/format-edtf.ts: ${datesSay}`],
    ['renderer/a.ts', "import 'electron/renderer'", `electron: ${electronSays}`],
  ])('is found out where %s says %s', (file, text, message) => {
    write({ [file]: `\n${text}` })
    expect(violations(readModuleGraph(root))).toEqual([`${file}:2 imports ${message}`])
  })

  test('is found out where the window takes a schema by way of another module', () => {
    write({
      'renderer/a.ts': "import '../shared/requests.ts'",
      'shared/requests.ts': "import { type R } from './model/record.ts'",
    })
    expect(violations(readModuleGraph(root))).toEqual([
      `renderer/a.ts → shared/requests.ts → shared/model/record.ts → zod: ${zodSays}`,
    ])
  })

  test('is found out where the terminal would start Electron', () => {
    write({ 'main/cli.ts': "import './shell/window.ts'" })
    expect(violations(readModuleGraph(root))).toEqual([
      'main/cli.ts → main/shell/window.ts → electron: the terminal runs in plain Node',
    ])
  })

  test('is found out where the preload takes in something of Node', () => {
    write({ 'main/preload.ts': "import './capture/text.ts'" })
    expect(violations(readModuleGraph(root))).toEqual([
      'main/preload.ts → main/capture/text.ts → crypto: a sandboxed preload has no Node',
    ])
  })

  test('is found out where imports run in a circle, and each circle is told once', () => {
    write({
      'shared/a.ts': "import './b.ts'",
      'shared/b.ts': "import type { C } from './c.ts'",
      'shared/c.ts': "export * from './a.ts'",
    })
    expect(violations(readModuleGraph(root))).toEqual([
      'shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts: a circle of imports',
    ])
  })

  test('is found out where a name is only known at run time', () => {
    write({ 'main/a.ts': 'await import(name)' })
    expect(violations(readModuleGraph(root))).toEqual([
      'main/a.ts:1 imports what only the running code knows: name it',
    ])
  })

  test('cannot be read where an import names no file', () => {
    write({ 'main/a.ts': "import './gone.ts'" })
    expect(() => readModuleGraph(root)).toThrow('main/a.ts imports ./gone.ts, which is not there')
  })
})
