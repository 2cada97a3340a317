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
      const briefs = new Map(library.list('briefs').map(brief => [brief.id, brief]))
      const drafts = await library.drafts.recovered()
      const isLost = (draft: (typeof drafts)[number]) => {
        const brief = briefs.get(draft.id)
        return brief !== undefined && !holds(brief, draft)
      }
      return {
        drafts: drafts.filter(isLost).map(({ id, at, fields }) => ({ id, at, fields: defined(fields) })),
      }
    },
    'draft.keep': async ({ id, fields }) => {
      if (library.whyReadOnly) return null
      library.get('briefs', id)
      await library.drafts.keep({ id, at: now().toISOString(), fields })
      return null
    },
    'draft.drop': async ({ id, at }) => {
      await library.drafts.drop(id, at)
      return null
    },
  }
}
