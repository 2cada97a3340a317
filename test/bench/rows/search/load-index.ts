import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SearchIndex } from '../../../../main/search/search-index.ts'
import { inTurn, type Measure, timeOf } from '../../measure.ts'
import { mostHits } from '../../search/fts5-peer.ts'
import { drawnWords } from '../../search/queries.ts'
import { searchedLibrary } from '../../search/searched-library.ts'

const rounds = 20
const briefs = 10_000

/** Opened at a start, until the first word is found in it. */
export const loadIndex: Measure = {
  name: 'load of the index of 10,000 briefs until its first answer, without its thread',
  measure: async ({ seed }) => {
    const { folder } = await searchedLibrary(briefs, seed)
    const path = join(folder, 'index', 'search.sqlite')
    const word = drawnWords(seed)
    const ours = () =>
      timeOf(async () => {
        const index = new SearchIndex(path)
        index.find(`${word()} `, mostHits, new Date())
        index.close()
      })
    const theirs = () => timeOf(() => readFile(path))
    const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
    return { ours: our, references: [{ against: 'reading its file', goal: 3, times }] }
  },
}
