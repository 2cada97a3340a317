import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { indexedRecord, SearchIndex } from '../../../../main/search/search-index.ts'
import { inTemporaryFolder } from '../../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../../measure.ts'
import { fts5Of } from '../../search/fts5-peer.ts'
import { searchedLibrary } from '../../search/searched-library.ts'

const rounds = 5
const briefs = 10_000
/** As many as both write at once. */
const atOnce = 2000

/** The index alone, without the thread and without reading records: FTS5 is handed its texts too. */
export const buildIndex: Measure = {
  name: 'build of the index of 10,000 briefs and their evidence, without its thread',
  isMedianOnly: true,
  measure: ({ seed }) =>
    inTemporaryFolder(async folder => {
      const { records, texts } = await searchedLibrary(briefs, seed)
      const path = join(folder, 'index.sqlite')
      const afresh = async (build: () => unknown) => {
        const time = await timeOf(async () => build())
        for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${path}${end}`, { force: true })
        return time
      }
      const ours = () =>
        afresh(() => {
          const index = new SearchIndex(path)
          for (const [at, record] of records.entries()) {
            index.put(indexedRecord(record, 'stamp'))
            if (at % atOnce === 0) index.commit()
          }
          index.commit()
          index.tidy(Number.POSITIVE_INFINITY)
          index.close()
        })
      const theirs = () => afresh(() => fts5Of(path, texts).close())
      const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
      return { ours: our, references: [{ against: 'FTS5 of the same texts, bare', goal: 1.5, times }] }
    }),
}
