// Lists of a library that every key of a person who writes asks for: a library has thousands of records.
import type { Event, Figure } from '../../shared/model/records.ts'
import type { Library } from '../library/library.ts'

type Listed = { figures: Figure; events: Event }

const known = new WeakMap<Library, Map<keyof Listed, { state: number; records: readonly unknown[] }>>()

/** All records of a kind, read anew only where one of them changed. */
export function knownList<C extends keyof Listed>(library: Library, collection: C): readonly Listed[C][] {
  const lists = known.get(library) ?? new Map()
  known.set(library, lists)
  const state = library.stateOf(collection)
  const before = lists.get(collection)
  if (before?.state === state) return before.records
  const records = library.list(collection)
  lists.set(collection, { state, records })
  return records as readonly Listed[C][]
}
