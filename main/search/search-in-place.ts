import { troubleOf } from './index-trouble.ts'
import { entryPages, type Search, type SearchableLibrary } from './search.ts'
import { indexedRecord } from './search-index.ts'
import { Searching } from './searching.ts'

/**
 * Searches without a thread, where nothing else waits for it; the index is compared with the library by the first question.
 * Where a window is writing it at that moment, it is searched as it is.
 */
export function searchInPlace(library: SearchableLibrary, key: Uint8Array | null): Search {
  let searching: Promise<Searching> | null = null
  const compare = async (opened: Searching) => {
    const compareOnce = async () => {
      for (const page of entryPages(library)) await opened.compare(page)
    }
    try {
      await compareOnce()
    } catch (error) {
      const trouble = troubleOf(error)
      if (trouble === null) throw error
      if (trouble === 'busy') return opened
      opened.giveUp()
      await compareOnce()
    }
    return opened
  }
  const open = () => {
    searching ??= compare(new Searching({ folder: library.folder, key }, () => undefined))
    return searching
  }
  /** Once it is open; what cannot be told it is found by the next comparison. */
  const tell = (work: (opened: Searching) => void) => void searching?.then(work).catch(() => undefined)
  const stopFollowing = library.follow({
    put: (found, stamp) => tell(opened => opened.put(indexedRecord(found, stamp))),
    delete: id => tell(opened => opened.delete(id)),
  })
  return {
    find: async (query, limit) => {
      const opened = await open()
      try {
        return opened.find(query, limit, new Date())
      } catch (error) {
        if (troubleOf(error) !== 'lost') throw error
        opened.giveUp()
        return (await compare(opened)).find(query, limit, new Date())
      }
    },
    progress: () => null,
    rebuild: async () => {
      const opened = await open()
      opened.clear()
      await compare(opened)
    },
    cancel: () => undefined,
    close: async () => {
      stopFollowing()
      const opened = await searching?.catch(() => null)
      opened?.close()
    },
  }
}
