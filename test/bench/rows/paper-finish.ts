// CPU of finishing a PDF (main/pdf/finish-pdf.ts), against that of the print that is finished.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finishPdf } from '../../../main/pdf/finish-pdf.ts'
import type { FinishPdf } from '../../../main/requests/ports.ts'
import { printBrief } from '../../../main/requests/print-brief.ts'
import type { Brief } from '../../../shared/model/records.ts'
import { bareChromium } from '../bare-chromium.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure } from '../measure.ts'
import { noEvidence, paperBrief, templateOf, writeDocumentPage } from '../paper/paper-brief.ts'
import { cpuOf, whyNoProcesses } from '../paper/processes.ts'
import { openChromium } from '../paper/warm-chromium.ts'

const rounds = 7
const against = 'loading and printing what is finished'
const goal = 0.4

export const finishPaper: Measure[] = [10, 50, 200].map(pages => ({
  name: `paper of ${pages} pages, CPU of finishing`,
  missing: whyNoProcesses(),
  isMedianOnly: true,
  measure: () => inTemporaryFolder(folder => measureIn(folder, pages)),
}))

async function measureIn(folder: string, pages: number) {
  const bare = bareChromium()
  if ('missing' in bare) throw new Error(`Chromium is ${bare.missing}`)
  const brief = paperBrief(pages)
  const address = await writeDocumentPage(brief, join(folder, 'page'))
  const pdf = join(folder, 'print.pdf')
  const chromium = await openChromium(bare.path)
  try {
    await chromium.print(address, pdf)
    const print = new Uint8Array(await readFile(pdf))
    const asked = await whatIsAskedOf(brief, print)
    const finish = async () => {
      const begun = process.cpuUsage()
      await finishPdf(...asked)
      const { user, system } = process.cpuUsage(begun)
      return (user + system) / 1000
    }
    const [ours = [], times = []] = await inTurn(rounds, [
      finish,
      () => cpuOf(() => chromium.print(address, pdf)),
    ])
    return { ours, references: [{ against, goal, times }] }
  } finally {
    await chromium.close()
  }
}

/** What an export hands over to be finished: the print, what the file says of itself, and the files that it carries. */
async function whatIsAskedOf(brief: Brief, print: Uint8Array): Promise<Parameters<FinishPdf>> {
  let asked: Parameters<FinishPdf> | null = null
  const finish: FinishPdf = async (...given) => {
    asked = given
    return print
  }
  const frozen = { brief, template: await templateOf(brief), evidence: noEvidence, sources: [] }
  const printer = { print: async () => print }
  await printBrief({ printer, finishPdf: finish }, frozen, { briefs: [], behind: [] }, () => [])
  if (asked === null) throw new Error('Nothing was handed over to be finished.')
  return asked
}
