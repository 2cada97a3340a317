// Two records of one person made one.
import type { Person } from '../model/records.ts'
import { comparableName } from './comparable-name.ts'

/** A person who goes by one more name; as before where that is one of the names already. */
export function withAlias<P extends Pick<Person, 'name' | 'aliases'>>(person: P, alias: string): P {
  const words = alias.replace(/\s+/g, ' ').trim()
  // The same name in other letters helps whoever reads the list; the very same does not.
  const isKnown = [person.name, ...person.aliases].includes(words)
  return isKnown || comparableName(words) === '' ? person : { ...person, aliases: [...person.aliases, words] }
}

/** The kept one with the names of the other, and what the other knew and it did not. */
export function mergedPerson(keep: Person, other: Person): Person {
  const named = [other.name, ...other.aliases].reduce(withAlias, keep)
  return {
    ...named,
    role: keep.role ?? other.role,
    organisation: keep.organisation ?? other.organisation,
    tags: [...new Set([...keep.tags, ...other.tags])],
  }
}
