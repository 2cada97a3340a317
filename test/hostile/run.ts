// `npm run hostile`: hostile texts in every place that shows what others wrote, in Chromium, with a tripwire for whatever acts.
//   --data DIR       its hostile/ holds more corpora (../shared/eval)
//   --corpus FILE    one more: a JSON array of strings
//   --count N        how many are generated (5000)
//   --seed N         of which they are drawn (7)
//   --requests N     how many requests are asked, of all kinds and everything wrong with them (10000)
//   --files N        how many broken files of each format are read (2000)
//   --only PART      vectors, pathological, requests or files
//   --json           one object for a machine, on standard output
// A second table: texts made to keep a reader of Markdown busy, as times of a harmless text of the same length in the same run.
// Real are the app (the built one, started as a person starts it: its protocol, policies, preload and refusals), the composing
// of briefs with its thread, the preview with its frame, reading view, card and row of the search, the document that the
// printer loads and the exported page. The window's page is another one, so that a hundred texts stand in each at once.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium } from 'playwright'
import { projectRoot } from '../../scripts/executable.mjs'
import { helpIfAsked } from '../../scripts/help.mjs'
import { findBrowser } from '../../scripts/setup/browser.mjs'
import { reading } from '../main/capture/reading.ts'
import { type BrokenFiles, readBrokenFiles, wholeFiles } from './broken-files.ts'
import { tryRaw } from './control.ts'
import { corpora } from './corpora.ts'
import { fuzzRequests } from './fuzz-requests.ts'
import { type HostileApp, launchHostileApp } from './hostile-app.ts'
import { exportPaper, printPaper } from './papers.ts'
import { tryPathological } from './pathological.ts'
import { fileLines, lines, requestLines, slowLines } from './table.ts'
import { watch } from './tripwire.ts'
import { type Offender, type Place, type Tally, tryIn } from './try-corpus.ts'
import type { WindowSurface } from './window/surfaces.tsx'

helpIfAsked(import.meta.url)
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: join(projectRoot, '../shared/eval') },
    corpus: { type: 'string' },
    count: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '7' },
    requests: { type: 'string', default: '10000' },
    files: { type: 'string', default: '2000' },
    only: { type: 'string' },
    json: { type: 'boolean' },
  },
})
const say = (line: string) => console.error(line)
const fromCaller = (path: string) => resolve(process.env.INIT_CWD ?? '.', path)
/** How many vectors the control tries raw. */
const controls = 200
/** Bytes of the heap that thousands of requests may leave behind: caches of a bounded size, and records that were made. */
const mostGrown = 64 * 1024 * 1024

const asked = (part: string) => values.only === undefined || values.only === part
let isHeld = true
const results: Record<string, unknown> = {}
if (asked('vectors')) await tryVectors()
if (asked('pathological')) await trySlowTexts()
if (asked('requests')) await tryRequests()
if (asked('files')) await tryFiles()
if (values.json) console.log(JSON.stringify({ ...results, isHeld }))
else console.log(isHeld ? '\nEvery wall held.' : '\nSomething got through.')
process.exit(isHeld ? 0 : 1)

