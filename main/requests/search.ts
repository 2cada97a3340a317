// Finding records by their words.
import type { SearchHit } from '../../shared/search/search-answers.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import type { Ports } from './ports.ts'

export function searchRequests(
  library: Library,
  { search }: Pick<Ports, 'search'>,
): Pick<Handlers, 'search.find' | 'search.rebuild' | 'search.cancel' | 'search.saved' | 'search.save'> {
  return {
    'search.find': async ({ query, limit }) => {
      const { hits, ...found } = await search.find(query, limit)
      return {
        ...found,
        progress: search.progress(),
        hits: hits.flatMap(({ id, excerpt, place }) => {
          const glance = library.glance(id)
          if (!glance) return []
          return [{ collection: glance.collection, record: glance.summary, excerpt, place } as SearchHit]
        }),
      }
    },
    'search.rebuild': async () => {
      await search.rebuild()
      return null
    },
    'search.cancel': async () => {
      search.cancel()
      return null
    },
    'search.saved': async () => ({ queries: [...(await library.searches.list())] }),
    'search.save': async ({ query, isKept }) => ({
      queries: [...(await library.searches.set(query, isKept))],
    }),
  }
}
