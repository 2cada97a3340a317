import { join } from 'node:path'
import { bareChromium } from '../bare-chromium.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { openApp } from '../paper/open-app.ts'
import { paperBrief, writeDocumentPage } from '../paper/paper-brief.ts'
import { openChromium } from '../paper/warm-chromium.ts'

const rounds = 15

/** Time from the window's request to the file on the disk, every export after the first, against the same page in an open Chromium. */
export const secondExport: Measure = {
  name: 'paper of 3 pages, second export',
  measure: () => inTemporaryFolder(measureIn),
}

async function measureIn(folder: string) {
  const brief = paperBrief(3)
  const reference = { against: 'a bare warm print of the same page', goal: 2 }
  const app = await openApp(folder, [brief])
  const ours = () => timeOf(() => app.exportBrief(brief.id))
  try {
    const bare = bareChromium()
    if ('missing' in bare) {
      const [our = []] = await inTurn(rounds, [ours])
      return { ours: our, references: [{ ...reference, missing: bare.missing }] }
    }
    const address = await writeDocumentPage(brief, join(folder, 'page'))
    const chromium = await openChromium(bare.path)
    try {
      const theirs = () => timeOf(() => chromium.print(address, join(folder, 'plain.pdf')))
      const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
      return { ours: our, references: [{ ...reference, times }] }
    } finally {
      await chromium.close()
    }
  } finally {
    await app.close()
  }
}
