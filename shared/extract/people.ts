// The people a text names: each with the fullest form of the name, role and organisation, and where they are mentioned.
import { cuePattern } from './cue-verbs.ts'
import { type Gender, genderOf } from './genders.ts'
import { capitalRun, withoutPossessive } from './names.ts'
import { endsRole, isFormOfAddress, isNoNameWord, namesBody } from './role-words.ts'
import { type Standing, splitTitle, standingAfter, standingBefore } from './roles.ts'
import type { SuggestedPerson } from './suggestions.ts'

export type Person = Standing & { name: string; gender: Gender | null }

/** A person found for a name; not sure where people of the text share the name. */
type Meant = { person: Person; isSure: boolean }

/** A person by a part of the name; `weight` grows with how often the text speaks of them by their full name. */
type Named = { start: number; person: Person; weight: number }

/** A place where a person is named. */
export type Mention = {
  start: number
  end: number
  person: Person
  /** Whether a reporting verb stands beside the name. */
  isSpeaking: boolean
  /** Whether the name, perhaps with a title, begins a sentence. */
  isTopic: boolean
  /** "Kato’s plan" speaks of the plan. */
  isOwner: boolean
}

/** A name as it stands, before it is known whose it is. */
type Naming = Standing &
  Pick<Mention, 'start' | 'end' | 'isSpeaking' | 'isTopic' | 'isOwner'> & {
    name: string[]
    gender: Gender | null
    /** "Mr. Hall", "Senator Hall". */
    hasTitle: boolean
  }

export type People = {
  /** Each place where a person is named. */
  named: SuggestedPerson[]
  /** The person whom a full name or a surname means at a place in the text. */
  find: (name: string, at: number) => Meant | null
  /** Whether the text has a word as a name where no sentence begins. */
  names: (word: string) => boolean
  /** The person or body that a description means at a place: "the mayor", "the bank"; null where the text names none. */
  describedBy: (noun: string, at: number) => Person | null
  /** The first person named in a range who is not the owner of something; null where there is none. */
  mentionIn: (from: number, to: number) => Mention | null
  /** The last mentions before a place and not before another, outside the ranges given, newest first. */
  mentionsBefore: (at: number, notBefore: number, isHidden: (at: number) => boolean) => Mention[]
}

const mostMentions = 50
const cueBefore = new RegExp(`(?<![\\p{L}’'])${cuePattern}\\s$`, 'iu')
const sentenceStart =
  /(?:^|[.!?:][*_)”"]{0,3}\s+|\n[\s*_>#-]*)(?:\p{Lu}[^,.;:!?“”"]{1,70},\s)?(?:(?:But|And|So|Yet|The|Then|Meanwhile)\s)?$/u
const cueAfter = new RegExp(`^,?\\s(?:(?:also|has|had|then|\\p{Ll}+ly)\\s)?${cuePattern}`, 'iu')

