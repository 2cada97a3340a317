// Who speaks in quotes that are not linked to a person yet.
import type { Quote } from '../model/records.ts'
import { comparableName } from './comparable-name.ts'
import { type NamedPerson, peopleByName } from './find-people.ts'

/** A speaker as quotes name one, with what they say of the role and organisation first. */
export type Speaker = {
  name: string
  role: string | null
  organisation: string | null
  /** How many quotes are theirs. */
  count: number
}

/** The speakers who are nobody in the library, those of most quotes first. */
export function speakersWithoutPerson(quotes: readonly Quote[], people: readonly NamedPerson[]): Speaker[] {
  const find = peopleByName(people)
  const speakers = new Map<string, Speaker>()
  for (const { person, speaker, role, organisation } of quotes) {
    if (person !== null || find(speaker)) continue
    const key = comparableName(speaker)
    const known = speakers.get(key) ?? { name: speaker, role: null, organisation: null, count: 0 }
    speakers.set(key, {
      ...known,
      role: known.role ?? role,
      organisation: known.organisation ?? organisation,
      count: known.count + 1,
    })
  }
  return [...speakers.values()].sort((one, other) => other.count - one.count)
}

/** The quotes that name a person as their speaker, and nobody else of the library, and are linked to nobody. */
export function unlinkedQuotes<P extends NamedPerson>(
  person: P,
  quotes: readonly Quote[],
  people: readonly P[],
): Quote[] {
  const find = peopleByName(people)
  return quotes.filter(quote => quote.person === null && find(quote.speaker)?.id === person.id)
}
