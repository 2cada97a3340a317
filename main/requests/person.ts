// People: made, changed, and merged where two are one.
import { RequestProblem } from '../../shared/result.ts'
import type { Library } from '../library/library.ts'
import type { MergedPeople } from '../library/merge-people.ts'
import type { Handlers } from './answer.ts'
import { changeSince } from './change-since.ts'
import { defined } from './defined.ts'
import type { Ports } from './ports.ts'

type PersonRequest = 'person.create' | 'person.set' | 'person.merge' | 'person.unmerge'

export function personRequests(library: Library, { notify, now }: Ports): Pick<Handlers, PersonRequest> {
  /** The merges of this session, by who was merged into whom. */
  const merges = new Map<string, MergedPeople>()
  return {
    'person.create': async ({ fields }) => {
      const time = now().toISOString()
      const id = await library.newId(fields.name)
      return library.add('people', { schema: 5, id, createdAt: time, updatedAt: time, ...fields })
    },
    'person.set': ({ id, fields, since }) =>
      changeSince(library, notify, { collection: 'people', id, since }, person => ({
        ...person,
        ...defined(fields),
        updatedAt: now().toISOString(),
      })),
    'person.merge': async ({ keep, merge }) => {
      const merged = await library.mergePeople(keep, merge)
      merges.set(`${merge} ${keep}`, merged)
      const { person, quotes, briefs } = merged
      return { person, quotes, briefs }
    },
    'person.unmerge': async ({ keep, merge }) => {
      const merged = merges.get(`${merge} ${keep}`)
      if (!merged) throw notMerged(keep, merge)
      const person = await merged.undo()
      merges.delete(`${merge} ${keep}`)
      return person
    },
  }
}

function notMerged(keep: string, merge: string): RequestProblem {
  return new RequestProblem(
    'not-found',
    `${merge} was not merged into ${keep} since this library was opened. Nothing was changed; if it was before, ${merge} is in the trash and can be put back from there.`,
  )
}
