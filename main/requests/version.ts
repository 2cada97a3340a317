import type { Source } from '../../shared/model/records.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import type { Ports } from './ports.ts'
import { saveSourceText } from './source-text.ts'

/** Earlier versions of a record. */
export function versionRequests(
  library: Library,
  { notify, now }: Ports,
): Pick<Handlers, 'version.list' | 'version.get' | 'version.restore'> {
  return {
    'version.list': async ({ id }) => {
      library.kindOf(id)
      return { versions: await library.versions(id) }
    },
    'version.get': ({ id, at }) => library.version(id, at),
    'version.restore': async ({ id, at }) => {
      if (library.kindOf(id) !== 'sources') return library.revert(id, at)
      // The evidence in a source follows its text back.
      const version = (await library.version(id, at)).record as Source
      const target = { collection: 'sources' as const, id, since: undefined }
      const updatedAt = now().toISOString()
      const record = await saveSourceText(library, notify, target, () => ({ ...version, updatedAt }))
      return { collection: 'sources', record }
    },
  }
}
