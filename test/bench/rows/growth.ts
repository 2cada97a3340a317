// How the app's times grow with a library, each size in turn with the others.
import { join } from 'node:path'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { openSearch, type Search } from '../../../main/search/search.ts'
import { growthRow, type SizedTimes } from '../figures.ts'
import { writeGeneratedFiles } from '../generated-library.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { inTurn, type Measure, type Settings, timeOf } from '../measure.ts'
import { mostHits } from '../search/fts5-peer.ts'
import { drawnKeys, drawnWords } from '../search/queries.ts'
import { indexed, searchThread } from '../search/searched-library.ts'

const sizes = [1_000, 10_000, 50_000]
const [startRounds, searchRounds, saveRounds] = [9, 100, 100]
/** Milliseconds, longer than a start takes. */
const beforeCheck = 10_000
/** As many briefs as the window asks for first. */
const firstBriefs = 100
/** Milliseconds between saves at least: what one leaves to later falls on none. */
const betweenSaves = 20

export const growth: Measure = {
  name: 'growth from 1,000 to 50,000 briefs',
  measure: settings => inTemporaryFolder(folder => measureIn(folder, settings)),
}

type Opened = { library: Library; search: Search }

async function measureIn(place: string, { seed }: Settings) {
  const folders = sizes.map(size => join(place, `of-${size}`))
  for (const [index, size] of sizes.entries()) await prepare(folders[index] ?? '', size, seed)
  // Without Chromium, whose own start is the same for every library and would hide what grows. As the app opens it: the files are
  // compared with the index once the window is there.
  const start = await timesOf(startRounds, folders, async folder => {
    const begun = performance.now()
    const library = await open(folder, { after: beforeCheck })
    library.page('briefs', null, firstBriefs)
    const time = performance.now() - begun
    await library.close()
    return time
  })
  const opened: Opened[] = []
  for (const folder of folders) {
    const library = await open(folder)
    await library.checked
    opened.push({ library, search: openSearch(searchThread, library, null, () => undefined) })
  }
  const query = queriesOf(seed)
  const search = await timesOf(searchRounds, opened, ({ search }) =>
    timeOf(() => search.find(query(), mostHits)),
  )
  const save = await timesOf(saveRounds, opened, saveIn)
  for (const { library, search } of opened) {
    await search.close()
    await library.close()
  }
  const median = { share: 0.5 }
  const name = 'growth from 1,000 to 50,000 briefs of'
  return [
    growthRow(`${name} the start until the first list`, 'linear is 1', start, { ...median, goal: 1 }),
    growthRow(`${name} search`, 'the square root is 0.5', search, { ...median, goal: 0.5 }),
    growthRow(`${name} search`, 'linear is 1', search, { share: 0.95, goal: 1 }),
    // Within what a disk does by itself: over fifty times as much, half as long again.
    growthRow(`${name} save`, 'constant is 0', save, { ...median, goal: 0.1 }),
  ]
}

function open(folder: string, check: 'first' | { after: number } = 'first'): Promise<Library> {
  return openLibrary({ folder, access: 'write', now: () => new Date(), check })
}

/** Opened and searched once before, as every library is that has grown so far. */
async function prepare(folder: string, size: number, seed: number): Promise<void> {
  await writeGeneratedFiles(folder, size, seed)
  const library = await open(folder)
  const search = await indexed(library)
  await search.close()
  await library.close()
}

/** Words, pairs of them, and words on their way, in turn; each is asked of every size. */
function queriesOf(seed: number): () => string {
  const [word, key] = [drawnWords(seed), drawnKeys(seed)]
  const kinds = [() => `${word()} `, () => `${word()} ${word()} `, key]
  let asked = 0
  let query = ''
  return () => {
    if (asked % sizes.length === 0) query = kinds[(asked / sizes.length) % kinds.length]?.() ?? ''
    asked += 1
    return query
  }
}

async function saveIn({ library }: Opened): Promise<number> {
  const [newest] = library.page('briefs', null, 1)
  const id = newest?.id ?? ''
  await new Promise(done => setTimeout(done, betweenSaves))
  const updatedAt = new Date().toISOString()
  return timeOf(() =>
    library.update('briefs', id, brief => ({
      ...brief,
      body: `${updatedAt}${brief.body.slice(24)}`,
      updatedAt,
    })),
  )
}

/** The same work on every size in turn. */
async function timesOf<Thing>(
  rounds: number,
  things: readonly Thing[],
  time: (thing: Thing) => Promise<number>,
): Promise<SizedTimes[]> {
  const times = await inTurn(
    rounds,
    things.map(thing => () => time(thing)),
  )
  return sizes.map((size, index) => ({ size, times: times[index] ?? [] }))
}
