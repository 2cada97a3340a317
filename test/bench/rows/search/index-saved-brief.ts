import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { indexedRecord, SearchIndex } from '../../../../main/search/search-index.ts'
import { inTemporaryFolder } from '../../in-temporary-folder.ts'
import { inTurn, type Measure, timeOf } from '../../measure.ts'
import { miniSearchOf } from '../../search/mini-search-peer.ts'
import { drawnWords } from '../../search/queries.ts'
import { searchedLibrary } from '../../search/searched-library.ts'

const rounds = 200
const briefs = 10_000
/** Milliseconds, as its thread tidies. */
const tidiedFor = 5

/** One brief of 5 KB with another word in it, in the place of the same before, and written: MiniSearch has it in memory. */
const indexing = (name: string, goal: number | null, isTidyTimed: boolean): Measure => ({
  name: `index one saved brief among 10,000, without its thread${name}`,
  measure: ({ seed }) =>
    inTemporaryFolder(async place => {
      const { folder, records, texts } = await searchedLibrary(briefs, seed)
      const path = join(place, 'search.sqlite')
      const made = new DatabaseSync(join(folder, 'index', 'search.sqlite'))
      await backup(made, path)
      made.close()
      const index = new SearchIndex(path)
      const peer = miniSearchOf(texts)
      const word = drawnWords(seed)
      const saved = records.flatMap(found => (found.collection === 'briefs' ? [found] : []))
      let round = 0
      const changed = () => {
        const found = saved[(round * 37) % saved.length]
        if (!found) throw new Error('There is no brief.')
        round += 1
        return { ...found, record: { ...found.record, body: `${word()} ${found.record.body}` } }
      }
      let brief = changed()
      const tidy = () => index.tidy(tidiedFor)
      const ours = async () => {
        brief = changed()
        const time = await timeOf(async () => {
          index.put(indexedRecord(brief, `stamp ${round}`))
          index.commit()
          if (isTidyTimed) tidy()
        })
        if (!isTidyTimed) tidy()
        return time
      }
      const theirs = () => {
        const { id, title, body } = brief.record
        return timeOf(async () => peer.replace({ id, title, text: body }))
      }
      const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
      index.close()
      return { ours: our, references: [{ against: 'MiniSearch, replace()', goal, times }] }
    }),
})

export const indexSavedBrief: Measure[] = [
  indexing('', 0.5, false),
  // What its thread does after each, whoever searches meanwhile waiting for it.
  indexing(', and tidying after it', null, true),
]
