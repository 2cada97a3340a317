// Whom the subject of a reporting verb means in the text as a whole.
import type { Candidate } from './candidates.ts'
import { capitalsAtStart } from './names.ts'
import type { People } from './people.ts'
import { type PronounPlace, personMeant } from './pronouns.ts'
import { namesBody } from './role-words.ts'
import { splitTitle } from './roles.ts'
import type { Subject } from './subject.ts'

export type Attribution = {
  speaker: string
  role: string | null
  organisation: string | null
  cue: string | null
  rule: string
  confidence: number
}

/** How sure a speaker is whom nothing but a pronoun names. */
const unnamed = 0.3

/** The speaker whom a candidate means at its place in the text. */
export function resolveSpeaker(candidate: Candidate, people: People, place: PronounPlace): Attribution {
  const { subject } = candidate
  if (subject.kind === 'pronoun') return byPronoun(candidate, people, place)
  if (subject.kind === 'noun') return byNoun(candidate, people, place)
  return byName(candidate, people, place)
}

function byPronoun({ subject, cue, rule, confidence }: Candidate, people: People, place: PronounPlace) {
  const meant = /^(?:I|we|it)$/i.test(subject.words) ? null : personMeant(subject.words, people, place)
  const body = /^it$/i.test(subject.words) ? people.describedBy('body', place.at) : null
  if (body !== null)
    return { cue, rule, speaker: body.name, role: null, organisation: body.organisation, confidence: 0.5 }
  if (meant === null)
    return { cue, rule, speaker: subject.words, role: null, organisation: null, confidence: unnamed }
  const { name, role, organisation } = meant.person
  return {
    cue,
    rule,
    speaker: name,
    role,
    organisation,
    confidence: confidence - (meant.isSure ? 0.1 : 0.25),
  }
}

/** "The mayor" is the mayor of whom the text has the name, "the bank" the bank it named; "a mayor" is nobody's name. */
function byNoun({ subject, cue, rule, confidence }: Candidate, people: People, place: PronounPlace) {
  const known = subject.isDefinite ? people.describedBy(subject.words, place.at) : null
  if (known !== null) {
    const { name, role, organisation } = known
    return { cue, rule, speaker: name, role, organisation, confidence: confidence - 0.25 }
  }
  // "The report": the text may have a name for it that is not looked for here.
  const doubt = subject.role === null ? 0.2 : 0.1
  const { role, organisation } = subject
  return { cue, rule, speaker: subject.words, role, organisation, confidence: confidence - doubt }
}

function byName({ subject, cue, rule, confidence }: Candidate, people: People, place: PronounPlace) {
  const name = cleanName(subject.words)
  const meant = namesBody(name) ? null : people.find(name, place.at)
  if (meant !== null) {
    const { person, isSure } = meant
    return {
      cue,
      rule,
      speaker: person.name,
      role: person.role ?? subject.role,
      organisation: person.organisation ?? subject.organisation,
      confidence: confidence - (isSure ? 0 : 0.2),
    }
  }
  return { cue, rule, ...standingOf(people.fullBody(name), subject), confidence }
}

function standingOf(name: string, subject: Subject) {
  const { role, organisation, name: plain } = splitTitle(name.split(/\s+/))
  const speaker = plain.length > 0 ? plain.join(' ') : name
  return {
    speaker,
    role: role ?? subject.role,
    organisation: organisation ?? subject.organisation ?? (namesBody(speaker) ? speaker : null),
  }
}

/** A run of capitals may begin with the word that begins the sentence. */
function cleanName(words: string): string {
  const rest = words.replace(
    /^(?:The|From|By|But|And|When|While|As|In|On|At|If|For|So|Yet|Then|Still)\s(?=\p{Lu})/u,
    '',
  )
  return capitalsAtStart.test(rest) ? rest : words
}
