// What is in the packed app: all that it needs, and nothing else.
import { join } from 'node:path'
import { extractFile, getRawHeader } from '@electron/asar'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { projectRoot } from '../../../scripts/executable.mjs'
import { setUp } from '../../../scripts/setup/set-up.mjs'
import { archiveIn, packInto } from '../../packed-app.ts'

type Directory = { files: Record<string, Directory | { size: number }> }

/** The paths of all files with their sizes in bytes. */
function filesIn(directory: Directory, path = ''): Map<string, number> {
  return new Map(
    Object.entries(directory.files).flatMap(([name, entry]) =>
      'files' in entry ? [...filesIn(entry, `${path}${name}/`)] : [[`${path}${name}`, entry.size] as const],
    ),
  )
}

const entries = ['main', 'backup-thread', 'finder-thread', 'search-thread', 'capture-process']

describe('app.asar', () => {
  const folder = join(inject('runFolder'), 'packed')
  const archive = archiveIn(folder)
  let files: Map<string, number>
  const text = (path: string) => extractFile(archive, path).toString()
  const under = (path: string) => [...files.keys()].filter(file => file.startsWith(path))

  beforeAll(async () => {
    await setUp('app', projectRoot, () => undefined)
    await packInto(folder)
    files = filesIn(getRawHeader(archive).header as Directory)
  })

  it('has the program, the window, the forms and the sample, and nothing beside them', () => {
    const elsewhere = [...files.keys()].filter(
      file =>
        !/^(?:package\.json|LICENSE|out\/(?:main|preload|renderer)\/.+|resources\/templates\/[^/]+\.md|resources\/sample\/library\/.+)$/.test(
          file,
        ),
    )
    expect(elsewhere).toEqual([])
    const kinds = new Set(under('out/').map(file => /\.[^./]+$/.exec(file)?.[0] ?? file.split('/').at(-1)))
    expect([...kinds].sort()).toEqual(
      [
        '.bcmap',
        '.cjs',
        '.css',
        '.gz',
        '.html',
        '.js',
        '.txt',
        '.wasm',
        '.woff2',
        'LICENSE',
        'license',
      ].sort(),
    )
  })

  it('has no source, test, source map, package or command of a terminal', () => {
    const unwanted =
      /\.(?:tsx?|mjs|map)$|\.test\.|(?:^|\/)(?:node_modules|test|scripts|\.git)\/|^out\/main\/cli\.js$/
    expect([...files.keys()].filter(file => unwanted.test(file))).toEqual([])
    expect(JSON.parse(text('package.json'))).not.toHaveProperty('devDependencies')
  })

  it('has every module of main that another one asks for, and asks for every one that it has', () => {
    const modules = under('out/main/').filter(file => /^out\/main\/[^/]+\.c?js$/.test(file))
    const names = modules.map(file => file.slice('out/main/'.length))
    const asked = new Map(
      modules.map(file => [
        file.slice('out/main/'.length),
        [
          ...text(file).matchAll(
            /(?:from|import|import\(|require\(|new URL\()\s*[`'"](\.\/[^`'"]+\.c?js)[`'"]/g,
          ),
        ].map(([, path = '']) => path.slice(2)),
      ]),
    )
    const missing = [...asked].flatMap(([from, paths]) =>
      paths.filter(path => !names.includes(path)).map(path => `${from}: ${path}`),
    )
    expect(missing).toEqual([])
    const reached = new Set<string>()
    const visit = (name: string) => {
      if (reached.has(name)) return
      reached.add(name)
      for (const next of asked.get(name) ?? []) visit(next)
    }
    for (const entry of entries) visit(`${entry}.js`)
    // Loaded by name where Node's own SQLite has no full-text index.
    visit('node-sqlite3-wasm.cjs')
    expect(names.filter(name => !reached.has(name))).toEqual([])
  })

  it('asks for no package: Node’s own modules and Electron are all that it takes from outside', () => {
    const outside = under('out/')
      .filter(file => /\.c?js$/.test(file))
      .flatMap(file =>
        [...text(file).matchAll(/(?:^|[;}])import(?:[^'"`();]*?from)?\s*['"`]([^.'"`/][^'"`]*)['"`]/g)].map(
          ([, name = '']) => name,
        ),
      )
    expect([...new Set(outside)].filter(name => name !== 'electron' && !name.startsWith('node:'))).toEqual([])
    expect(outside).toContain('electron')
  })

  it('has the files that are read by their names', () => {
    expect(under('resources/templates/')).toHaveLength(7)
    expect(under('resources/sample/library/data/manifest.json')).toHaveLength(1)
    expect(under('out/main/dictionaries/').filter(file => file.endsWith('.trie.gz'))).toHaveLength(4)
    expect(under('out/main/cmaps/').length).toBeGreaterThan(100)
    for (const file of ['out/renderer/index.html', 'out/renderer/document.html', 'out/preload/preload.cjs'])
      expect(files.has(file), file).toBe(true)
  })

  it('is below 25 MB but for the faces of Japanese, Korean and Chinese, and below 45 MB with them', () => {
    const east = [...files].filter(([file]) => /noto-serif-(?:jp|kr|sc)-.*\.woff2$/.test(file))
    const sum = (all: Iterable<readonly [string, number]>) =>
      [...all].reduce((total, [, size]) => total + size, 0)
    expect(sum(files) - sum(east)).toBeLessThan(25e6)
    expect(sum(files)).toBeLessThan(45e6)
  })
})
