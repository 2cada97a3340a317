// Who speaks a quoted run: found by its reporting verb, before or after it, in either order.
import { accordingTo, cuePattern, isUnsaid } from './cue-verbs.ts'
import { capitalsAtStart } from './names.ts'
import type { People } from './people.ts'
import { type PronounPlace, personMeant } from './pronouns.ts'
import type { Quotation } from './quotations.ts'
import { namesBody } from './role-words.ts'
import { splitTitle } from './roles.ts'
import { type Subject, subjectAfter, subjectBefore } from './subjects.ts'

export type Attribution = {
  speaker: string
  role: string | null
  organisation: string | null
  cue: string | null
  rule: string
  confidence: number
}

/** The text between a run and its neighbours in the paragraph. */
export type Surroundings = { before: string; after: string; beforeStart: number; afterStart: number }

type Candidate = { subject: Subject; cue: string; at: number; rule: string; confidence: number }

/** How sure it is that somebody said what a sentence says they did not. */
const unsaid = 0.3

const verbFirst = new RegExp(`^[\\s*_,—–-]{0,6}(?:(?:also|then|\\p{Ll}+ly)\\s)?(${cuePattern})\\s`, 'iu')
const anyCue = new RegExp(`(?<![\\p{L}’'])${cuePattern}`, 'giu')
const sentenceBreak = /(?<![A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|St|Jr|Sr)[.!?][*_)”"]{0,3}\s+(?=\p{Lu})/gu

/** The attribution of a run by the words of its own sentence; null where none is there. */
export function attribute(run: Quotation, words: string, around: Surroundings): Candidate | null {
  const after = afterRun(around)
  const before = beforeRun(around)
  if (after === null || before === null) return before ?? after
  // A comma or a question at the run's end leaves the sentence to the words after it; a colon before it opens it.
  const isIntroduced = /[:,]\s*[*_]*$|\bthat\s*[*_]*$/.test(around.before)
  const isContinued = /[,?!—–-]$/.test(words) || !run.isClosed
  if (isContinued && after.rule === 'verb after')
    return isIntroduced && /:\s*[*_]*$/.test(around.before) ? before : after
  return before
}

function afterRun(around: Surroundings): Candidate | null {
  const text = firstSentence(around.after)
  const inverted = verbFirst.exec(text)
  if (inverted?.[1] !== undefined) {
    const subject = subjectAfter(text.slice(inverted[0].length))
    if (subject !== null) {
      const confidence = isUnsaid('', inverted[1]) ? unsaid : 0.95
      return { subject, cue: inverted[1], at: around.afterStart, rule: 'verb after', confidence }
    }
  }
  const according = accordingTo.exec(text)
  if (according && according.index < 8) {
    const subject = subjectAfter(text.slice(according.index + according[0].length))
    const cue = according[0].trim()
    if (subject !== null) return { subject, cue, at: around.afterStart, rule: 'verb after', confidence: 0.9 }
  }
  let tries = 0
  for (const match of text.matchAll(anyCue)) {
    if (match.index > 220 || tries++ > 3) break
    const lead = text.slice(0, match.index)
    const subject = lead.includes(':') ? null : subjectBefore(lead)
    if (subject === null) continue
    const isNear =
      /^[\s*_,—–-]{0,6}[^,]{0,60}$/.test(lead) || /^[\s*_]{0,4},?\s?\p{Lu}[^.;]{0,160},\s$/u.test(lead)
    return {
      subject,
      cue: match[0],
      at: around.afterStart + match.index,
      rule: isNear ? 'verb after' : 'verb later',
      confidence: isUnsaid(lead, match[0]) ? unsaid : isNear ? 0.95 : 0.75,
    }
  }
  return null
}

function beforeRun(around: Surroundings): Candidate | null {
  const text = lastSentence(around.before)
  if (!/\p{L}/u.test(text)) return null
  const offset = around.beforeStart + around.before.length - text.length
  const according = accordingTo.exec(text)
  if (according && according.index < 60) {
    const subject = subjectAfter(text.slice(according.index + according[0].length))
    const cue = according[0].trim()
    if (subject !== null) return { subject, cue, at: offset, rule: 'according to', confidence: 0.9 }
  }
  const cues = [...text.matchAll(anyCue)].slice(-4).reverse()
  for (const match of cues) {
    const lead = text.slice(0, match.index)
    const subject =
      subjectBefore(lead) ??
      (/^[\s*_]*$/.test(lead) ? subjectAfter(text.slice(match.index + match[0].length)) : null)
    if (subject === null) continue
    const between = text.slice(match.index + match[0].length)
    const isIntroduced = between.length < 25 || /[:,]\s*[*_]*$/.test(between)
    return {
      subject,
      cue: match[0],
      at: offset + match.index,
      rule: isIntroduced ? 'verb before' : 'words in a sentence',
      confidence: isUnsaid(lead, match[0]) ? unsaid : isIntroduced ? 0.95 : 0.85,
    }
  }
  return null
}

/** What is left of the sentence that ended or went on where a run closed. */
export function firstSentence(text: string): string {
  sentenceBreak.lastIndex = 0
  // A full stop right after the mark ended the run's own sentence.
  if (/^[*_]{0,3}[.]/.test(text)) return ''
  const end = sentenceBreak.exec(text.slice(0, 600))
  return end ? text.slice(0, end.index) : text.slice(0, 600)
}

/** What there is of the sentence before a run opens. */
export function lastSentence(text: string): string {
  const near = text.slice(-600)
  let start = 0
  for (const match of near.matchAll(sentenceBreak)) start = match.index + match[0].length
  return near.slice(start)
}

/** The speaker whom a subject means at a place in the text; null where nobody can be named. */
export function resolveSpeaker(
  { subject, cue, rule, confidence }: Candidate,
  people: People,
  place: PronounPlace,
): Attribution | null {
  const words = { cue, rule }
  if (subject.kind === 'pronoun') {
    const meant = /^(?:I|we|it)$/i.test(subject.words) ? null : personMeant(subject.words, people, place)
    if (meant === null) return null
    const { name, role, organisation } = meant.person
    return {
      ...words,
      speaker: name,
      role,
      organisation,
      confidence: confidence - (meant.isSure ? 0.1 : 0.25),
    }
  }
  if (subject.kind === 'noun') {
    // "The agency", "the report": the text has a name for it that is not looked for here.
    const doubt = subject.role === null ? 0.2 : 0.1
    const { role, organisation } = subject
    return { ...words, speaker: subject.words, role, organisation, confidence: confidence - doubt }
  }
  const name = cleanName(subject.words)
  const meant = namesBody(name) ? null : people.find(name, place.at)
  if (meant !== null) {
    const { person, isSure } = meant
    return {
      ...words,
      speaker: person.name,
      role: person.role ?? subject.role,
      organisation: person.organisation ?? subject.organisation,
      confidence: confidence - (isSure ? 0 : 0.2),
    }
  }
  const { role, organisation, name: plain } = splitTitle(name.split(/\s+/))
  const speaker = plain.length > 0 ? plain.join(' ') : name
  return {
    ...words,
    speaker,
    role: role ?? subject.role,
    organisation: organisation ?? subject.organisation ?? (namesBody(speaker) ? speaker : null),
    confidence,
  }
}

/** A run of capitals may begin with the word that begins the sentence. */
function cleanName(words: string): string {
  const rest = words.replace(
    /^(?:The|But|And|When|While|As|In|On|At|If|For|So|Yet|Then|Still)\s(?=\p{Lu})/u,
    '',
  )
  return capitalsAtStart.test(rest) ? rest : words
}
