import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from 'pdf-lib'
import { openLibrary } from '../../../main/library/open-library.ts'
import { findExecutable, launchSwitches, projectRoot } from '../../../scripts/executable.mjs'
import { composeBrief } from '../../../shared/brief/compose-brief.ts'
import { fillDocumentPage } from '../../../shared/brief/fill-document-page.ts'
import { renderBrief } from '../../../shared/brief/render-brief.ts'
import { bareArguments, bareChromium } from '../bare-chromium.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { briefRecord, prose } from '../sample-brief.ts'

const rounds = 9
const brief = briefRecord('three-pages', prose(8_000))

/** `export` from the terminal, process and all, against Chromium's own command line printing the same HTML. */
export const exportBrief: Measure = {
  name: 'export of a 3-page brief',
  measure: () => inTemporaryFolder(measureIn),
}

async function measureIn(folder: string) {
  const libraryFolder = join(folder, 'library')
  const library = await openLibrary({ folder: libraryFolder, access: 'write', now: () => new Date() })
  await library.add('briefs', brief)
  await library.close()

  const pdf = join(folder, 'ours.pdf')
  const terminal = join(projectRoot, 'out/main/cli.js')
  const ours = () =>
    timeOf(() =>
      run(process.execPath, [terminal, 'export', brief.id, '--to', pdf, '--library', libraryFolder]),
    )
  await ours()
  await mustHaveThreePages(pdf)

  const reference = { against: 'a bare Chromium print of the same HTML', goal: null }
  const bare = bareChromium()
  if ('missing' in bare) {
    const [our = []] = await inTurn(rounds, [ours])
    return { ours: our, references: [{ ...reference, missing: bare.missing }] }
  }
  const page = await writePage(join(folder, 'page'))
  const barePdf = join(folder, 'theirs.pdf')
  const theirs = async () => {
    const profile = await mkdtemp(join(folder, 'profile-'))
    const print = ['--no-pdf-header-footer', `--print-to-pdf=${barePdf}`, page]
    return timeOf(() => run(bare.path, [...bareArguments(profile), ...print]))
  }
  await theirs()
  await mustHaveThreePages(barePdf)
  const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
  return { ours: our, references: [{ ...reference, times }] }
}

/** The document that the app prints, with its styles and fonts, as files; its address. */
async function writePage(folder: string): Promise<string> {
  await cp(join(projectRoot, 'out/renderer'), folder, { recursive: true })
  const template = { title: 'Market morning note', numbered: false, annex: true }
  const evidence = { quotes: [], figures: [], events: [] }
  const rendered = renderBrief(composeBrief({ brief, template, evidence, sources: [] }))
  const empty = await readFile(join(folder, 'document.html'), 'utf8')
  await writeFile(join(folder, 'own.css'), rendered.pageStyle)
  await writeFile(join(folder, 'print.html'), fillDocumentPage(empty, rendered, 'own.css'))
  return pathToFileURL(join(folder, 'print.html')).href
}

async function mustHaveThreePages(file: string): Promise<void> {
  const pages = (await PDFDocument.load(await readFile(file))).getPageCount()
  if (pages !== 3) throw new Error(`${file} has ${pages} pages and not 3`)
}

async function run(program: string, args: string[]): Promise<void> {
  const executable = findExecutable()
  const env = {
    ...process.env,
    DISPATCH_BOX_EXECUTABLE: executable.path,
    DISPATCH_BOX_SWITCHES: launchSwitches(executable, true).join(' '),
  }
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', text => {
    said += text
  })
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said.trim()}`)
}
