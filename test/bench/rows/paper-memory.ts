import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure } from '../measure.ts'
import { openApp } from '../paper/open-app.ts'
import { paperBrief } from '../paper/paper-brief.ts'
import { memoryOfDescendants, whyNoProcesses } from '../paper/processes.ts'

const rounds = 3
/** Megabytes. */
const limit = 650
/** Milliseconds from one look to the next. */
const pause = 100

/** The most that all processes of the app hold while it exports 200 pages, window, browser and all: the sum of their Pss. */
export const paperMemory: Measure = {
  name: 'paper of 200 pages, peak memory of all the app',
  missing: whyNoProcesses(),
  isMedianOnly: true,
  measure: () => inTemporaryFolder(measureIn),
}

async function measureIn(folder: string) {
  const brief = paperBrief(200)
  const app = await openApp(folder, [brief])
  try {
    const open = memoryOfDescendants()
    const [ours = []] = await inTurn(rounds, [() => peakDuring(() => app.exportBrief(brief.id))])
    const looked = `Pss, looked at every ${pause} ms`
    return {
      ours,
      references: [
        { against: `${limit} MB (${looked})`, goal: 1, times: ours.map(() => limit) },
        {
          against: `${limit} MB over the ${Math.round(open)} MB of the app with that brief open`,
          goal: 1,
          times: ours.map(() => limit + open),
        },
      ],
    }
  } finally {
    await app.close()
  }
}

async function peakDuring(work: () => Promise<unknown>): Promise<number> {
  let peak = memoryOfDescendants()
  const looking = setInterval(() => {
    peak = Math.max(peak, memoryOfDescendants())
  }, pause)
  try {
    await work()
  } finally {
    clearInterval(looking)
  }
  return peak
}
