import { inTurn, type Measure, timeOf } from '../../measure.ts'
import { mostHits } from '../../search/fts5-peer.ts'
import { miniSearchOf } from '../../search/mini-search-peer.ts'
import { drawnKeys } from '../../search/queries.ts'
import { searchedLibrary } from '../../search/searched-library.ts'

const rounds = 200
const briefs = 10_000

/** Every key from the second letter of a word to its fifth, as `{ prefix: true }` is for in MiniSearch: search as one types. */
export const typeSearch: Measure = {
  name: 'search as one types in 10,000 briefs, with its thread and excerpts',
  measure: async ({ seed }) => {
    const { search, texts } = await searchedLibrary(briefs, seed)
    const peer = miniSearchOf(texts)
    const key = drawnKeys(seed)
    let typed = key()
    const ours = () => {
      typed = key()
      return timeOf(() => search.find(typed, mostHits))
    }
    const theirs = () => timeOf(async () => peer.search(typed, { prefix: true }).slice(0, mostHits))
    const [our = [], times = []] = await inTurn(rounds, [ours, theirs])
    return { ours: our, references: [{ against: 'MiniSearch', goal: 0.1, goalOf: 'p95', times }] }
  },
}
