// What is the same for records of every kind: showing one, renaming one, and deleting one.
import type { Backlinks } from '../../shared/backlinks.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Library } from '../library/library.ts'
import type { Handlers } from './answer.ts'
import { backlinksOf } from './backlinks.ts'

export function recordRequests(
  library: Library,
): Pick<Handlers, 'record.get' | 'record.delete' | 'record.rename'> {
  return {
    'record.get': async ({ id }) => library.find(id),
    'record.rename': ({ id, to }) => library.rename(id, to),
    'record.delete': async ({ id, evenIfUsed }) => {
      library.kindOf(id)
      const uses = usesIn(await backlinksOf(id, library))
      if (uses.length > 0 && !evenIfUsed) throw inUse(id, uses)
      await library.remove(id)
      return { id }
    },
  }
}

/** What would miss the record: briefs that refer to it, with the sentence, and evidence that is anchored in it. */
function usesIn({ briefs, evidence }: Backlinks): string[] {
  const direct = briefs.filter(({ through }) => through === null)
  return [
    ...direct.map(({ title, line, sentence }) => `the brief “${title}”, line ${line} (“${short(sentence)}”)`),
    ...evidence.map(({ id }) => `the evidence ${id}`),
  ]
}

function short(sentence: string): string {
  return sentence.length > 160 ? `${sentence.slice(0, 159).trimEnd()}…` : sentence
}

function inUse(id: string, uses: readonly string[]): RequestProblem {
  const shown = uses.slice(0, 5).join(', ')
  const more = uses.length > 5 ? ` and ${uses.length - 5} more` : ''
  return new RequestProblem(
    'in-use',
    `${id} is used by ${shown}${more}. Nothing was deleted; take it out there first, or delete it even so.`,
  )
}