/** Finds the people of a text. */
export function peopleOf(text: string): People {
  const namings = namingsOf(text)
  const people = new Map<string, Person>()
  const bySurname = new Map<string, Named[]>()
  const alone = new Set(namings.filter(({ name }) => name.length < 3).map(({ name }) => name.join(' ')))
  for (const naming of namings) {
    if (naming.name.length < 2 || !isPersonal(naming, alone)) continue
    const key = naming.name.join(' ')
    const person = people.get(key) ?? { name: key, role: null, organisation: null, gender: null }
    people.set(key, person)
    addStanding(person, naming)
    const surname = surnameOf(naming.name)
    // Of a name of three words or more the last two may stand alone: "Suu Kyi", "Vargas Llosa".
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
  const indexAt = (at: number) => {
    let [low, high] = [0, found.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((found[middle]?.start ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    named: found.map(({ start, end, person: { name, role, organisation } }) => ({
      start,
      end,
      text: text.slice(start, end),
      name,
      kind: 'person',
      role,
      organisation,
      confidence: end - start >= name.length ? 0.85 : 0.75,
      rule: end - start >= name.length ? 'full name' : 'part of a name',
    })),
    find(name, at) {
      const words = name.split(/\s+/)
      const split = splitTitle(words)
      const key = withoutPossessive(split.name.join(' '))
      const full = people.get(key)
      if (full !== undefined) return { person: full, isSure: true }
      const gender = genderOf(words, split.name)
      const known = closest(bySurname.get(key), at, key, gender)
      if (known !== null) return known
      const naming = titled.get(key)
      if (naming === undefined) return null
      const { role, organisation } = naming
      return { person: { name: key, role, organisation, gender: naming.gender }, isSure: true }
    },
    names: word => inside.has(word),
    describedBy(noun, at) {
      const known = described.get(noun.toLowerCase()) ?? []
      // "The president" is not the vice president where there is one.
      const plain = known.filter(
        ({ person }) => !/\b(?:vice|deputy|former|assistant|ex)\b/i.test(person.role ?? ''),
      )
      const fits = plain.length > 0 ? plain : known
      return (fits.findLast(({ start }) => start <= at) ?? fits[0])?.person ?? null
    },
    mentionIn(from, to) {
      for (let index = indexAt(from); (found[index]?.start ?? to) < to; index++)
        if (found[index]?.isOwner === false) return found[index] ?? null
      return null
    },
    mentionsBefore(at, notBefore, isHidden) {
      const low = indexAt(at)
      return found
        .slice(Math.max(0, low - mostMentions), low)
        .filter(({ start }) => start >= notBefore && !isHidden(start))
        .reverse()
    },
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

/** The people of whom a noun is the role, by that noun, in the order they are named. */
function describedIn(found: Mention[]): Map<string, Mention[]> {
  const described = new Map<string, Mention[]>()
  for (const mention of found) {
    const words = (mention.person.role ?? '').toLowerCase().split(/\s+/)
    for (const noun of new Set(words.filter(endsRole))) {
      const known = described.get(noun) ?? []
      described.set(noun, known)
      known.push(mention)
    }
  }
  return described
}

function namingsOf(text: string): Naming[] {
  const namings: Naming[] = []
  const isHeadline = headlinesOf(text)
  for (const match of text.matchAll(capitalRun)) {
    if (isHeadline(match.index)) continue
    const end = match.index + match[0].length
    const capitals = match[0].split(/[ \u00a0]/)
    let words = capitals
    while (words.length > 0 && isNoNameWord(words[0] ?? '')) words = words.slice(1)
    // "Secretary of State Ann Bell": a role reaches past its "of".
    const office = officeBefore(text.slice(Math.max(0, match.index - 60), match.index), words)
    if (office !== null) words = words.slice(office.taken)
    const possessive = words.findLastIndex((word, index) => /[’']s$/.test(word) && index < words.length - 1)
    const split = splitTitle(words)
    const owner = split.name === words && possessive >= 0 ? words.slice(0, possessive + 1).join(' ') : null
    const name = (owner === null ? split.name : words.slice(possessive + 1)).map(withoutPossessive)
    if (name.length === 0 || name.length > 4 || namesBody(name.join(' ')) || name.some(isNoNameWord)) continue
    if (name.some(endsRole)) continue
    const start = end - match[0].length + match[0].lastIndexOf(name[0] ?? '')
    const before =
      office ?? (split.role === null ? standingBefore(text.slice(Math.max(0, start - 90), start)) : split)
    const after = standingAfter(text.slice(end, end + 240))
    const body = owner !== null && namesBody(withoutPossessive(owner)) ? withoutPossessive(owner) : null
    const from = Math.max(0, match.index - 90)
    // A lead cut off in the middle of a sentence begins none.
    const lead = `${from > 0 ? '…' : ''}${text.slice(from, match.index)}`
    const role = before.role ?? after.role
    namings.push({
      start,
      end: end - (/[’']s$/.exec(match[0])?.[0].length ?? 0),
      name,
      role,
      organisation: before.organisation ?? after.organisation ?? body,
      gender: genderOf([...capitals.filter(isFormOfAddress), ...(role ?? '').split(' ')], name),
      isSpeaking: cueAfter.test(text.slice(end, end + 40)) || cueBefore.test(lead),
      isTopic: sentenceStart.test(lead),
      hasTitle: split.name !== words,
      isOwner: /[’']s$/.test(match[0]),
    })
  }
  return namings
}

const officeLead =
  /(?<![\p{L}’'])((?:\p{Lu}[\p{L}’'.-]+\s|(?:vice|deputy|then-|former|acting)\s?){0,3}(\p{L}+))\sof\s(the\s)?$/u

/** A role that "of" ties to the first words of a run of capitals, and how many of them it takes. */
function officeBefore(lead: string, words: string[]): (Standing & { taken: number }) | null {
  const [, role = '', noun = '', article = ''] = officeLead.exec(lead) ?? []
  const body = words.findLastIndex(word => namesBody(word) && !endsRole(word))
  const taken = Math.max(1, body + 1)
  if (!endsRole(noun) || words.length - taken < 2) return null
  const object = words.slice(0, taken).join(' ')
  return body >= 0
    ? { role, organisation: object, taken }
    : { role: `${role} of ${article}${object}`, organisation: null, taken }
}

/** Tells the lines in which most words have capitals, so that none tells a name. */
function headlinesOf(text: string): (at: number) => boolean {
  let [start, end, isOne] = [0, -1, false]
  return at => {
    if (at < end) return isOne
    while (at > end) {
      start = end + 1
      const next = text.indexOf('\n', start)
      end = next < 0 ? text.length : next
    }
    const words = end - start < 160 ? (text.slice(start, end).match(/\p{L}{4,}/gu) ?? []) : []
    isOne = words.length >= 5 && words.filter(word => /^\p{Lu}/u.test(word)).length >= 0.8 * words.length
    return isOne
  }
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
