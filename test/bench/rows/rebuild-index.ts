import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openLibrary } from '../../../main/library/open-library.ts'
import { writeGeneratedLibrary } from '../generated-library.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../measure.ts'

const rounds = 5
const briefs = 10_000
/** As many files are asked for at once as the library asks for. */
const atOnce = 16

/** Opening a library whose index was deleted: every record is read, checked against its schema and put into a new one. */
export const rebuildIndex: Measure = {
  name: 'rebuild of the index of 10,000 briefs',
  measure: ({ seed }) =>
    inTemporaryFolder(async folder => {
      await writeGeneratedLibrary(folder, briefs, seed)
      const ours = async () => {
        await rm(join(folder, 'index'), { recursive: true, force: true })
        return timeOf(async () => {
          const library = await openLibrary({ folder, access: 'write', now: () => new Date() })
          await library.close()
        })
      }
      const theirs = () => timeOf(() => readAndParseAll(folder))
      const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
      const against = 'reading and parsing the same files, 16 at once'
      return { ours: our, references: [{ against, goal: 1.5, times }] }
    }),
}

async function readAndParseAll(folder: string): Promise<void> {
  for (const collection of ['sources', 'quotes', 'briefs']) {
    const names = await readdir(join(folder, collection))
    for (let start = 0; start < names.length; start += atOnce) {
      const some = names.slice(start, start + atOnce)
      await Promise.all(
        some.map(async name => JSON.parse(await readFile(join(folder, collection, name), 'utf8'))),
      )
    }
  }
}
