import type { Library } from '../main/library/library.ts'
import type { Brief } from '../shared/model/records.ts'

/** The briefs of a library with their texts, newest first. */
export function wholeBriefs(library: Library): Promise<Brief[]> {
  return Promise.all(library.list('briefs').map(({ id }) => library.get('briefs', id)))
}
