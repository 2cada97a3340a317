// What is the same for records of every kind: showing one, and deleting one.
import { parseReferences } from '../../shared/references/parse-references.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'

export function recordRequests(library: Library): Pick<Handlers, 'record.get' | 'record.delete'> {
  return {
    'record.get': async ({ id }) => library.find(id),
    'record.delete': async ({ id, evenIfUsed }) => {
      library.kindOf(id)
      const uses = await usesOf(id, library)
      if (uses.length > 0 && !evenIfUsed) throw inUse(id, uses)
      await library.remove(id)
      return { id }
    },
  }
}

/** What would miss the record: briefs that refer to it, and evidence that is anchored in it. */
async function usesOf(id: string, library: Library): Promise<string[]> {
  const uses: string[] = []
  for (const { collection, id: user } of library.mayUse(id)) {
    if (collection === 'briefs') {
      const { title, body } = await library.get('briefs', user)
      if (parseReferences(body).some(reference => reference.id === id)) uses.push(`the brief “${title}”`)
    } else uses.push(`the evidence ${user}`)
  }
  return uses
}

function inUse(id: string, uses: readonly string[]): RequestProblem {
  const shown = uses.slice(0, 5).join(', ')
  const more = uses.length > 5 ? ` and ${uses.length - 5} more` : ''
  return new RequestProblem(
    'in-use',
    `${id} is used by ${shown}${more}. Nothing was deleted; take it out there first, or delete it even so.`,
  )
}
