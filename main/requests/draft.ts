import type { UnsavedDraft } from '../../shared/requests.ts'
import { holds } from '../library/drafts.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { defined } from './defined.ts'
import type { Ports } from './ports.ts'

/** Text that is typed and not saved yet, and what an earlier session left of such. */
export function draftRequests(
  library: Library,
  { now }: Ports,
): Pick<Handlers, 'draft.list' | 'draft.keep' | 'draft.drop'> {
  return {
    'draft.list': async () => {
      // A window that only reads offers nothing that it could not save.
      if (library.whyReadOnly) return { drafts: [] }
      const lost: UnsavedDraft[] = []
      for (const draft of await library.drafts.recovered()) {
        const { id, at, fields } = draft
        if (!library.has(id) || library.kindOf(id) !== 'briefs') continue
        if (!holds(await library.get('briefs', id), draft)) lost.push({ id, at, fields: defined(fields) })
      }
      return { drafts: lost }
    },
    'draft.keep': async ({ id, fields }) => {
      if (library.whyReadOnly) return null
      await library.get('briefs', id)
      await library.drafts.keep({ id, at: now().toISOString(), fields })
      return null
    },
    'draft.drop': async ({ id, at }) => {
      await library.drafts.drop(id, at)
      return null
    },
  }
}
