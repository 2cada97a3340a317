// Two people who are one: every quote and reference of the other led to the one that is kept, and the way back.
import { isDeepStrictEqual } from 'node:util'
import type { AnyRecord, Brief, Collection, FoundRecord, Person, Quote } from '../../shared/model/records.ts'
import { mergedPerson } from '../../shared/people/merged-person.ts'
import { withNewIds } from '../../shared/references/new-ids.ts'
import { parseReferences } from '../../shared/references/parse-references.ts'
import { RequestProblem } from '../../shared/result.ts'
import type { Change } from './change.ts'
import type { Disk } from './durable-file.ts'
import { type HoldingLibrary, usersOf } from './rename-record.ts'
import { noteRenamed } from './renamed-ids.ts'
import type { Seal } from './seal.ts'

type Merging = {
  library: HoldingLibrary & { restore(id: string): Promise<unknown>; remove(id: string): Promise<void> }
  folder: string
  seal: Seal
  disk: Disk
  now: () => Date
}

/** A record that a merge has changed. */
type Led = { collection: 'quotes' | 'briefs'; before: Quote | Brief; after: Quote | Brief }

export type MergedPeople = {
  person: Person
  /** How many of each were led to the kept one. */
  quotes: number
  briefs: number
  /** Makes them two again; what was written since stays. Rejects with a RequestProblem where one of them is gone for good. */
  undo: () => Promise<Person>
}

/**
 * Merges one person into another, all or none: the other's names become names of the kept one, and the other goes to the
 * trash. Earlier states that name the other lead to the kept one from then on. Rejects with a RequestProblem where they are
 * no two people.
 */
export async function mergePeople(merging: Merging, keep: string, merge: string): Promise<MergedPeople> {
  const { library, folder, seal, disk, now } = merging
  if (keep === merge)
    throw refusal(`${keep} cannot be merged with itself. Nothing was changed; choose another person.`)
  await Promise.all([library.get('people', keep), library.get('people', merge)])
  const users = usersOf(library, 'people', merge)
  const ids = new Map([[merge, keep]])
  // Before it is done: while the other one is in the library, nothing is led away from it.
  await noteRenamed(folder, { from: merge, to: keep, isMerge: true }, seal, disk)
  let before = await personOf(library, keep)
  let after = before
  const led: Led[] = []
  await library.saveTogether([keep, merge, ...users.map(user => user.id)], async () => {
    const updatedAt = now().toISOString()
    led.length = 0
    before = await personOf(library, keep)
    after = { ...mergedPerson(before, await personOf(library, merge)), updatedAt }
    for (const { collection, id } of users) {
      const old = { collection, record: await library.get(collection, id) } as FoundRecord
      const fresh = { ...withNewIds(old, ids).record, updatedAt }
      led.push({ collection, before: old.record, after: fresh } as Led)
    }
    return [
      { collection: 'people', id: keep, after },
      { collection: 'people', id: merge, after: null },
      ...led.map(each => ({ collection: each.collection, id: each.after.id, after: each.after }) as Change),
    ]
  })
  await library.drafts.rename(ids)
  const count = (collection: Collection) => led.filter(each => each.collection === collection).length
  return {
    person: await personOf(library, keep),
    quotes: count('quotes'),
    briefs: count('briefs'),
    undo: () => undoMerge(merging, { keep, merge, before, after, led }),
  }
}

async function undoMerge(
  { library, now }: Merging,
  merged: { keep: string; merge: string; before: Person; after: Person; led: readonly Led[] },
): Promise<Person> {
  const { keep, merge, led } = merged
  await library.get('people', keep)
  // First and by itself: until the rest is done there is one person too many, and nothing missing.
  const isBack = library.has(merge)
  if (!isBack) await library.restore(merge)
  const there = led.filter(({ after }) => library.has(after.id))
  const undone = library.saveTogether([keep, ...there.map(({ after }) => after.id)], async () => {
    const updatedAt = now().toISOString()
    const changes = [
      { collection: 'people', id: keep, after: partedPerson(merged, await personOf(library, keep)) },
    ]
    for (const each of there) {
      const state = await library.get(each.collection, each.after.id)
      const parted = ledBack(each, state, merged)
      if (parted !== state)
        changes.push({ collection: each.collection, id: state.id, after: parted as never })
    }
    return changes.map(change => ({ ...change, after: { ...change.after, updatedAt } }) as Change)
  })
  await undone.catch(async error => {
    if (!isBack) await library.remove(merge)
    throw error
  })
  return personOf(library, keep)
}

/** The kept one without what it has from the other; what was changed since stays. */
function partedPerson({ before, after }: { before: Person; after: Person }, state: Person): Person {
  const added = new Set(after.aliases.filter(alias => !before.aliases.includes(alias)))
  const addedTags = new Set(after.tags.filter(tag => !before.tags.includes(tag)))
  return {
    ...state,
    aliases: state.aliases.filter(alias => !added.has(alias)),
    tags: state.tags.filter(tag => !addedTags.has(tag)),
    role: state.role === after.role ? before.role : state.role,
    organisation: state.organisation === after.organisation ? before.organisation : state.organisation,
  }
}

/** A quote or brief that leads to the other one again; itself where that cannot be told any more. */
function ledBack(
  { before, after }: Led,
  state: AnyRecord,
  { keep, merge }: { keep: string; merge: string },
): AnyRecord {
  if (isDeepStrictEqual(withoutTime(state), withoutTime(after))) return before
  if ('person' in state) return state.person === keep ? { ...state, person: merge } : state
  if (!('body' in state && 'body' in before)) return state
  const references = parseReferences(state.body).filter(({ id }) => id === keep)
  const were = parseReferences(before.body).filter(({ id }) => id === keep || id === merge)
  // References that came or went since can be told from these by nothing.
  if (references.length !== were.length) return state
  let { body } = state
  for (const [index, { start, end }] of [...references.entries()].reverse()) {
    if (were[index]?.id !== merge) continue
    const at = body.slice(start, end).lastIndexOf(`#${keep}`)
    if (at !== -1)
      body = `${body.slice(0, start + at + 1)}${merge}${body.slice(start + at + 1 + keep.length)}`
  }
  return { ...state, body }
}

function withoutTime({ updatedAt: _, ...rest }: AnyRecord) {
  return rest
}

async function personOf(library: HoldingLibrary, id: string): Promise<Person> {
  return (await library.get('people', id)) as Person
}

function refusal(message: string): RequestProblem {
  return new RequestProblem('refused', message)
}
