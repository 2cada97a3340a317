import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

/** Earlier versions of a record. */
export function versionRequests(
  library: Library,
): Pick<Handlers, 'version.list' | 'version.get' | 'version.restore'> {
  return {
    'version.list': async ({ id }) => {
      library.kindOf(id)
      return { versions: await library.versions(id) }
    },
    'version.get': ({ id, at }) => library.version(id, at),
    'version.restore': ({ id, at }) => library.revert(id, at),
  }
}
