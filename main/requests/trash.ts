// What was deleted: seen, taken back, and emptied by hand only.
import type { TrashedSummary } from '../../shared/answers.ts'
import { summaryOf } from '../../shared/summaries.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

export function trashRequests(
  library: Library,
): Pick<Handlers, 'trash.list' | 'trash.restore' | 'trash.empty'> {
  return {
    'trash.list': async () => ({
      records: (await library.trashed()).map(
        ({ deletedAt, ...found }) => ({ ...summaryOf(found), deletedAt }) as TrashedSummary,
      ),
    }),
    'trash.restore': ({ id }) => library.restore(id),
    'trash.empty': async () => {
      const deleted = await library.emptyTrash()
      await library.steps.clear()
      return { deleted }
    },
  }
}
