// Whom a pronoun before or after a quoted run means.
import type { Mention, People, Person } from './people.ts'

/** Where a pronoun stands, and who spoke last before it. */
export type PronounPlace = {
  at: number
  /** The start of its paragraph. */
  paragraph: number
  /** Where the paragraphs before it begin in which a person is looked for, nearest first. */
  before: number[]
  isQuoted: (at: number) => boolean
  /** Who spoke last, and where, if that is near enough; not sure where only a guess told who it was. */
  lastSpeaker: { person: Person; at: number; isSure: boolean } | null
}

/** The person meant, and whether nobody else near by can be; null where nobody is near. */
export function personMeant(
  pronoun: string,
  people: People,
  place: PronounPlace,
): { person: Person; isSure: boolean } | null {
  const word = pronoun.toLowerCase()
  const fits = ({ gender }: Person) => gender === null || (word !== 'he' && word !== 'she') || gender === word
  const { lastSpeaker } = place
  const speaker = lastSpeaker !== null && fits(lastSpeaker.person) ? lastSpeaker : null
  const mentions = people
    .mentionsBefore(place.at, speaker?.at ?? place.before.at(-1) ?? place.paragraph, place.isQuoted)
    .filter(mention => fits(mention.person) && !mention.isOwner)
  const here = mentions.filter(({ start }) => start >= place.paragraph)
  const nearest = place.before.find(from => mentions.some(({ start }) => start >= from)) ?? 0
  const near = here.length > 0 ? here : mentions.filter(({ start }) => start >= nearest)
  const person =
    here.length > 0
      ? foremost(here)
      : (near.find(({ isSpeaking }) => isSpeaking)?.person ?? speaker?.person ?? foremost(near))
  if (person === undefined) {
    const isSingular = word === 'he' || word === 'she'
    const stranger =
      isSingular && people.strangerBefore(place.at, place.before.at(-1) ?? place.paragraph, place.isQuoted)
    return stranger ? { person: stranger, isSure: false } : null
  }
  const others = here.length === 0 && speaker !== null ? [speaker.person.name] : []
  const names = new Set([person.name, ...near.map(mention => mention.person.name), ...others])
  const isGuess = person === speaker?.person && !speaker.isSure
  return { person, isSure: word !== 'they' && names.size === 1 && !isGuess }
}

/** The one who begins the latest sentence that a person begins, or else the one named last. */
function foremost(newestFirst: Mention[]): Person | undefined {
  return (newestFirst.find(({ isTopic }) => isTopic) ?? newestFirst[0])?.person
}
