// Making, changing, merging and removing people.
import type { Person } from '../../shared/model/records.ts'
import { type Speaker, unlinkedQuotes } from '../../shared/people/speakers.ts'
import type { RequestInput } from '../../shared/requests.ts'
import { request } from '../bridge/bridge.ts'
import { whyNotSaved } from '../briefs/unsaved-words.ts'
import { lists, openDialog, room } from '../state/desk.ts'
import { deleteRecord, readLists } from '../state/library-actions.ts'
import { withRecord } from '../state/lists.ts'
import { tell } from '../state/notices.ts'
import { strings } from '../ui/strings.ts'
import { choosePerson, editedPerson, openPerson } from './people-state.ts'

export type PersonFields = RequestInput<'person.create'>['fields']

/** Opens the page of a person in their room. */
export function showPerson(id: string): void {
  choosePerson(id)
  room.value = 'people'
}

export function startPerson(): void {
  editedPerson.value = null
  openDialog.value = 'person'
}

export function startEditing(person: Person): void {
  editedPerson.value = person
  openDialog.value = 'person'
}

/** Keeps a person as new, or as the state after the one that was edited; gives why that was refused, or null. */
export async function savePerson(edited: Person | null, fields: PersonFields): Promise<string | null> {
  const result = edited
    ? await request('person.set', { id: edited.id, fields, since: edited.updatedAt })
    : await request('person.create', { fields })
  if (!result.ok) return result.problem.message
  lists.value = withRecord(lists.value, 'people', result.value)
  showPerson(result.value.id)
  return null
}

/** Makes a speaker of quotes a person, and links those quotes. */
export async function makePersonOf({ name, role, organisation }: Speaker): Promise<void> {
  const created = await request('person.create', { fields: { name, role, organisation } })
  if (!created.ok) return tell('problem', created.problem.message)
  const person = created.value
  lists.value = withRecord(lists.value, 'people', person)
  const { quotes, people } = lists.value
  let linked = 0
  for (const { id } of unlinkedQuotes(person, quotes, people)) {
    const result = await request('quote.set', { id, fields: { person: person.id } })
    if (!result.ok) return tell('problem', result.problem.message)
    lists.value = withRecord(lists.value, 'quotes', result.value)
    linked += 1
  }
  showPerson(person.id)
  tell('info', strings.people.made(person.name, linked))
}

/** Makes two people one, and says so with the way back. What was typed is saved first, as briefs are rewritten. */
export async function mergePeople(keep: Person, other: Person): Promise<string | null> {
  const why = await whyNotSaved()
  if (why !== null) return why
  const ids = { keep: keep.id, merge: other.id }
  const result = await request('person.merge', ids)
  if (!result.ok) return result.problem.message
  await readLists()
  const { quotes, briefs } = result.value
  tell('info', strings.merging.merged(other.name, keep.name, quotes, briefs), [], {
    label: strings.actions.undo,
    onPress: () => void unmerge(ids, strings.merging.undone(other.name, keep.name)),
  })
  return null
}

async function unmerge(ids: { keep: string; merge: string }, done: string): Promise<void> {
  const why = await whyNotSaved()
  if (why !== null) return tell('problem', why)
  const result = await request('person.unmerge', ids)
  if (!result.ok) return tell('problem', result.problem.message)
  await readLists()
  tell('info', done)
}

export async function deletePerson({ id, name }: Pick<Person, 'id' | 'name'>): Promise<void> {
  await deleteRecord({ id, title: name }, () => {
    if (openPerson.value === null) choosePerson(null)
  })
}
