// A generated library with its search open, as the app has it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Library } from '../../../main/library/library.ts'
import { openLibrary } from '../../../main/library/open-library.ts'
import { openSearch, type Search } from '../../../main/search/search.ts'
import { projectRoot } from '../../../scripts/executable.mjs'
import type { AnyRecord, Collection, FoundRecord } from '../../../shared/model/records.ts'
import { writeGeneratedFiles } from '../generated-library.ts'
import { onceARun } from '../once-a-run.ts'

/** A record as whoever searches words alone takes it. */
export type PlainText = { id: string; title: string; text: string }

export type SearchedLibrary = {
  folder: string
  library: Library
  search: Search
  records: readonly FoundRecord[]
  /** The same records, in the same order. */
  texts: readonly PlainText[]
}

/** A library of so many briefs, once a run for all that ask for it. */
export function searchedLibrary(briefs: number, seed: number): Promise<SearchedLibrary> {
  return made(`${briefs} ${seed}`)
}

const made = onceARun<string, SearchedLibrary>(async key => {
  const [briefs = 0, seed = 0] = key.split(' ').map(Number)
  const folder = await mkdtemp(join(tmpdir(), 'dispatch-box-bench-'))
  const records: FoundRecord[] = []
  await writeGeneratedFiles(folder, briefs, seed, (collection, record) =>
    records.push({ collection, record } as FoundRecord),
  )
  const library = await openLibrary({ folder, access: 'write', now: () => new Date() })
  const search = await indexed(library)
  const close = async () => {
    await search.close()
    await library.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { thing: { folder, library, search, records, texts: records.map(plainText) }, close }
})

/** A library's search once everything in it can be found; of a library of hundreds of records that has no index yet. */
export async function indexed(library: Library): Promise<Search> {
  const whole = Promise.withResolvers<void>()
  const search = openSearch(searchThread, library, null, progress => progress === null && whole.resolve())
  await whole.promise
  return search
}

export const searchThread = join(projectRoot, 'main/search/search-thread.ts')

function plainText({ collection, record }: { collection: Collection; record: AnyRecord }): PlainText {
  const title = 'title' in record ? record.title : ''
  if (collection === 'briefs' && 'body' in record) return { id: record.id, title, text: record.body }
  return { id: record.id, title, text: 'text' in record ? record.text : '' }
}
