// CPU of finishing a PDF (main/pdf/finish-pdf.ts), against that of the print that is finished.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finishPdf } from '../../../main/pdf/finish-pdf.ts'
import { bareChromium } from '../bare-chromium.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure } from '../measure.ts'
import { paperBrief, writeDocumentPage } from '../paper/paper-brief.ts'
import { cpuOf, whyNoProcesses } from '../paper/processes.ts'
import { openChromium } from '../paper/warm-chromium.ts'

const rounds = 7
const against = 'the print that is finished'
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
    const about = {
      title: brief.title,
      subject: 'Briefing paper',
      language: 'en-GB',
      changedAt: new Date(brief.updatedAt),
      headings: [],
    }
    const finish = async () => {
      const begun = process.cpuUsage()
      await finishPdf(print, about)
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
