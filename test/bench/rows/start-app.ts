import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findExecutable } from '../../../scripts/executable.mjs'
import { bareArguments, bareChromium } from '../bare-chromium.ts'
import type { Reference } from '../figures.ts'
import { inTurn, type Measure } from '../measure.ts'
import { appArguments, readyAfter } from '../started-page.ts'

const rounds = 9
/** From the start of the process to the page's own mark, which both set in the first frame that takes keys. */
export const startApp: Measure = {
  name: 'app ready to type',
  measure: async () => {
    const { path, isStandIn } = findExecutable()
    const ours = () => readyAfter(path, folder => appArguments(isStandIn, folder, join(folder, 'library')))
    const reference = { against: 'a bare Chromium window showing a text area', goal: 2 }
    const bare = bareChromium()
    if ('missing' in bare) {
      const [our = []] = await inTurn(rounds, [ours])
      return { ours: our, references: [{ ...reference, missing: bare.missing }] }
    }
    const page = pathToFileURL(join(import.meta.dirname, 'text-area.html')).href
    const theirs = () => readyAfter(bare.path, folder => [...bareArguments(join(folder, 'profile')), page])
    const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
    const references: Reference[] = [{ ...reference, times }]
    return { ours: our, references }
  },
}
