// A search as somebody waits for it: asked of its thread from the main process, and answered with excerpts from the records' own
// files. FTS5 is asked where it is, and gives numbers alone; what its own excerpts cost stands beside it without a goal.
import { join } from 'node:path'
import { inTurn, type Measure, timeOf } from '../../measure.ts'
import { onceARun } from '../../once-a-run.ts'
import { type Fts5Peer, fts5Of, mostHits, quoted } from '../../search/fts5-peer.ts'
import { drawnPhrases, drawnWords } from '../../search/queries.ts'
import { searchedLibrary } from '../../search/searched-library.ts'

const rounds = 200
const briefs = 10_000

/** What is typed, and what FTS5 is asked for the same. */
type Query = { typed: string; match: string }

const fts5 = onceARun<number, Fts5Peer>(async seed => {
  const { folder, texts } = await searchedLibrary(briefs, seed)
  const peer = fts5Of(join(folder, 'fts5.sqlite'), texts)
  return { thing: peer, close: peer.close }
})

const searching = (name: string, queriesOf: (seed: number) => Promise<() => Query>): Measure => ({
  name: `search for ${name} in 10,000 briefs, with its thread and excerpts`,
  measure: async ({ seed }) => {
    const { search } = await searchedLibrary(briefs, seed)
    const peer = await fts5(seed)
    const drawn = await queriesOf(seed)
    let query = drawn()
    const ours = () => {
      query = drawn()
      return timeOf(() => search.find(query.typed, mostHits))
    }
    const bare = () => timeOf(async () => peer.find(query.match))
    const withSnippets = () => timeOf(async () => peer.findWithSnippets(query.match))
    const [our = [], times = [], snippetTimes = []] = await inTurn(rounds, [ours, bare, withSnippets])
    return {
      ours: our,
      references: [
        { against: 'SQLite FTS5 through the same binding, bare: numbers of texts', goal: 1.3, times },
        { against: 'the same with its own snippet()', goal: null, times: snippetTimes },
      ],
    }
  },
})

export const findWords: Measure[] = [
  searching('1 term', async seed => {
    const word = drawnWords(seed)
    return () => {
      const typed = word()
      // The space says that the word is whole.
      return { typed: `${typed} `, match: quoted(typed) }
    }
  }),
  searching('2 terms', async seed => {
    const word = drawnWords(seed)
    return () => {
      const [one, other] = [word(), word()]
      return { typed: `${one} ${other} `, match: `${quoted(one)} ${quoted(other)}` }
    }
  }),
  searching('a phrase', async seed => {
    const phrase = drawnPhrases(seed, (await searchedLibrary(briefs, seed)).texts)
    return () => {
      const words = phrase()
      return { typed: quoted(words), match: quoted(words) }
    }
  }),
]
