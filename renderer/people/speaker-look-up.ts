// Whom the words of a speaker mean, as they are typed. Pure.
import type { Person } from '../../shared/model/records.ts'
import { likelyPeople, peopleByName } from '../../shared/people/find-people.ts'
import { fuzzyFilter } from '../state/fuzzy-match.ts'

/** Stands in a form for a person who is made when it is saved; no id has this sign. */
export const newPerson = '+'

const mostOffered = 6

/** The people some words may mean, best first: those of that name, those it is a part of, those who are that, and alike. */
export function peopleMeant(words: string, people: readonly Person[]): Person[] {
  if (words.trim() === '') return []
  const exact = peopleByName(people)(words)
  const alike = fuzzyFilter(words, people, ({ name, aliases, role, organisation }) =>
    [name, ...aliases, role ?? '', organisation ?? ''].join(' '),
  )
  return [...new Set([...(exact ? [exact] : []), ...likelyPeople(words, people), ...alike])].slice(
    0,
    mostOffered,
  )
}

/** The words, where they are a name of a person that is not among theirs yet; empty where they are not. */
export function aliasOf(words: string, person: Person): string {
  return likelyPeople(words, [person]).length === 1 ? words.trim() : ''
}
