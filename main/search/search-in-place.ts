import { entryPages, indexedRecord, type Search, type SearchableLibrary } from './search.ts'
import { Searching } from './searching.ts'

/** Searches without a thread, where nothing else waits for it; the index is compared with the library by the first question. */
export function searchInPlace(library: SearchableLibrary, key: Uint8Array | null): Search {
  let searching: Promise<Searching> | null = null
  const compare = async (opened: Searching) => {
    for (const page of entryPages(library)) await opened.compare(page)
    return opened
  }
  const open = () => {
    searching ??= compare(new Searching({ folder: library.folder, key }, () => undefined))
    return searching
  }
  const stopFollowing = library.follow({
    put: (found, stamp) => void searching?.then(opened => opened.put(indexedRecord(found, stamp))),
    delete: id => void searching?.then(opened => opened.delete(id)),
  })
  return {
    find: async (query, limit) => (await open()).find(query, limit, new Date()),
    progress: () => null,
    rebuild: async () => {
      const opened = await open()
      opened.clear()
      await compare(opened)
    },
    cancel: () => undefined,
    close: async () => {
      stopFollowing()
      ;(await searching)?.close()
    },
  }
}
