// CPU of an export by the open app, its checks and its file included, against one plain tagged print of the same page, and
// against what others print such a brief with.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { bareChromium } from '../bare-chromium.ts'
import type { Reference } from '../figures.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, type Timed } from '../measure.ts'
import { openApp } from '../paper/open-app.ts'
import { paperBrief, writeDocumentPage } from '../paper/paper-brief.ts'
import { libreoffice } from '../paper/peers/libreoffice.ts'
import { pagedjs } from '../paper/peers/pagedjs.ts'
import type { Peer } from '../paper/peers/peer.ts'
import { typst } from '../paper/peers/typst.ts'
import { weasyprint } from '../paper/peers/weasyprint.ts'
import { cpuOf, whyNoProcesses } from '../paper/processes.ts'
import { mustPrintAsMuch, type Tally, tallyOf } from '../paper/tally.ts'
import { openChromium, type WarmChromium } from '../paper/warm-chromium.ts'

type PeersOf = (chromium: WarmChromium) => Peer[]

const plain = (chromium: WarmChromium): Peer => ({
  name: 'one plain tagged print of the same page',
  goal: 1.4,
  missing: null,
  prepare: async ({ folder, brief }) => {
    const address = await writeDocumentPage(brief, join(folder, 'page'))
    const pdf = join(folder, 'plain.pdf')
    return { pdf, print: () => cpuOf(() => chromium.print(address, pdf)) }
  },
})
const others: PeersOf = chromium => [pagedjs(chromium), weasyprint, libreoffice]

/** Of 200 pages the others take minutes, and have three rounds of their own. */
export const printPaper: Measure[] = [
  row(10, 5, 'CPU', chromium => [plain(chromium), typst, ...others(chromium)]),
  row(50, 5, 'CPU', chromium => [plain(chromium), typst, ...others(chromium)]),
  row(200, 5, 'CPU', chromium => [plain(chromium), typst]),
  row(200, 3, 'CPU, three rounds', others),
]

function row(pages: number, rounds: number, what: string, peersOf: PeersOf): Measure {
  return {
    name: `paper of ${pages} pages, ${what}`,
    missing: whyNoProcesses(),
    isMedianOnly: true,
    measure: () => inTemporaryFolder(folder => measureIn(folder, pages, rounds, peersOf)),
  }
}

async function measureIn(folder: string, pages: number, rounds: number, peersOf: PeersOf) {
  const bare = bareChromium()
  if ('missing' in bare) throw new Error(`Chromium is ${bare.missing}`)
  const brief = paperBrief(pages)
  const app = await openApp(folder, [brief])
  const chromium = await openChromium(bare.path)
  try {
    const peers = peersOf(chromium)
    const asked = peers.filter(({ missing }) => missing === null)
    const prepared: { name: string; pdf: string; print: Timed }[] = []
    for (const [index, { name, prepare }] of asked.entries()) {
      const own = join(folder, `peer-${index}`)
      await mkdir(own)
      prepared.push({ name, ...(await prepare({ brief, folder: own })) })
    }
    const ourPrint = () => cpuOf(() => app.exportBrief(brief.id))
    const [ours = [], ...theirs] = await inTurn(rounds, [ourPrint, ...prepared.map(({ print }) => print)])
    const our = await tallyOf(app.pdf)
    for (const { name, pdf } of prepared) compare(name, await tallyOf(pdf), our)
    const timesOf = new Map(asked.map((peer, index) => [peer, theirs[index] ?? []]))
    const references = peers.map((peer): Reference => {
      const { name: against, goal, missing } = peer
      return missing === null ? { against, goal, times: timesOf.get(peer) ?? [] } : { against, goal, missing }
    })
    return { ours, references }
  } finally {
    await chromium.close()
    await app.close()
  }
}

/** Says how much each prints, and throws where that is not the same text. */
function compare(name: string, theirs: Tally, ours: Tally): void {
  console.error(
    `  ${name}: ${theirs.pages} pages of ${theirs.words} words; ours ${ours.pages} of ${ours.words}`,
  )
  mustPrintAsMuch(name, theirs, ours)
}
