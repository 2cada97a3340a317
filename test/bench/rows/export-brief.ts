import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { openLibrary } from '../../../main/library/open-library.ts'
import { findExecutable, launchSwitches, projectRoot } from '../../../scripts/executable.mjs'
import { bareArguments, bareChromium } from '../bare-chromium.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { writeDocumentPage } from '../paper/paper-brief.ts'
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
  const page = await writeDocumentPage(brief, join(folder, 'page'))
  const barePdf = join(folder, 'theirs.pdf')
  const theirs = async () => {
    const profile = await mkdtemp(join(folder, 'profile-'))
    // Fonts beside a page of files are from elsewhere, for Chromium.
    const print = [
      '--allow-file-access-from-files',
      '--no-pdf-header-footer',
      `--print-to-pdf=${barePdf}`,
      page,
    ]
    return timeOf(() => run(bare.path, [...bareArguments(profile), ...print]))
  }
  await theirs()
  await mustHaveThreePages(barePdf)
  const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
  return { ours: our, references: [{ ...reference, times }] }
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