async function tryVectors(): Promise<void> {
  const tried = await corpora({
    data: fromCaller(values.data),
    file: values.corpus && fromCaller(values.corpus),
    count: Number(values.count),
    seed: Number(values.seed),
    say,
  })
  const folder = await mkdtemp(join(tmpdir(), 'dispatch-box-hostile-'))
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: false,
  })
  const hostile = await launchHostileApp(folder)
  try {
    const places = await allPlaces(hostile, browser, folder)
    const rows: { corpus: string; place: string; tally: Tally }[] = []
    const offenders: Offender[] = []
    for (const { name, vectors } of tried) {
      say(`${name}: ${vectors.length} vectors …`)
      for (const place of places) {
        const tally = await tryIn(place, vectors, offender => offenders.push(offender))
        rows.push({ corpus: name, place: place.name, tally })
      }
    }
    say(`The control: ${controls} of them, raw …`)
    const all = tried.flatMap(({ vectors }) => vectors)
    const control = await tryRaw(browser, spread(tried[0]?.vectors ?? [], all, controls))
    const canTell = control.ran > 0 && control.loaded > 0 && control.navigated > 0
    isHeld &&= offenders.length === 0 && canTell
    Object.assign(results, { rows, control, offenders })
    if (values.json) return
    console.log(lines(rows, control))
    for (const { place, vector, what } of offenders.slice(0, 40))
      console.log(`\n${place}: ${JSON.stringify(vector)}\n  ${what}`)
    if (!canTell) console.log('\nThe control did not trip every wire, so the rows above say nothing.')
  } finally {
    // The window has no desk in it that would say goodbye.
    await hostile.app.evaluate(({ app }) => app.exit(0)).catch(() => {})
    await browser.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function trySlowTexts(): Promise<void> {
  say('Texts made to be slow …')
  const { rows, goal } = await tryPathological()
  isHeld &&= rows.every(row => row.isHeld)
  Object.assign(results, { pathological: rows })
  if (!values.json)
    console.log(`\nAs times of a harmless text of the same length, at most ${goal}:\n${slowLines(rows)}`)
}

async function tryRequests(): Promise<void> {
  say(`${values.requests} requests …`)
  const place = await mkdtemp(join(tmpdir(), 'dispatch-box-hostile-'))
  try {
    const tally = await fuzzRequests(place, Number(values.requests), Number(values.seed))
    isHeld &&= tally.unforeseen.length === 0 && tally.outside.length === 0 && tally.grown < mostGrown
    Object.assign(results, { requests: tally })
    if (!values.json) console.log(`\n${requestLines(tally, mostGrown)}`)
  } finally {
    await rm(place, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function tryFiles(): Promise<void> {
  const tallies: BrokenFiles[] = []
  for (const format of Object.keys(wholeFiles)) {
    say(`${values.files} broken files: ${format} …`)
    tallies.push(await readBrokenFiles(format, Number(values.files), Number(values.seed), reading))
  }
  reading.close()
  isHeld &&= tallies.every(({ unforeseen }) => unforeseen.length === 0)
  Object.assign(results, { files: tallies })
  if (!values.json) console.log(`\n${fileLines(tallies)}`)
}

async function allPlaces(hostile: HostileApp, browser: Browser, folder: string): Promise<Place[]> {
  const { page, served } = hostile
  const { origin } = new URL(page.url())
  const isOwn = (address: string) =>
    address.startsWith(`${origin}/`) &&
    /^\/(?:assets\/.*|attachments\/[0-9a-f]{64}|(?:index|document|printed-\d+)\.html|printed-\d+\.css)$/.test(
      new URL(address).pathname,
    )
  const inWindow = watch(page, isOwn)
  const inPage = (name: string, surface: WindowSurface): Place => ({
    name,
    tripwire: inWindow,
    show: vectors => page.evaluate(([key, list]) => window.hostile[key](list), [surface, vectors] as const),
  })
  const print = await printPaper(hostile)
  const exported = await exportPaper(browser, folder, join(served, 'document.html'))
  return [
    inPage('preview', 'preview'),
    inPage('reading view', 'reading'),
    inPage('hover card', 'card'),
    inPage('search snippet', 'search'),
    { name: 'print', show: print.show, tripwire: watch(print.page, isOwn) },
    {
      name: 'HTML export',
      show: exported.show,
      tripwire: watch(exported.page, address => /^file:.*\/exported-\d+\.html/.test(address)),
    },
  ]
}

/** Half of a sample from some vectors, half from all, each as far apart as they go. */
function spread(some: readonly string[], all: readonly string[], count: number): string[] {
  const every = (list: readonly string[]) => {
    const step = Math.max(1, list.length / (count / 2))
    return Array.from(
      { length: Math.min(list.length, count / 2) },
      (_, at) => list[Math.floor(at * step)] ?? '',
    )
  }
  return [...every(some), ...every(all)]
}
