// `npm run samples`: what stands in resources/sample/printed/ and resources/sample/library/, made by the terminal's own commands. Printed
// are six briefs of one sample library, one a form, as PDF and as pictures of their pages; the library with a brief that shows
// newcomers around, and with the guide, is what the app takes in for them.
//   --library   that library alone
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from './executable.mjs'
import { helpIfAsked } from './help.mjs'

helpIfAsked(import.meta.url)

const sample = join(projectRoot, 'resources', 'sample')
const printed = join(sample, 'printed')
const library = join(sample, 'library')
const folder = mkdtempSync(join(tmpdir(), 'dispatch-box-samples-'))
const dates = { 'japan-treasuries': '2025-05-03', holdings: '2025-05-02', calendar: '2025-05-02' }

try {
  const sources = takeInSources()
  /** @type {Record<string, string>} */
  const ids = {}
  for (const [name, { kind, source, ...options }] of Object.entries(readJson('evidence.json'))) {
    if (options.series) options.series = join(sample, options.series)
    ids[name] = brief([kind, 'add'], { source: sources[source], ...options })
  }
  for (const file of readdirSync(join(sample, 'guide')).sort()) make(join(sample, 'guide', file), ids)
  // The last, so that it stands first.
  make(join(sample, 'start-here.md'), ids)
  rmSync(library, { recursive: true, force: true })
  brief(['export-library', library], {})
  if (!process.argv.includes('--library')) printAll(ids)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @param {Record<string, string>} ids */
function printAll(ids) {
  rmSync(printed, { recursive: true, force: true })
  mkdirSync(printed, { recursive: true })
  for (const file of readdirSync(join(sample, 'briefs')).sort()) print(basename(file, '.md'), ids)
}

/** @returns {Record<string, string>} The id of each source by the name of its file. */
function takeInSources() {
  return Object.fromEntries(
    Object.entries(dates).map(([name, date]) => [
      name,
      brief(['import', join(sample, `${name}.md`)], { date }),
    ]),
  )
}

/**
 * Makes a brief of a file whose links name evidence as evidence.json does; gives its id.
 * @param {string} file
 * @param {Record<string, string>} ids
 * @param {string} [form]
 */
function make(file, ids, form) {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n+([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  const { title, date, to, due, marking, template = form } = parse(head)
  const body = join(folder, basename(file))
  writeFileSync(
    body,
    text.replace(/\{#([\w-]+)\}/g, (written, name) => (ids[name] ? `{#${ids[name]}}` : written)),
  )
  return brief(['new'], { template, title, body, date, for: to, due, marking })
}

/** @param {string} template @param {Record<string, string>} ids */
function print(template, ids) {
  const id = make(join(sample, 'briefs', `${template}.md`), ids, template)
  const pdf = join(printed, `${template}.pdf`)
  brief(['export', id], { to: pdf })
  execFileSync('pdftoppm', ['-r', '72', '-png', pdf, join(printed, template)])
  console.log(pdf)
}

/**
 * Types a command; gives the first word that it prints, which is an id.
 * @param {string[]} words
 * @param {Record<string, string | undefined | null>} options
 */
function brief(words, options) {
  const typed = Object.entries(options).flatMap(([name, value]) =>
    value ? [`--${name}`, String(value)] : [],
  )
  const all = [...words, ...typed, '--library', join(folder, 'library')]
  const script = join(projectRoot, 'scripts', 'brief.mjs')
  // What somebody prefers on this computer is no part of the samples.
  const env = { ...process.env, XDG_CONFIG_HOME: folder }
  return execFileSync(process.execPath, [script, ...all], { encoding: 'utf8', env }).split(/\s/)[0] ?? ''
}

/** @param {string} name @returns {Record<string, any>} */
function readJson(name) {
  return JSON.parse(readFileSync(join(sample, name), 'utf8'))
}
