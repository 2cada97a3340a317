// A search twice. The index alone does what bare FTS5 does: it says which records are the best. As somebody waits for it, it is
// asked of its thread from the main process, and answered with excerpts from the records' own files: that stands without a goal
// beside FTS5, which is asked where it is, and its own excerpts.
import { join } from 'node:path'
import { SearchIndex } from '../../../../main/search/search-index.ts'
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

type Queries = (seed: number) => Promise<() => Query>

const ranking = (name: string, queriesOf: Queries): Measure => ({
  name: `search for ${name} in 10,000 briefs, the best of them`,
  measure: async ({ seed }) => {
    const { folder } = await searchedLibrary(briefs, seed)
    const index = new SearchIndex(join(folder, 'index', 'search.sqlite'))
    const peer = await fts5(seed)
    const drawn = await queriesOf(seed)
    let query = drawn()
    const ours = () => {
      query = drawn()
      return timeOf(async () => index.find(query.typed, mostHits, new Date()))
    }
    const bare = () => timeOf(async () => peer.find(query.match))
    const [our = [], times = []] = await inTurn(rounds, [ours, bare])
    index.close()
    return {
      ours: our,
      references: [{ against: 'SQLite FTS5 through the same binding, bare', goal: 1.3, times }],
    }
  },
})

const searching = (name: string, queriesOf: Queries): Measure => ({
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
        { against: 'SQLite FTS5 through the same binding, bare: numbers of texts', goal: null, times },
        { against: 'the same with its own snippet()', goal: null, times: snippetTimes },
      ],
    }
  },
})

const kinds: [string, Queries][] = [
  [
    '1 term',
    async seed => {
      const word = drawnWords(seed)
      return () => {
        const typed = word()
        // The space says that the word is whole.
        return { typed: `${typed} `, match: quoted(typed) }
      }
    },
  ],
  [
    '2 terms',
    async seed => {
      const word = drawnWords(seed)
      return () => {
        const [one, other] = [word(), word()]
        return { typed: `${one} ${other} `, match: `${quoted(one)} ${quoted(other)}` }
      }
    },
  ],
  [
    'a phrase',
    async seed => {
      const phrase = drawnPhrases(seed, (await searchedLibrary(briefs, seed)).texts)
      return () => {
        const words = phrase()
        return { typed: quoted(words), match: quoted(words) }
      }
    },
  ],
]

export const findWords: Measure[] = [
  ...kinds.map(([name, queriesOf]) => ranking(name, queriesOf)),
  ...kinds.map(([name, queriesOf]) => searching(name, queriesOf)),
]
