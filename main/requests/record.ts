// What is the same for records of every kind: showing one, and deleting one.
import { parseReferences } from '../../shared/references/parse-references.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

export function recordRequests(library: Library): Pick<Handlers, 'record.get' | 'record.delete'> {
  return {
    'record.get': async ({ id }) => library.find(id),
    'record.delete': async ({ id, evenIfUsed }) => {
      library.find(id)
      const uses = usesOf(id, library)
      if (uses.length > 0 && !evenIfUsed) throw inUse(id, uses)
      await library.remove(id)
      return { id }
    },
  }
}

/** What would miss the record: briefs that refer to it, and evidence that is anchored in it. */
function usesOf(id: string, library: Library): string[] {
  const briefs = library
    .list('briefs')
    .filter(brief => parseReferences(brief.body).some(reference => reference.id === id))
    .map(brief => `the brief “${brief.title}”`)
  const evidence = [...library.list('quotes'), ...library.list('figures'), ...library.list('events')]
    .filter(({ anchor }) => anchor?.source === id)
    .map(record => `the evidence ${record.id}`)
  return [...briefs, ...evidence]
}

function inUse(id: string, uses: readonly string[]): RequestProblem {
  const shown = uses.slice(0, 5).join(', ')
  const more = uses.length > 5 ? ` and ${uses.length - 5} more` : ''
  return new RequestProblem(
    'in-use',
    `${id} is used by ${shown}${more}. Nothing was deleted; take it out there first, or delete it even so.`,
  )
}
