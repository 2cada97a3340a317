import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

export function libraryRequests(library: Library): Pick<Handlers, 'library.describe' | 'library.list'> {
  return {
    'library.describe': async () => library.describe(),
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
