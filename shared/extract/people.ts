// The people a text names: each with the fullest form of the name, role and organisation, and where they are mentioned.
import { bodiesOf } from './bodies.ts'
import { type Gender, genderOf } from './genders.ts'
import { withoutPossessive } from './names.ts'
import { type Naming, namingsOf } from './namings.ts'
import { firstAtOrAfter } from './ordered.ts'
import { endsRole } from './role-words.ts'
import { type Standing, splitTitle } from './roles.ts'
import type { SuggestedPerson } from './suggestions.ts'

export type Person = Standing & { name: string; gender: Gender | null }

/** A person found for a name; not sure where people of the text share the name. */
type Meant = { person: Person; isSure: boolean }

/** A person by a part of the name; `weight` grows with how often the text speaks of them by their full name. */
type Named = { start: number; person: Person; weight: number }

/** A place where a person is named. */
export type Mention = Pick<Naming, 'start' | 'end' | 'isSpeaking' | 'isTopic' | 'isOwner'> & {
  person: Person
}

export type People = {
  /** Each place where a person is named. */
  named: SuggestedPerson[]
  /** The person whom a full name or a surname means at a place in the text. */
  find: (name: string, at: number) => Meant | null
  /** The fullest name of a body: of its initials, or of a part of it. */
  fullBody: (name: string) => string
  /** Whether the text has a word as a name where no sentence begins. */
  names: (word: string) => boolean
  /** The person or body that a description means at a place: "the mayor", "the bank"; null where the text names none. */
  describedBy: (noun: string, at: number) => Person | null
  /** The first person named in a range who is not the owner of something; null where there is none. */
  mentionIn: (from: number, to: number) => Mention | null
  /** The last mentions before a place and not before another, outside the ranges given, newest first. */
  mentionsBefore: (at: number, notBefore: number, isHidden: (at: number) => boolean) => Mention[]
  /** The last name before a place and not before another that may be a person's, though nothing else says so. */
  strangerBefore: (at: number, notBefore: number, isHidden: (at: number) => boolean) => Person | null
}

const mostMentions = 50
/** Finds the people of a text. */
export function peopleOf(text: string): People {
  const namings = namingsOf(text)
  const people = new Map<string, Person>()
  const bySurname = new Map<string, Named[]>()
  const alone = new Set(namings.filter(({ name }) => name.length < 3).map(({ name }) => name.join(' ')))
  const endings = new Set(namings.flatMap(({ name }) => (name.length > 2 ? [name.slice(-2).join(' ')] : [])))
  for (const naming of namings) {
    const key = naming.name.join(' ')
    if (naming.name.length < 2 || endings.has(key) || !isPersonal(naming, alone)) continue
    const person = people.get(key) ?? { name: key, role: null, organisation: null, gender: null }
    people.set(key, person)
    addStanding(person, naming)
    const surname = surnameOf(naming.name)
    // Of a name of three words or more the last two may stand alone: "Vargas Llosa".
    const lastTwo = naming.name.length > 2 ? naming.name.slice(-2).join(' ') : surname
    for (const part of new Set([surname, lastTwo, naming.name[0] ?? surname])) {
      const known = bySurname.get(part) ?? []
      bySurname.set(part, known)
      const entry = known.find(entry => entry.person === person) ?? { start: naming.start, person, weight: 0 }
      if (entry.weight === 0) known.push(entry)
      entry.weight += naming.isSpeaking || naming.isTopic ? 3 : 1
    }
  }
  addTitled(namings, people, bySurname)
  const found: Mention[] = []
  for (const naming of namings) {
    const { start, end, isSpeaking, isTopic, isOwner } = naming
    const key = naming.name.join(' ')
    const full = people.get(key)
    const meant =
      full === undefined
        ? closest(bySurname.get(key), start, key, naming.gender)
        : { person: full, isSure: true }
    if (meant === null) continue
    if (meant.isSure) addStanding(meant.person, naming)
    found.push({ start, end, person: meant.person, isSpeaking, isTopic, isOwner })
  }
  const titled = new Map(
    namings.filter(({ role }) => role !== null).map(naming => [naming.name.join(' '), naming]),
  )
  const inside = new Set(namings.filter(({ isTopic }) => !isTopic).flatMap(({ name }) => name))
  const described = describedIn(found)
  const bodies = bodiesOf(text)
  const bodyStarts = new Set(bodies.named.map(({ start }) => start))
  const strangers = namings.filter(
    ({ start, name, isOwner }) =>
      (name.length === 2 || name.length === 3) &&
      !isOwner &&
      !people.has(name.join(' ')) &&
      !bodyStarts.has(start),
  )
  return {
    named: [...found.map(mention => suggestedPerson(text, mention)), ...bodies.named].sort(
      (one, other) => one.start - other.start,
    ),
    find(name, at) {
      const words = name.split(/\s+/)
      const split = splitTitle(words)
      const key = withoutPossessive(split.name.join(' '))
      const full = people.get(key)
      if (full !== undefined) return { person: full, isSure: true }
      const gender = genderOf(words, split.name)
      const known = closest(bySurname.get(key), at, key, gender)
      if (known !== null) return known
      // "Secretary of State Ann Bell": the name ends what stands before the verb.
      for (let from = 1; from < words.length - 1; from++) {
        const person = people.get(words.slice(from).join(' '))
        if (person !== undefined) return { person, isSure: true }
      }
      const naming = titled.get(key)
      if (naming === undefined) return null
      const { role, organisation } = naming
      return { person: { name: key, role, organisation, gender: naming.gender }, isSure: true }
    },
    names: word => inside.has(word),
    fullBody: bodies.fullName,
    describedBy(noun, at) {
      const { plain = [], others = [] } = described.get(noun.toLowerCase()) ?? {}
      const fits = plain.length > 0 ? plain : others
      const person = (fits[firstAtOrAfter(fits, at + 1) - 1] ?? fits[0])?.person
      return person ?? bodies.describedBy(noun, at)
    },
    mentionIn(from, to) {
      for (let index = firstAtOrAfter(found, from); (found[index]?.start ?? to) < to; index++)
        if (found[index]?.isOwner === false) return found[index] ?? null
      return null
    },
    mentionsBefore(at, notBefore, isHidden) {
      const low = firstAtOrAfter(found, at)
      return found
        .slice(Math.max(0, low - mostMentions), low)
        .filter(({ start }) => start >= notBefore && !isHidden(start))
        .reverse()
    },
    strangerBefore(at, notBefore, isHidden) {
      for (
        let index = firstAtOrAfter(strangers, at) - 1;
        (strangers[index]?.start ?? -1) >= notBefore;
        index--
      ) {
        const naming = strangers[index]
        if (!naming || isHidden(naming.start)) continue
        const { name, role, organisation, gender } = naming
        return { name: name.join(' '), role, organisation, gender }
      }
      return null
    },
  }
}

