// Whom some words mean: for certain, or perhaps.
import type { Person } from '../model/records.ts'
import { comparableName } from './comparable-name.ts'

/** A person as names are looked up in. */
export type NamedPerson = Pick<Person, 'id' | 'name' | 'aliases' | 'role' | 'organisation'>

/**
 * A look-up of people by their full name or another name of theirs. It answers null where nobody has it, and where two
 * have: nobody is ever guessed. A family name alone is nobody's, unless it is among the other names.
 */
export function peopleByName<P extends NamedPerson>(people: readonly P[]): (words: string) => P | null {
  const known = new Map<string, Set<P>>()
  for (const person of people) {
    for (const name of [person.name, ...person.aliases]) {
      const key = comparableName(name)
      known.set(key, (known.get(key) ?? new Set()).add(person))
    }
  }
  return words => {
    const [only, ...more] = known.get(comparableName(words)) ?? []
    return only !== undefined && more.length === 0 && comparableName(words) !== '' ? only : null
  }
}

/**
 * The people whom some words may mean although they are none of their names: a part of the name ("Kato", "K. Kato"), or
 * what they are ("the finance minister", "Japan’s finance minister"). In the order they are given in.
 */
export function likelyPeople<P extends NamedPerson>(words: string, people: readonly P[]): P[] {
  const sought = comparableName(words)
  if (sought === '') return []
  return people.filter(person => {
    const names = [person.name, ...person.aliases].map(comparableName)
    return (
      !names.includes(sought) &&
      (names.some(name => isPartOf(sought, name) || isPartOf(name, sought)) || isRoleOf(sought, person))
    )
  })
}

/** Whether a shorter form of a name stands for it: some of its words in order, given names perhaps as initials. */
function isPartOf(short: string, name: string): boolean {
  if (/^\p{Script=Han}+$/u.test(short)) return name.startsWith(short)
  const parts = short.split(' ')
  const words = name.split(' ')
  if (parts.length > words.length || (parts.at(-1) ?? '').length < 2) return false
  let at = 0
  for (const part of parts) {
    const found = words.findIndex(
      (word, index) => index >= at && (word === part || (part.length === 1 && word.startsWith(part))),
    )
    if (found === -1) return false
    at = found + 1
  }
  return true
}

const joining = new Set(['of', 'for', 'and', 'at', 'the'])

function isRoleOf(sought: string, { name, role, organisation }: NamedPerson): boolean {
  if (role === null) return false
  const roleWords = comparableName(role)
  if (roleWords === '' || !` ${sought} `.includes(` ${roleWords} `)) return false
  const others = new Set(comparableName(`${organisation ?? ''} ${name}`).split(' '))
  const rest = ` ${sought} `.replace(` ${roleWords} `, ' ').trim()
  return rest === '' || rest.split(' ').every(word => joining.has(word) || others.has(word))
}
