import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openLibrary } from '../../../main/library/open-library.ts'
import { findExecutable } from '../../../scripts/executable.mjs'
import { writeGeneratedLibrary } from '../generated-library.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'
import { appArguments, marksOf } from '../started-page.ts'

const rounds = 5
const briefs = 10_000

/** From the window's first line of code to the frame that shows the list; the newest brief comes right after it. */
export const firstList: Measure = {
  name: 'first list of 10,000 briefs after the window is ready',
  measure: ({ seed }) =>
    inTemporaryFolder(async place => {
      const [folder, oneFile] = [join(place, 'library'), join(place, 'one-file.json')]
      await writeFile(oneFile, JSON.stringify(await writeGeneratedLibrary(folder, briefs, seed)))
      // Opened once before, as every library is that has grown so far.
      await (await openLibrary({ folder, access: 'write', now: () => new Date() })).close()
      const { path, isStandIn } = findExecutable()
      const ours = async () => {
        const marks = await marksOf(path, own => appArguments(isStandIn, own, folder))
        return marks.firstList - marks.windowReady
      }
      const text = await readFile(oneFile, 'utf8')
      const theirs = () => timeOf(async () => JSON.parse(text))
      const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
      const against = 'one JSON.parse of the same library in one lowdb file'
      return { ours: our, references: [{ against, goal: 0.3, times }] }
    }),
}