function suggestedPerson(text: string, { start, end, person }: Mention): SuggestedPerson {
  const { name, role, organisation } = person
  const isFull = end - start >= name.length
  return {
    start,
    end,
    text: text.slice(start, end),
    name,
    kind: 'person',
    role,
    organisation,
    confidence: isFull ? 0.85 : 0.75,
    rule: isFull ? 'full name' : 'part of a name',
  }
}

/** Somebody of whom the text has but a surname with a title: "Mr. Hall". */
function addTitled(namings: Naming[], people: Map<string, Person>, bySurname: Map<string, Named[]>): void {
  for (const naming of namings) {
    const [name = ''] = naming.name
    if (naming.name.length !== 1 || !naming.hasTitle || (bySurname.has(name) && !people.has(name))) continue
    const person = people.get(name) ?? { name, role: null, organisation: null, gender: null }
    if (!people.has(name)) bySurname.set(name, [{ start: naming.start, person, weight: 1 }])
    people.set(name, person)
    addStanding(person, naming)
  }
}

/** The people of whom a noun is the role; "the president" is not the vice president where there is another. */
type Described = { plain: Mention[]; others: Mention[] }

const inFull: Record<string, string> = {
  'gov.': 'governor',
  'sen.': 'senator',
  'rep.': 'representative',
  'gen.': 'general',
  'prof.': 'professor',
}

function describedIn(found: Mention[]): Map<string, Described> {
  const described = new Map<string, Described>()
  for (const mention of found) {
    const words = (mention.person.role ?? '').toLowerCase().split(/\s+/)
    const isPlain = !words.some(word => /^(?:vice|deputy|former|assistant|ex)$/.test(word))
    for (const noun of new Set(words.filter(endsRole).map(word => inFull[word] ?? word))) {
      const known = described.get(noun) ?? { plain: [], others: [] }
      described.set(noun, known)
      known[isPlain ? 'plain' : 'others'].push(mention)
    }
  }
  return described
}

/** A run of capitals is a person's where something around it, or elsewhere in the text, treats it as one. */
function isPersonal(naming: Naming, alone: ReadonlySet<string>): boolean {
  return (
    naming.gender !== null ||
    naming.role !== null ||
    naming.organisation !== null ||
    naming.isSpeaking ||
    alone.has(surnameOf(naming.name)) ||
    (naming.name.length > 2 && alone.has(naming.name.slice(-2).join(' ')))
  )
}

function surnameOf(name: string[]): string {
  const last = name.at(-1) ?? ''
  return /^(?:Jr|Sr)\.?$|^I{2,3}$/.test(last) ? (name.at(-2) ?? last) : last
}

function addStanding(person: Person, naming: Naming): void {
  person.role ??= naming.role
  person.organisation ??= naming.organisation
  person.gender ??= naming.gender
}

/** Of people who share a surname, the one the text is most about; a surname weighs more than a first name. */
function closest(
  entries: Named[] | undefined,
  at: number,
  part: string,
  gender: Gender | null,
): Meant | null {
  if (entries === undefined) return null
  const surnames = entries.filter(({ person }) => surnameOf(person.name.split(' ')) === part)
  const named = surnames.length > 0 ? surnames : entries
  const gendered = named.filter(({ person }) => gender === null || (person.gender ?? gender) === gender)
  const fitting = gendered.length > 0 ? gendered : named
  const before = fitting.filter(({ start }) => start <= at)
  const near = before.length > 0 ? before : fitting
  const heaviest = Math.max(...near.map(({ weight }) => weight))
  // A family in the news: the one it is about goes by the surname alone.
  const entry = near.findLast(({ weight }) => weight === heaviest)
  return entry === undefined ? null : { person: entry.person, isSure: fitting.length === 1 }
}
