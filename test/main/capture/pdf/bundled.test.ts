import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { pdfjsBundle } from '../../../../scripts/pdfjs-bundle.mjs'
import { temporaryFolder } from '../../../temporary-folder.ts'

test('a reader that is bundled, as the packaged app is, reads with nothing beside it but its own files', async () => {
  const folder = temporaryFolder()
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [pdfjsBundle()],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      minify: false,
      rollupOptions: { input: { pdf: resolve('main/capture/pdf/pdf.ts') } },
    },
  })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const program = `
    import { readFileSync } from 'node:fs'
    import { readPdf } from './pdf.js'
    const read = path => readPdf(path, new Uint8Array(readFileSync(path)), () => {})
    for (const path of process.argv.slice(2)) console.log(JSON.stringify((await read(path)).text))`
  writeFileSync(join(folder, 'read.js'), program)
  const fixtures = ['unembedded-japanese.pdf', 'grain.pdf'].map(name =>
    resolve('test/fixtures/capture/pdf', name),
  )
  const run = (...flags: string[]) => {
    const args = [...flags, join(folder, 'read.js'), ...fixtures]
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    return stdout
  }
  const [japanese, paper] = run()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as string)
  expect(japanese).toBe('日本銀行は政策金利を据え置いた。')
  expect(paper).toMatch(/^# Grain reserves of the lake provinces\n/)

  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.js'),
  )
  expect(
    files.filter(name => readFileSync(join(folder, name), 'utf8').includes('require("@napi-rs')),
  ).toEqual([])
  // Electron's utility process, which pdf.js takes for a browser.
  const utility = join(folder, 'utility.cjs')
  writeFileSync(
    utility,
    `Object.defineProperty(process, 'type', { value: 'utility' })
     Object.defineProperty(process.versions, 'electron', { value: '45.0.0' })`,
  )
  expect(run('--require', utility)).toBe(run())
})
