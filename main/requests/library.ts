import type { LibraryLists } from '../../shared/answers.ts'
import type { Collection } from '../../shared/model/records.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

export function libraryRequests(
  library: Library,
): Pick<Handlers, 'library.describe' | 'library.list' | 'library.page'> {
  return {
    'library.describe': async () => library.describe(),
    'library.page': async ({ collection, after, limit }) => ({
      records: library.page(collection, after, limit) as LibraryLists[Collection],
    }),
    'library.list': async () => ({
      sources: library.list('sources'),
      briefs: library.list('briefs'),
      quotes: library.list('quotes'),
      figures: library.list('figures'),
      events: library.list('events'),
      people: library.list('people'),
    }),
  }
}
