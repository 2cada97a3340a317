// What changed between the versions of a brief that were issued, and since.
import type { Template } from '../../shared/brief/template.ts'
import { compareBriefs } from '../../shared/issue/compare-briefs.ts'
import { issueOf } from '../library/issued.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { briefAsItIs, frozenVersion } from './frozen.ts'

export function changesRequests(
  library: Library,
  templates: readonly Template[],
): Pick<Handlers, 'issue.compare'> {
  return {
    'issue.compare': async ({ id, from, to }) => {
      const brief = await library.get('briefs', id)
      const before = await frozenVersion(library, brief, from)
      const after =
        to === null
          ? (await briefAsItIs(library, templates, brief)).frozen
          : await frozenVersion(library, brief, to)
      return compareBriefs({
        before,
        after,
        from: issueOf(brief, from),
        to: to === null ? null : issueOf(brief, to),
      })
    },
  }
}
