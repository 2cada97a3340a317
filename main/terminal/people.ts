// People from a terminal: who there is, and what one of them said over time.
import { formatEdtf } from '../../shared/dates/format-edtf.ts'
import type { Person } from '../../shared/model/records.ts'
import { positionsOf } from '../../shared/people/positions.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Printed, Request } from './printed.ts'
import type { Call } from './usage.ts'
import { wordsBetween } from './words-between.ts'

/** One line a person: the id, the name, what they are, and the other names. */
export async function printPeople(request: Request): Promise<Printed> {
  const { people } = await request('library.list', {})
  return {
    json: {
      people: people.map(({ id, name, aliases, kind, role, organisation, tags }) => {
        return { id, name, aliases, kind, role, organisation, tags }
      }),
    },
    lines: people.map(({ id, name, aliases, role, organisation }) =>
      [id, name, [role, organisation].filter(Boolean).join(', '), aliases.join('; ')].join('\t').trimEnd(),
    ),
  }
}

/** What somebody said, a statement a line, the earliest first; `--tag` leaves those that have it. */
export async function printPerson(
  { arguments: [id = ''], options: { tag } }: Call,
  request: Request,
): Promise<Printed> {
  const { people, quotes, sources } = await request('library.list', {})
  const person = people.find(each => each.id === id)
  if (!person)
    throw new RequestProblem('not-found', `There is no person “${id}” in the library. Nothing was changed.`)
  const positions = positionsOf(id, quotes, sources).filter(
    ({ quote }) => tag === undefined || quote.tags.includes(tag),
  )
  return {
    json: {
      person,
      positions: positions.map(({ quote, source, when, whenBy }) => ({
        quote: quote.id,
        text: quote.text,
        when,
        whenBy,
        source: source?.id ?? null,
        tags: quote.tags,
      })),
    },
    lines: positions.map(({ quote, when }) =>
      [when === null ? 'no date' : formatEdtf(when), quote.id, quote.text.replace(/\s+/g, ' ')].join('\t'),
    ),
  }
}

/** Keeps a person by the name that is typed. */
export function addPerson(
  { arguments: [name = ''], options: { alias = '', role, organisation } }: Call,
  request: Request,
): Promise<Person> {
  const fields = {
    name,
    aliases: wordsBetween(alias, ';'),
    role: role || null,
    organisation: organisation || null,
  }
  return request('person.create', { fields })
}
